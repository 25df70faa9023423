package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampNTZType;

/** One row per unit of the study: a merchant, or what the study counts as one. */
public final class Unit {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "unit",
          "One row per unit of the study: a merchant, or what the study counts as one");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field UNIT_ID = T.key("unit_id", StringType, "Unit");
  public static final Field FIRST_PERIOD =
      T.required(
          "first_period",
          TimestampNTZType,
          "First period at risk: a cell that is missing from here on is a zero");
  public static final Field LAST_PERIOD =
      T.required("last_period", TimestampNTZType, "Last period at risk");
  public static final Field REGION_CODE =
      T.required("region_code", StringType, "Province or other region");
  public static final Field SECTOR =
      T.required("sector", StringType, "KBLI section letter, or unknown");
  public static final Field SIZE_CLASS =
      T.required("size_class", StringType, "Size class, or unknown");
  public static final Field BASELINE_AMOUNT =
      T.required("baseline_amount", LongType, "Sales over the baseline window in minor units");
  public static final Field BASELINE_FEATURE_AMOUNT =
      T.required(
          "baseline_feature_amount",
          LongType,
          "Sales through the feature over the baseline window in minor units");
  public static final Field BASELINE_PERIODS =
      T.required(
          "baseline_periods",
          LongType,
          "Periods of the baseline window in which the unit was at risk");
  public static final Field EXPOSURE =
      T.optional(
          "exposure",
          DoubleType,
          "Dose: share of baseline sales through the feature, or 1 and 0 by region; null where"
              + " there are no baseline sales");

  public static final Table TABLE =
      T.check("exposure_in_range", "exposure IS NULL OR exposure BETWEEN 0 AND 1")
          .check("at_risk_in_order", "last_period >= first_period")
          .holds(Sensitivity.IDENTIFIER, UNIT_ID)
          .holds(
              Sensitivity.BUSINESS,
              FIRST_PERIOD,
              LAST_PERIOD,
              REGION_CODE,
              SECTOR,
              SIZE_CLASS,
              BASELINE_AMOUNT,
              BASELINE_FEATURE_AMOUNT,
              BASELINE_PERIODS,
              EXPOSURE)
          .build();

  private Unit() {}
}
