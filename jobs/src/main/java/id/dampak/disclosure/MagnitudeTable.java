package id.dampak.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table of sums with its totals: of one way (groups and their total) or of two (rows, columns,
 * totals of both, and the grand total). Every contributor stands in exactly one inner cell.
 */
public final class MagnitudeTable {
  private final List<Cell> cells = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();

  private MagnitudeTable() {}

  /**
   * A cell.
   *
   * @param place where it stands
   * @param contributions what stands behind it
   */
  public record Cell(Place place, Contributions contributions) {}

  /**
   * What every reader knows: the parts add up to the total.
   *
   * @param total number of the cell that is the sum
   * @param parts numbers of the cells that are added
   */
  record Sum(int total, List<Integer> parts) {}

  /** Groups and their total, all of one column or of one row; or the total alone. */
  public static MagnitudeTable oneWay(Map<Place, Contributions> groups) {
    MagnitudeTable table = new MagnitudeTable();
    Place all = new Place(Place.ALL, Place.ALL);
    if (groups.keySet().equals(Set.of(all))) {
      table.add(all, groups.values().iterator().next());
      return table;
    }
    if (groups.keySet().stream()
        .anyMatch(p -> !p.row().equals(Place.ALL) && !p.column().equals(Place.ALL))) {
      throw new IllegalArgumentException(
          "groups of one way, but in rows and columns: " + groups.keySet());
    }
    requireUsable(groups.keySet().stream().map(MagnitudeTable::group).toList());
    List<Integer> parts =
        groups.entrySet().stream()
            .sorted(Comparator.comparing(cell -> group(cell.getKey())))
            .map(cell -> table.add(cell.getKey(), cell.getValue()))
            .toList();
    table.total(all, parts);
    return table;
  }

  private static String group(Place place) {
    return place.row().equals(Place.ALL) ? place.column() : place.row();
  }

  /** Inner cells by place, with the totals of rows and columns; a place left out is empty. */
  public static MagnitudeTable twoWay(Map<Place, Contributions> inner) {
    List<String> rows = labels(inner.keySet().stream().map(Place::row).toList());
    List<String> columns = labels(inner.keySet().stream().map(Place::column).toList());
    MagnitudeTable table = new MagnitudeTable();
    for (String row : rows) {
      for (String column : columns) {
        Place place = new Place(row, column);
        table.add(place, inner.getOrDefault(place, Contributions.NONE));
      }
    }
    int width = columns.size();
    List<Integer> rowTotals = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<Integer> parts = IntStream.range(r * width, (r + 1) * width).boxed().toList();
      rowTotals.add(table.total(new Place(rows.get(r), Place.ALL), parts));
    }
    List<Integer> columnTotals = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      int column = c;
      List<Integer> parts =
          IntStream.range(0, rows.size()).map(r -> r * width + column).boxed().toList();
      columnTotals.add(table.total(new Place(Place.ALL, columns.get(c)), parts));
    }
    int all = table.total(new Place(Place.ALL, Place.ALL), rowTotals);
    table.sums.add(new Sum(all, columnTotals));
    return table;
  }

  private static List<String> labels(Collection<String> names) {
    requireUsable(names);
    return names.stream().distinct().sorted().toList();
  }

  private static void requireUsable(Collection<String> names) {
    if (names.isEmpty() || names.contains(Place.ALL)) {
      throw new IllegalArgumentException(
          "a table needs groups, none of them named " + Place.ALL + ", but has " + names);
    }
  }

  private int add(Place place, Contributions contributions) {
    cells.add(new Cell(place, contributions));
    return cells.size() - 1;
  }

  private int total(Place place, List<Integer> parts) {
    Contributions together =
        parts.stream().map(this::contributions).reduce(Contributions.NONE, Contributions::plus);
    int total = add(place, together);
    sums.add(new Sum(total, parts));
    return total;
  }

  /** Every cell, inner ones first, the grand total last. */
  public List<Cell> cells() {
    return List.copyOf(cells);
  }

  List<Sum> sums() {
    return List.copyOf(sums);
  }

  int size() {
    return cells.size();
  }

  Contributions contributions(int cell) {
    return cells.get(cell).contributions();
  }

  boolean isInner(int cell) {
    return sums.stream().noneMatch(sum -> sum.total() == cell);
  }

  /** The inner cells that a cell adds up: itself, if it is one. */
  List<Integer> innerOf(int cell) {
    return sums.stream()
        .filter(sum -> sum.total() == cell)
        .findFirst()
        .map(sum -> sum.parts().stream().flatMap(part -> innerOf(part).stream()).toList())
        .orElse(List.of(cell));
  }

  Contributions grandTotal() {
    return contributions(cells.size() - 1);
  }
}
