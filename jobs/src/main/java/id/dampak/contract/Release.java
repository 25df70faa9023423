package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per release of a study's published tables: the log of what has left the house. */
public final class Release {
  private static final Table.Builder T =
      Table.in(Layer.OPS, "release", "One row per release of a study's published tables");

  public static final Field STUDY =
      T.key("study", StringType, "Identifier of the study as declared, without a day");
  public static final Field RUN_ID = T.key("run_id", StringType, "Run that released them");
  public static final Field RESULTS =
      T.required("results", StringType, "Identifier that the released rows are filed under");
  public static final Field RELEASED_AT =
      T.required("released_at", TimestampType, "Start of the run, UTC");
  public static final Field RULES =
      T.required("rules", StringType, "Rules of disclosure that they keep");
  public static final Field UNIT_VERSION =
      T.required("unit_version", LongType, "Version of gold.unit that they are made from");
  public static final Field PANEL_VERSION =
      T.required("panel_version", LongType, "Version of gold.panel");
  public static final Field EXPOSURE_VERSION =
      T.required("exposure_version", LongType, "Version of gold.exposure");
  public static final Field CELLS =
      T.required("cells", LongType, "Cells of the tables of sales, totals included");
  public static final Field CELLS_PRIMARY =
      T.required("cells_primary", LongType, "Of these, hidden because a rule forbids to show them");
  public static final Field CELLS_SECONDARY =
      T.required("cells_secondary", LongType, "Hidden because they would give another away");
  public static final Field VALUE_HIDDEN =
      T.required(
          "value_hidden",
          DoubleType,
          "Largest share of a table's sales that lies in hidden cells, totals aside");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");

  public static final Table TABLE = T.build();

  private Release() {}
}
