package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per group: what the suspension cost, as far as it may be published. */
public final class PublishedLoss {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "published_loss",
          "One row per group: what the suspension cost, as far as it may be published");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification in the study");
  public static final Field DIMENSION =
      T.key("dimension", StringType, "total, or the column that the groups come from");
  public static final Field GROUP = T.key("group", StringType, "Group; all for the total");
  public static final Field PUBLISHED =
      T.required(
          "published",
          BooleanType,
          "False where the numbers are hidden, because those of the group's sales are");
  public static final Field UNITS = T.optional("units", LongType, "Units in the group");
  public static final Field BASELINE_AMOUNT =
      T.optional(
          "baseline_amount",
          DoubleType,
          "Sales over the suspended periods at the pace of the published sales before, in units of"
              + " the currency; null where the outcome is in levels");
  public static final Field ESTIMATE =
      T.optional(
          "estimate",
          DoubleType,
          "Money lost, in units of the currency; negative is a gain, null where the group's units"
              + " differ too little in exposure to tell");
  public static final Field STD_ERROR = T.optional("std_error", DoubleType, "Standard error");
  public static final Field CONF_LOW =
      T.optional("conf_low", DoubleType, "Lower end of the confidence interval");
  public static final Field CONF_HIGH =
      T.optional("conf_high", DoubleType, "Upper end of the confidence interval");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that released the row");

  public static final Table TABLE =
      T.check(
              "hidden_rows_are_empty",
              "published OR (units IS NULL AND baseline_amount IS NULL AND estimate IS NULL)")
          .build();

  private PublishedLoss() {}
}
