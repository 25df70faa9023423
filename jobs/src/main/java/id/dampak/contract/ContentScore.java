package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per live session: the probability that its text incites violence. */
public final class ContentScore {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "content_score",
          "One row per live session: the probability that its text incites violence");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SESSION_ID = T.key("session_id", StringType, "Session");
  public static final Field MERCHANT_ID =
      T.required("merchant_id", StringType, "Merchant who hosted it");
  public static final Field SCORE =
      T.required("score", DoubleType, "Calibrated probability, 0 to 1");
  public static final Field LEVEL =
      T.optional("level", IntegerType, "True level where it is known");
  public static final Field MODEL_ID = T.required("model_id", StringType, "Model that scored it");
  public static final Field DURING_SUSPENSION =
      T.required(
          "during_suspension",
          BooleanType,
          "Whether a suspension silenced the session, or would have");

  public static final Table TABLE =
      T.check("score_in_range", "score BETWEEN 0 AND 1")
          .holds(Sensitivity.IDENTIFIER, MERCHANT_ID)
          .holds(Sensitivity.RECORD, SESSION_ID)
          .holds(Sensitivity.BUSINESS, SCORE, LEVEL, DURING_SUSPENSION)
          .build();

  private ContentScore() {}
}
