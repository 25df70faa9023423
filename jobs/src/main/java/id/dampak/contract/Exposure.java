package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampNTZType;

/**
 * One row per region and period that a suspension touches: exposure is the union of intervals, not
 * their sum.
 */
public final class Exposure {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "exposure",
          "One row per region and period that a suspension touches: exposure is the union of intervals, not their sum");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field REGION_CODE = T.key("region_code", StringType, "Region of the units");
  public static final Field PERIOD_START =
      T.key(
          "period_start", TimestampNTZType, "Start of the period on the wall clock of the region");
  public static final Field SECONDS_SUSPENDED =
      T.required(
          "seconds_suspended", LongType, "Seconds of the period in which the feature was off");
  public static final Field SHARE_SUSPENDED =
      T.required(
          "share_suspended",
          DoubleType,
          "The same as a share of the period, above 0 and at most 1");

  public static final Table TABLE =
      T.check("share_in_range", "share_suspended > 0 AND share_suspended <= 1").build();

  private Exposure() {}
}
