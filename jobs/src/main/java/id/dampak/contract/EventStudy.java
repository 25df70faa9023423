package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampNTZType;

/**
 * One row per period around the event: the coefficient of exposure relative to the reference
 * period.
 */
public final class EventStudy {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "event_study",
          "One row per period around the event: the coefficient of exposure relative to the reference period");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification in the study");
  public static final Field RELATIVE_PERIOD =
      T.key(
          "relative_period",
          IntegerType,
          "Periods since the first suspended one; negative before it");
  public static final Field PERIOD_START =
      T.required("period_start", TimestampNTZType, "Start of the period on the wall clock");
  public static final Field REFERENCE =
      T.required(
          "reference",
          BooleanType,
          "Whether this is the reference period, whose coefficient is 0 by construction");
  public static final Field SUSPENDED =
      T.required("suspended", BooleanType, "Whether the feature was off in some part of it");
  public static final Field ESTIMATE = T.required("estimate", DoubleType, "Point estimate");
  public static final Field STD_ERROR =
      T.optional("std_error", DoubleType, "Standard error; null where it is not defined");
  public static final Field CONF_LOW =
      T.optional("conf_low", DoubleType, "Lower end of the confidence interval");
  public static final Field CONF_HIGH =
      T.optional("conf_high", DoubleType, "Upper end of the confidence interval");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");
  public static final Field STUDY_HASH =
      T.required("study_hash", StringType, "SHA-256 of the canonical study");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");

  public static final Table TABLE = T.build();

  private EventStudy() {}
}
