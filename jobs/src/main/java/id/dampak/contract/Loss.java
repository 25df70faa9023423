package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per group: what the suspension cost. */
public final class Loss {
  private static final Table.Builder T =
      Table.in(Layer.GOLD, "loss", "One row per group: what the suspension cost");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification in the study");
  public static final Field DIMENSION =
      T.key("dimension", StringType, "total, or the column that the groups come from");
  public static final Field GROUP = T.key("group", StringType, "Group; all for the total");
  public static final Field UNITS = T.required("units", LongType, "Units in the group");
  public static final Field BASELINE_AMOUNT =
      T.optional(
          "baseline_amount",
          DoubleType,
          "Sales over the suspended periods at the baseline pace, in units of the currency; null where the outcome is in levels");
  public static final Field ESTIMATE =
      T.optional(
          "estimate",
          DoubleType,
          "Money lost, in units of the currency; negative is a gain, null where the group's units differ too little in exposure to tell");
  public static final Field STD_ERROR =
      T.optional("std_error", DoubleType, "Standard error; null where it is not defined");
  public static final Field CONF_LOW =
      T.optional("conf_low", DoubleType, "Lower end of the confidence interval");
  public static final Field CONF_HIGH =
      T.optional("conf_high", DoubleType, "Upper end of the confidence interval");
  public static final Field SUPPRESSED =
      T.required(
          "suppressed", BooleanType, "Whether too few units stand behind it to be published");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");
  public static final Field STUDY_HASH =
      T.required("study_hash", StringType, "SHA-256 of the canonical study");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");

  public static final Table TABLE = T.build();

  private Loss() {}
}
