package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampNTZType;

/**
 * One row per unit and period with at least one sale; a missing cell within the period at risk is a
 * zero.
 */
public final class PanelCell {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "panel",
          "One row per unit and period with at least one sale; a missing cell within the period at"
              + " risk is a zero");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field UNIT_ID = T.key("unit_id", StringType, "Unit");
  public static final Field PERIOD_START =
      T.key(
          "period_start", TimestampNTZType, "Start of the period on the wall clock of the region");
  public static final Field REGION_CODE =
      T.required(
          "region_code",
          StringType,
          "Region of the sales, which may differ from the seat of the unit");
  public static final Field AMOUNT = T.required("amount", LongType, "Sales in minor units");
  public static final Field FEATURE_AMOUNT =
      T.required("feature_amount", LongType, "Of these, through the feature");
  public static final Field TRANSACTIONS = T.required("transactions", LongType, "Number of sales");

  public static final Table TABLE =
      T.check("amount_not_negative", "amount >= 0")
          .check("feature_is_part", "feature_amount BETWEEN 0 AND amount")
          .holds(Sensitivity.IDENTIFIER, UNIT_ID)
          .holds(
              Sensitivity.BUSINESS, PERIOD_START, REGION_CODE, AMOUNT, FEATURE_AMOUNT, TRANSACTIONS)
          .build();

  private PanelCell() {}
}
