package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per cell of a study's published tables that stays hidden in all later releases. */
public final class HiddenCell {
  private static final Table.Builder T =
      Table.in(
          Layer.OPS,
          "hidden_cell",
          "One row per cell of a study's published tables that stays hidden in all later releases");

  public static final Field STUDY =
      T.key("study", StringType, "Identifier of the study as declared, without a day");
  public static final Field PLACE_ROW =
      T.key("place_row", StringType, "Row of the cell: column=group, or all");
  public static final Field PLACE_COLUMN =
      T.key("place_column", StringType, "Column of the cell: column=group, or all");
  public static final Field PRIMARY =
      T.required(
          "primary",
          BooleanType,
          "Whether a rule forbids to show it; else it would give another away. Not for readers");

  public static final Table TABLE = T.build();

  private HiddenCell() {}
}
