package id.dampak.disclosure;

/**
 * Where a cell stands in a table.
 *
 * @param row its row, {@link #ALL} for the totals of columns
 * @param column its column, {@link #ALL} for the totals of rows
 */
public record Place(String row, String column) {
  /** Name of the row and of the column that hold the totals. */
  public static final String ALL = "all";
}
