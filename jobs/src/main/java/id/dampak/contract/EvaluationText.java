package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/**
 * One row per text that the classifier is judged by. A table of its own, apart from {@link
 * Content}, so that nothing which learns can read it by mistake.
 */
public final class EvaluationText {
  private static final Table.Builder T =
      Table.in(
          Layer.SILVER,
          "evaluation_text",
          "One row per labelled text that the classifier is judged by and never learns from");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field CONTENT_ID = T.key("content_id", StringType, "Text within its input");
  public static final Field TEXT = T.required("text", StringType, "The text itself");
  public static final Field EXPECTED =
      T.required("expected", IntegerType, "1 where the text should be flagged, else 0");
  public static final Field CATEGORY =
      T.optional(
          "category", StringType, "Kind of text that measures are split by; null where unknown");
  public static final Field KNOWN_AT =
      T.required(
          "known_at",
          TimestampType,
          "When the row could be known, UTC: by its source, else when it landed");
  public static final Field INPUT =
      T.key("input", StringType, "Name of the input, which is that of the evaluation set");
  public static final Field SOURCE_FILE =
      T.required("source_file", StringType, "File that the row came from");
  public static final Field SOURCE_ROW =
      T.required("source_row", LongType, "Row number within that file, 1 = first data row");
  public static final Field INGESTED_AT =
      T.required("ingested_at", TimestampType, "When the row landed, UTC");

  public static final Table TABLE =
      T.check("expected_is_0_or_1", "expected IN (0, 1)")
          .cleanedRules()
          .holds(Sensitivity.RECORD, CONTENT_ID)
          .holds(Sensitivity.TEXT, TEXT)
          .holds(Sensitivity.LINEAGE, EXPECTED, CATEGORY)
          .build();

  private EvaluationText() {}
}
