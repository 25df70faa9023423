package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per job of a run, with its rows and seconds. */
public final class JobRun {
  private static final Table.Builder T =
      Table.in(Layer.OPS, "job_run", "One row per job of a run, with its rows and seconds");

  public static final Field RUN_ID = T.key("run_id", StringType, "Run");
  public static final Field JOB = T.key("job", StringType, "Job");
  public static final Field SUBJECT =
      T.key("subject", StringType, "What was counted: an input or a table");
  public static final Field ROWS_IN = T.required("rows_in", LongType, "Rows read");
  public static final Field ROWS_OUT = T.required("rows_out", LongType, "Rows written");
  public static final Field ROWS_QUARANTINED =
      T.required("rows_quarantined", LongType, "Rows set aside with a reason");
  public static final Field ROWS_DUPLICATE =
      T.required("rows_duplicate", LongType, "Repeats dropped");
  public static final Field SECONDS = T.required("seconds", DoubleType, "Wall-clock seconds");

  public static final Table TABLE = T.build();

  private JobRun() {}
}
