package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per policy: what it stops rightly and wrongly, what it misses and what it costs. */
public final class PolicyOption {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "policy_option",
          "One row per policy: what it stops rightly and wrongly, what it misses and what it costs");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field POLICY = T.key("policy", StringType, "blanket, or targeted");
  public static final Field THRESHOLD =
      T.key(
          "threshold",
          DoubleType,
          "Score from which a session is stopped; 0 for the blanket suspension");
  public static final Field SESSIONS =
      T.required("sessions", LongType, "Sessions that were planned while the suspension lasted");
  public static final Field STOPPED_RIGHTLY =
      T.required("stopped_rightly", LongType, "Inciting sessions that it stops");
  public static final Field STOPPED_WRONGLY =
      T.required("stopped_wrongly", LongType, "Other sessions that it stops");
  public static final Field STOPPED_UNLABELLED =
      T.required("stopped_unlabelled", LongType, "Sessions of unknown level that it stops");
  public static final Field MISSED =
      T.required("missed", LongType, "Inciting sessions that it lets pass");
  public static final Field LOSS = T.required("loss", DoubleType, "Sales lost in minor units");
  public static final Field PUBLISHED =
      T.optional(
          "published",
          BooleanType,
          "False where the loss, alone or beside another, would tell what few merchants sold; reports"
              + " hide it then, and where it is null: an earlier version wrote the row");
  public static final Field ASSUMPTION =
      T.required("assumption", StringType, "What the loss rests on");

  public static final Table TABLE =
      T.check("threshold_in_range", "threshold BETWEEN 0 AND 1").build();

  private PolicyOption() {}
}
