package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per part and group of the headline's loss, as far as it may be published. */
public final class PublishedAccount {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "published_account",
          "One row per part and group of the headline's loss, as far as it may be published");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification in the study");
  public static final Field BASIS =
      T.key("basis", StringType, "What the number rests on, as in gold.loss_account");
  public static final Field DIMENSION =
      T.key("dimension", StringType, "total, or the column that the groups come from");
  public static final Field GROUP =
      T.key("group", StringType, "Group; all for the total, the name of a comparison");
  public static final Field MEASURE =
      T.key("measure", StringType, "gross, displaced, recovered, net or divert_ratio");
  public static final Field PUBLISHED =
      T.required(
          "published",
          BooleanType,
          "False where the numbers are hidden, because those of the group's sales are, or a hidden"
              + " group would follow from them");
  public static final Field UNITS = T.optional("units", LongType, "Units it is about");
  public static final Field ESTIMATE =
      T.optional(
          "estimate",
          DoubleType,
          "Money in units of the currency, or a share; null where it cannot be told");
  public static final Field STD_ERROR = T.optional("std_error", DoubleType, "Standard error");
  public static final Field CONF_LOW =
      T.optional("conf_low", DoubleType, "Lower end of the confidence interval");
  public static final Field CONF_HIGH =
      T.optional("conf_high", DoubleType, "Upper end of the confidence interval");
  public static final Field NOTE =
      T.optional("note", StringType, "Formula, inputs and sources, or why there is no number");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that released the row");

  public static final Table TABLE =
      T.check(
              "hidden_rows_are_empty",
              "published OR (units IS NULL AND estimate IS NULL AND std_error IS NULL)")
          .build();

  private PublishedAccount() {}
}
