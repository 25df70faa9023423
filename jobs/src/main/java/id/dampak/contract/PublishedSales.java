package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per window and group: sales that may be published. */
public final class PublishedSales {
  /** Group of a column that is not split. */
  public static final String ALL = "all";

  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "published_sales",
          "One row per window and group: sales that may be published");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field WINDOW =
      T.key(
          "window",
          StringType,
          "before: the baseline of the exposure; during: the suspended periods");
  public static final Field REGION_CODE =
      T.key("region_code", StringType, "Region of the merchants; all for all of them");
  public static final Field SIZE_CLASS =
      T.key("size_class", StringType, "Their size class; all for all of them");
  public static final Field SECTOR =
      T.key("sector", StringType, "Their sector; all for all of them");
  public static final Field PUBLISHED =
      T.required(
          "published",
          BooleanType,
          "False where the numbers are hidden, because they would tell of single merchants or give"
              + " another hidden number away");
  public static final Field UNITS =
      T.optional("units", LongType, "Merchants that sold something in the window");
  public static final Field AMOUNT = T.optional("amount", LongType, "Their sales in minor units");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that released the row");

  public static final Table TABLE =
      T.check("hidden_rows_are_empty", "published OR (units IS NULL AND amount IS NULL)").build();

  private PublishedSales() {}
}
