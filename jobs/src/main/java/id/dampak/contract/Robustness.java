package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per look at the headline estimate of a study from another side. */
public final class Robustness {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "robustness",
          "One row per look at the headline estimate from another side: without a region, on another"
              + " date, with trends that are not parallel");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification that was examined");
  public static final Field EXAMINATION =
      T.key("examination", StringType, "What was done, the same words for looks of one kind");
  public static final Field SUBJECT =
      T.key("subject", StringType, "With what or without what; empty for all of the examination");
  public static final Field ESTIMATE =
      T.optional("estimate", DoubleType, "What was found; null where it is an interval alone");
  public static final Field STD_ERROR =
      T.optional(
          "std_error",
          DoubleType,
          "Standard error; of a treatment dealt out anew the spread of what was found");
  public static final Field CONF_LOW =
      T.optional("conf_low", DoubleType, "Lower end of the confidence interval");
  public static final Field CONF_HIGH =
      T.optional("conf_high", DoubleType, "Upper end of the confidence interval");
  public static final Field P_VALUE =
      T.optional("p_value", DoubleType, "Two-sided p value, where there is a test");
  public static final Field REFUSAL =
      T.optional("refusal", StringType, "Why the data do not allow this look");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");
  public static final Field STUDY_HASH =
      T.required("study_hash", StringType, "SHA-256 of the canonical study");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");

  public static final Table TABLE = T.build();

  private Robustness() {}
}
