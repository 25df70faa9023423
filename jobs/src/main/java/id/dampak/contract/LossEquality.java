package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per dimension and part of a loss: whether all groups lose the same share. */
public final class LossEquality {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "loss_equality",
          "One row per dimension and part of a loss: whether all groups lose the same share of their"
              + " usual sales through the channel");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification in the study");
  public static final Field DIMENSION =
      T.key("dimension", StringType, "Column that the groups come from");
  public static final Field MEASURE =
      T.key("measure", StringType, "Part of the loss: gross, displaced, recovered, net");
  public static final Field STATISTIC =
      T.optional("statistic", DoubleType, "F; null where it is not defined");
  public static final Field NUMERATOR_DF =
      T.required("numerator_df", IntegerType, "Numerator degrees of freedom: groups less one");
  public static final Field DENOMINATOR_DF =
      T.required("denominator_df", DoubleType, "Denominator degrees of freedom");
  public static final Field P_VALUE =
      T.optional("p_value", DoubleType, "p value; null where it is not defined");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");
  public static final Field STUDY_HASH =
      T.required("study_hash", StringType, "SHA-256 of the canonical study");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");

  public static final Table TABLE = T.build();

  private LossEquality() {}
}
