package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per anomaly that a general rule found. */
public final class Quality {
  private static final Table.Builder T =
      Table.in(Layer.OPS, "quality", "One row per anomaly that a general rule found");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field RULE = T.key("rule", StringType, "Rule");
  public static final Field SUBJECT =
      T.key("subject", StringType, "Input, file or period that it concerns");
  public static final Field SEVERITY = T.required("severity", StringType, "info or warning");
  public static final Field FINDING =
      T.required("finding", StringType, "What was found, with the values, as a sentence");

  public static final Table TABLE = T.build();

  private Quality() {}
}
