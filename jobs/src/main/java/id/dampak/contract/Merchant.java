package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per merchant. */
public final class Merchant {
  private static final Table.Builder T = Table.in(Layer.SILVER, "merchant", "One row per merchant");

  private static final String UNKNOWN_GROUP =
      "Merchants without it are a group of their own in every result by it; a column that a source"
          + " never had is known";

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field MERCHANT_ID = T.key("merchant_id", StringType, "Merchant");
  public static final Field REGION_CODE =
      T.required("region_code", StringType, "Province or other region of its seat");
  public static final Field SECTOR =
      T.required("sector", StringType, "KBLI section letter; unknown where the source has none");
  public static final Field SIZE_CLASS =
      T.required(
          "size_class",
          StringType,
          "mikro, kecil, menengah or besar by annual sales (PP 7/2021 Art. 35); unknown where the"
              + " source has none");
  public static final Field SIZE_BASIS =
      T.optional("size_basis", StringType, "What the size class rests on; null without one");
  public static final Field OPENED_AT =
      T.optional(
          "opened_at", DateType, "First day in business; null where the source does not say");
  public static final Field KNOWN_AT =
      T.required(
          "known_at",
          TimestampType,
          "When the row could be known, UTC: by its source, else when it landed");
  public static final Field INPUT =
      T.required("input", StringType, "Name of the input, as the study declares it");
  public static final Field SOURCE_FILE =
      T.required("source_file", StringType, "File that the row came from");
  public static final Field SOURCE_ROW =
      T.required("source_row", LongType, "Row number within that file, 1 = first data row");
  public static final Field INGESTED_AT =
      T.required("ingested_at", TimestampType, "When the row landed, UTC");

  public static final Table TABLE =
      T.check(
              "known_size_class",
              "size_class IN ('mikro', 'kecil', 'menengah', 'besar', 'unknown')")
          .cleanedRules()
          .rule(
              "region_complete",
              new Rule.Missing(REGION_CODE),
              Severity.WARN,
              0.1,
              UNKNOWN_GROUP,
              "No file lacks the region more often than the others, or a single one in part")
          .rule(
              "sector_complete",
              new Rule.Missing(SECTOR),
              Severity.WARN,
              0.1,
              UNKNOWN_GROUP,
              "No file lacks the sector more often than the others, or a single one in part")
          .rule(
              "size_class_complete",
              new Rule.Missing(SIZE_CLASS),
              Severity.WARN,
              0.1,
              UNKNOWN_GROUP,
              "No file lacks the size class more often than the others, or a single one in part")
          .holds(Sensitivity.IDENTIFIER, MERCHANT_ID)
          .holds(Sensitivity.BUSINESS, REGION_CODE, SECTOR, SIZE_CLASS, SIZE_BASIS, OPENED_AT)
          .build();

  private Merchant() {}
}
