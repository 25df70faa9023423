package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per estimated term. */
public final class EstimateRow {
  private static final Table.Builder T =
      Table.in(Layer.GOLD, "estimate", "One row per estimated term");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification in the study");
  public static final Field TERM = T.key("term", StringType, "What was estimated");
  public static final Field METHOD = T.required("method", StringType, "Estimator");
  public static final Field OPTIONS =
      T.required("options", StringType, "Every option of the estimator, as it was run");
  public static final Field ESTIMATE = T.required("estimate", DoubleType, "Point estimate");
  public static final Field STD_ERROR =
      T.optional("std_error", DoubleType, "Standard error; null where it is not defined");
  public static final Field CONF_LOW =
      T.optional("conf_low", DoubleType, "Lower end of the confidence interval");
  public static final Field CONF_HIGH =
      T.optional("conf_high", DoubleType, "Upper end of the confidence interval");
  public static final Field P_VALUE =
      T.optional("p_value", DoubleType, "Two-sided p value; null without a standard error");
  public static final Field CONFIDENCE_LEVEL =
      T.required("confidence_level", DoubleType, "Level of the interval, for example 0.95");
  public static final Field OBSERVATIONS =
      T.required("observations", LongType, "Observations that entered");
  public static final Field CLUSTERS =
      T.required("clusters", LongType, "Clusters, 0 without clustering");
  public static final Field UNIT_OF_MEASURE =
      T.required("unit_of_measure", StringType, "What the estimate is measured in");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");
  public static final Field STUDY_HASH =
      T.required("study_hash", StringType, "SHA-256 of the canonical study");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");

  public static final Table TABLE =
      T.check("level_in_range", "confidence_level > 0 AND confidence_level < 1").build();

  private EstimateRow() {}
}
