package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per part and group of the headline's loss, and per number that stands beside it. */
public final class LossAccount {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "loss_account",
          "One row per part and group of the headline's loss, and per number that stands beside it");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification in the study");
  public static final Field BASIS =
      T.key(
          "basis",
          StringType,
          "What the number rests on: loss (the merchants in the data), discrepancy (total less the"
              + " groups), spillover_gain and spillover_loss (bounds), extrapolation (survey"
              + " weights), accounting (declared inputs, not causal), refusal (no number)");
  public static final Field DIMENSION =
      T.key("dimension", StringType, "total, or the column that the groups come from");
  public static final Field GROUP =
      T.key("group", StringType, "Group; all for the total, the name of a comparison");
  public static final Field MEASURE =
      T.key(
          "measure",
          StringType,
          "gross (lost by the channel, or of all sales where channels are not known), displaced (to"
              + " other channels), recovered (after the end), net (gross less both), divert_ratio"
              + " (displaced as a share of gross)");
  public static final Field UNITS =
      T.required("units", LongType, "Units it is about; 0 where it is about none in the data");
  public static final Field ESTIMATE =
      T.optional(
          "estimate",
          DoubleType,
          "Money in units of the currency, or a share; null where it cannot be told");
  public static final Field STD_ERROR =
      T.optional(
          "std_error",
          DoubleType,
          "Bootstrap standard error; null where too few clusters carry it");
  public static final Field CONF_LOW =
      T.optional("conf_low", DoubleType, "Lower end of the confidence interval");
  public static final Field CONF_HIGH =
      T.optional("conf_high", DoubleType, "Upper end of the confidence interval");
  public static final Field NOTE =
      T.optional("note", StringType, "Formula, inputs and sources, or why there is no number");
  public static final Field SUPPRESSED =
      T.required(
          "suppressed",
          BooleanType,
          "Whether too few units stand behind it, or one dominates the others, to be published");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");
  public static final Field STUDY_HASH =
      T.required("study_hash", StringType, "SHA-256 of the canonical study");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");

  public static final Table TABLE = T.build();

  private LossAccount() {}
}
