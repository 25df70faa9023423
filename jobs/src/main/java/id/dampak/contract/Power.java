package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per design and power: the smallest loss that it detects with that probability. */
public final class Power {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "power",
          "One row per design and power: the smallest loss from which on a suspension would be"
              + " detected with that probability, told by dampak power from the data before it");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification in the study");
  public static final Field BASIS =
      T.key(
          "basis",
          StringType,
          "placebo_dates: a randomisation test over placebo suspensions; standard_error: by formula"
              + " (Bloom 1995), blind to shocks that all share; extrapolated: by the square root of"
              + " the number of units from the row of all");
  public static final Field UNIT_MULTIPLE =
      T.key("unit_multiple", DoubleType, "Units as a multiple of those in the data");
  public static final Field PERIODS =
      T.key("periods", IntegerType, "Length of the suspension in periods");
  public static final Field EXPOSURE_MULTIPLE =
      T.key("exposure_multiple", DoubleType, "Exposure as a multiple of that in the data");
  public static final Field POWER =
      T.key("power", DoubleType, "Probability of detecting the loss, between 0 and 1");
  public static final Field DETECTABLE_SHARE =
      T.required(
          "detectable_share",
          DoubleType,
          "The loss as a share of a unit's sales through the feature, or of all its sales where"
              + " exposure is by region; above 1 it cannot occur");
  public static final Field DETECTABLE_COEFFICIENT =
      T.required(
          "detectable_coefficient",
          DoubleType,
          "The loss as a mean coefficient of the suspended periods, in the unit of measure of the"
              + " specification, its sign turned");
  public static final Field UNITS = T.required("units", LongType, "Units of the design");
  public static final Field EXPOSED_SHARE =
      T.required(
          "exposed_share",
          DoubleType,
          "Mean exposure of the design weighted by sales: the share of the feature in all sales");
  public static final Field PLACEBOS =
      T.required("placebos", LongType, "Placebo dates on which the study could be estimated");
  public static final Field TEST_SIZE =
      T.required("test_size", DoubleType, "Size of the two-sided test, for example 0.05");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");
  public static final Field STUDY_HASH =
      T.required("study_hash", StringType, "SHA-256 of the canonical study");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");

  public static final Table TABLE =
      T.check("power_in_range", "power > 0 AND power < 1")
          .check("loss_not_negative", "detectable_share >= 0 AND detectable_coefficient >= 0")
          .build();

  private Power() {}
}
