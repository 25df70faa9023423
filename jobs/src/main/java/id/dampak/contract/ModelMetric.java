package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per measure of a classifier on one evaluation set. */
public final class ModelMetric {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD, "model_metric", "One row per measure of a classifier on one evaluation set");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field MODEL_ID =
      T.key("model_id", StringType, "Model, or the baseline it is compared with");
  public static final Field EVALUATION =
      T.key(
          "evaluation",
          StringType,
          "What it was measured on: folds of the own corpus, or the input of texts for evaluation");
  public static final Field SLICE =
      T.key("slice", StringType, "Part of the evaluation set; all for the whole");
  public static final Field METRIC = T.key("metric", StringType, "Measure");
  public static final Field MEASURED =
      T.optional("measured", DoubleType, "Its value; null where it is not defined");
  public static final Field TEXTS = T.required("texts", LongType, "Texts that it rests on");

  public static final Table TABLE = T.build();

  private ModelMetric() {}
}
