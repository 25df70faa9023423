package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per specification that the data do not allow to estimate. */
public final class Refusal {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "refusal",
          "One row per specification that the data do not allow to estimate");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification in the study");
  public static final Field REASON =
      T.required("reason", StringType, "Which need of the estimator is not met, with the values");
  public static final Field REMEDY = T.required("remedy", StringType, "What would meet it");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");

  public static final Table TABLE = T.build();

  private Refusal() {}
}
