package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/**
 * One row per unit, window and release that found other sales than the one before: what releases of
 * a study were made from. A row stands for every release until a later row of the unit and window.
 */
public final class ReleasedSales {
  private static final Table.Builder T =
      Table.in(
          Layer.OPS,
          "released_sales",
          "One row per unit, window and release that found other sales than the one before: what"
              + " releases of a study were made from. Not for readers");

  public static final Field STUDY =
      T.key("study", StringType, "Identifier of the study as declared, without a day");
  public static final Field RUN_ID = T.key("run_id", StringType, "Run that released");
  public static final Field WINDOW = T.key("window", StringType, "before or during the suspension");
  public static final Field UNIT_ID = T.key("unit_id", StringType, "Unit");
  public static final Field RELEASED_AT =
      T.required("released_at", TimestampType, "Start of the run, UTC");
  public static final Field REGION_CODE =
      T.required("region_code", StringType, "Its province or other region");
  public static final Field SIZE_CLASS = T.required("size_class", StringType, "Its size class");
  public static final Field SECTOR = T.required("sector", StringType, "Its KBLI section letter");
  public static final Field AMOUNT =
      T.required("amount", LongType, "Its sales in the window, in minor units; 0 where it is gone");

  public static final Table TABLE =
      T.holds(Sensitivity.IDENTIFIER, UNIT_ID)
          .holds(Sensitivity.BUSINESS, WINDOW, RELEASED_AT, REGION_CODE, SIZE_CLASS, SECTOR, AMOUNT)
          .build();

  private ReleasedSales() {}
}
