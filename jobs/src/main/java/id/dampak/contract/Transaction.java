package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampNTZType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per sale, or per filing that reports sales. */
public final class Transaction {
  private static final Table.Builder T =
      Table.in(Layer.SILVER, "transaction", "One row per sale, or per filing that reports sales");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field TRANSACTION_ID =
      T.key("transaction_id", StringType, "Identifier that is unique within the dataset");
  public static final Field MERCHANT_ID =
      T.required("merchant_id", StringType, "Merchant, or other unit that sells");
  public static final Field OCCURRED_AT =
      T.required("occurred_at", TimestampType, "When it happened, UTC");
  public static final Field LOCAL_AT =
      T.required("local_at", TimestampNTZType, "The same moment on the wall clock of its region");
  public static final Field CHANNEL =
      T.required(
          "channel",
          StringType,
          "Sales channel, for example tiktok_live; unknown where the source has none");
  public static final Field REGION_CODE =
      T.required(
          "region_code",
          StringType,
          "Province or other region of the seller; unknown where the source has none");
  public static final Field STATUS =
      T.required(
          "status", StringType, "completed, cancelled or returned; only completed rows are sales");
  public static final Field AMOUNT =
      T.required(
          "amount",
          LongType,
          "Value in minor units of the currency (rupiah, cents); never negative");
  public static final Field RELEASE =
      T.optional(
          "release",
          StringType,
          "Release of the source that the row came with; null where the source has no releases");
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

  public static final Table TABLE =
      T.check("amount_not_negative", "amount >= 0")
          .check("known_status", "status IN ('completed', 'cancelled', 'returned')")
          .holds(Sensitivity.IDENTIFIER, MERCHANT_ID)
          .holds(Sensitivity.RECORD, TRANSACTION_ID)
          .holds(Sensitivity.BUSINESS, OCCURRED_AT, LOCAL_AT, CHANNEL, REGION_CODE, STATUS, AMOUNT)
          .holds(Sensitivity.LINEAGE, RELEASE)
          .build();

  private Transaction() {}
}
