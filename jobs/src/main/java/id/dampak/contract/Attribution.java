package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per order, or line of an order, that a platform credits to a content. */
public final class Attribution {
  private static final Table.Builder T =
      Table.in(
          Layer.SILVER,
          "attribution",
          "One row per order, or line of an order, that a platform credits to a content");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field ATTRIBUTION_ID =
      T.key("attribution_id", StringType, "Identifier that is unique within the dataset");
  public static final Field ORDER_ID =
      T.required("order_id", StringType, "Order, as the orders of the platform name it");
  public static final Field PLATFORM =
      T.required("platform", StringType, "Platform of the content, for example tiktok");
  public static final Field CONTENT_KIND =
      T.required("content_kind", StringType, "live, video or other");
  public static final Field CONTENT_ID =
      T.optional("content_id", StringType, "The session or video; null where the source has none");
  public static final Field AUTHOR_ID =
      T.optional("author_id", StringType, "Who made it; null where the source has none");
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
      T.check("known_kind", "content_kind IN ('live', 'video', 'other')")
          .cleanedRules()
          .rule(
              "order_listed",
              new Rule.Orphans(ORDER_ID, Transaction.TABLE, Transaction.ORDER_ID),
              Severity.WARN,
              0.05,
              "Exports of orders and of affiliates end on different days and miss a few of each"
                  + " other's; numbers that a spreadsheet rewrote (5.76E+17) match none, and then no"
                  + " sale counts as LIVE",
              "The orders that a platform credits to a content are among the orders, where orders are"
                  + " given")
          .holds(Sensitivity.IDENTIFIER, AUTHOR_ID)
          .holds(Sensitivity.RECORD, ATTRIBUTION_ID, ORDER_ID, CONTENT_ID)
          .holds(Sensitivity.BUSINESS, PLATFORM, CONTENT_KIND)
          .build();

  private Attribution() {}
}
