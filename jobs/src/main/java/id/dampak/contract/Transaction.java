package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
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
  public static final Field ORDER_ID =
      T.optional(
          "order_id",
          StringType,
          "Order that it is a line of, by which attributions find it; null where the source has none");
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
          "status",
          StringType,
          "completed, cancelled, returned or pending; only completed rows are sales");
  public static final Field AMOUNT =
      T.required(
          "amount",
          LongType,
          "Net value in minor units of the currency (rupiah, cents): gross less discount less refund;"
              + " never negative");
  public static final Field GROSS_AMOUNT =
      T.optional(
          "gross_amount",
          LongType,
          "Value at list prices in minor units; null where the source does not tell");
  public static final Field DISCOUNT_AMOUNT =
      T.optional(
          "discount_amount",
          LongType,
          "Discounts on it in minor units; null where the source does not tell");
  public static final Field REFUND_AMOUNT =
      T.optional(
          "refund_amount",
          LongType,
          "Refunds for it in minor units; null where the source does not tell");
  public static final Field RELEASE =
      T.optional(
          "release",
          StringType,
          "Release of the source that the row came with; null where the source has no releases");
  public static final Field STATUS_RANK =
      T.optional(
          "status_rank",
          IntegerType,
          "How far its status is in its life, by its source; of rows of one key the furthest counts; null"
              + " where only time tells");
  public static final Field UPDATED_AT =
      T.optional(
          "updated_at",
          TimestampType,
          "Latest moment in its life that the row tells of, UTC; of rows of one key the latest"
              + " counts; null where it tells of none");
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
      T.check("amount_not_negative", "amount >= 0")
          .check("known_status", "status IN ('completed', 'cancelled', 'returned', 'pending')")
          .cleanedRules()
          .rule(
              "plausible_time",
              new Rule.Broken("occurred_at >= TIMESTAMP '1980-01-01 00:00:00'"),
              Severity.QUARANTINE,
              0,
              "1899-12-30 and 1970-01-01 are how programs write a missing time; a late filing may be old",
              "A sale is not older than the records of computers")
          .rule(
              "known_after_it_happened",
              new Rule.Broken("known_at >= occurred_at"),
              Severity.WARN,
              0,
              "A sale of the future is a date read in the wrong order or the wrong zone",
              "A sale was not known before it happened")
          .rule(
              "merchant_listed",
              new Rule.Orphans(MERCHANT_ID, Merchant.TABLE, Merchant.MERCHANT_ID),
              Severity.WARN,
              0,
              "The size class, sector and region of a merchant come from its listing",
              "Every merchant that sells is listed, where merchants are given")
          .rule(
              "channel_complete",
              new Rule.Missing(CHANNEL),
              Severity.WARN,
              0.1,
              "A column that a source never had is known; one that goes missing halfway moves"
                  + " shares",
              "No file and no period lacks the channel more often than is usual")
          .rule(
              "region_complete",
              new Rule.Missing(REGION_CODE),
              Severity.WARN,
              0.1,
              "A column that a source never had is known; one that goes missing halfway moves"
                  + " shares",
              "No file and no period lacks the region more often than is usual")
          .rule(
              "up_to_date",
              new Rule.Behind(),
              Severity.WARN,
              1,
              "The latest period may still be on its way, the one before it should be there",
              "The latest sales are of the end of the window, or of yesterday while it lasts")
          .rule(
              "volume",
              new Rule.Volume(LOCAL_AT),
              Severity.WARN,
              6,
              "Twin-date sales and paydays stay below it in simulated markets; a difference of less"
                  + " than 5 % passes anyway",
              "Every period has about as many rows as the same weekday, or the months, around it")
          .rule(
              "amount_scale",
              new Rule.Scale(AMOUNT),
              Severity.WARN,
              0.7,
              "A factor of five is more than a season; thousands for units, or another currency,"
                  + " are a thousand",
              "The mean amount is of the same order in every period of 50 rows or more")
          .rule(
              "channel_shares",
              new Rule.Drift(CHANNEL),
              Severity.WARN,
              0.1,
              "Less than a tenth of the rows changing places does not move an estimate much",
              "The shares of channels are much the same in every period of 200 rows or more")
          .rule(
              "region_shares",
              new Rule.Drift(REGION_CODE),
              Severity.WARN,
              0.1,
              "Less than a tenth of the rows changing places does not move an estimate much",
              "The shares of regions are much the same in every period of 200 rows or more")
          .rule(
              "status_shares",
              new Rule.Drift(STATUS),
              Severity.WARN,
              0.1,
              "Less than a tenth of the rows changing places does not move an estimate much",
              "The shares of cancellations and returns are much the same in every period of 200"
                  + " rows or more")
          .rule(
              "release_of_one_period",
              new Rule.OnePeriod(RELEASE),
              Severity.WARN,
              0.005,
              "Where late rows are rarer than this in other releases, their absence is no evidence",
              "No release carries a single period where others bring late rows of earlier ones")
          .rule(
              "repeats_by_period",
              new Rule.Repeats(),
              Severity.WARN,
              0.05,
              "Corrections come at a steady rate; rows of another period under a wrong key do not",
              "No period has far more superseded rows than is usual")
          .holds(Sensitivity.IDENTIFIER, MERCHANT_ID)
          .holds(Sensitivity.RECORD, TRANSACTION_ID)
          .holds(Sensitivity.BUSINESS, OCCURRED_AT, LOCAL_AT, CHANNEL, REGION_CODE, STATUS, AMOUNT)
          .holds(Sensitivity.BUSINESS, GROSS_AMOUNT, DISCOUNT_AMOUNT, REFUND_AMOUNT)
          .holds(Sensitivity.RECORD, ORDER_ID)
          .holds(Sensitivity.BUSINESS, STATUS_RANK, UPDATED_AT)
          .holds(Sensitivity.LINEAGE, RELEASE)
          .build();

  private Transaction() {}
}
