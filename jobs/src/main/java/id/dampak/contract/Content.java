package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per text; the classifier learns from those with a level. */
public final class Content {
  private static final Table.Builder T =
      Table.in(
          Layer.SILVER,
          "content",
          "One row per text; the classifier learns from those with a level");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field CONTENT_ID = T.key("content_id", StringType, "Text");
  public static final Field TEXT = T.required("text", StringType, "The text itself");
  public static final Field LEVEL =
      T.optional(
          "level",
          IntegerType,
          "Level by the label policy, 0 to 4; 4 incites violence; null where nobody judged it");
  public static final Field FAMILY =
      T.required(
          "family",
          StringType,
          "Group of texts that were written as variations of one another and stay on one side of"
              + " every split");
  public static final Field REGISTER =
      T.optional(
          "register",
          StringType,
          "live_chat, host_speech, caption, forward or formal; null where unknown");
  public static final Field PLATFORM =
      T.optional("platform", StringType, "Platform that it stood on; null where unknown");
  public static final Field PUBLISHED_AT =
      T.optional("published_at", TimestampType, "When it was published, UTC; null where unknown");
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
      T.check("level_in_range", "level IS NULL OR level BETWEEN 0 AND 4")
          .cleanedRules()
          .holds(Sensitivity.RECORD, CONTENT_ID)
          .holds(Sensitivity.TEXT, TEXT)
          .holds(Sensitivity.LINEAGE, LEVEL, FAMILY, REGISTER)
          .holds(Sensitivity.RECORD, PLATFORM, PUBLISHED_AT)
          .build();

  private Content() {}
}
