package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per rule and what it found; a rule that found nothing has one row that says so. */
public final class Quality {
  private static final Table.Builder T =
      Table.in(
          Layer.OPS,
          "quality",
          "One row per rule and what it found; a rule that found nothing has one row that says so");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SUBJECT_TABLE =
      T.key("subject_table", StringType, "Table that the rule is about");
  public static final Field RULE = T.key("rule", StringType, "Rule, as the data dictionary has it");
  public static final Field SUBJECT =
      T.key("subject", StringType, "Input, file or period that it concerns; * for all of them");
  public static final Field PASSED =
      T.required("passed", BooleanType, "Whether the measured value is within the threshold");
  public static final Field SEVERITY =
      T.required(
          "severity",
          StringType,
          "What follows where it does not pass: accept, warn, quarantine or stop");
  public static final Field MEASURED =
      T.optional("measured", DoubleType, "Measured value; null where there was nothing to measure");
  public static final Field THRESHOLD =
      T.required("threshold", DoubleType, "Largest value that passes");
  public static final Field ROWS = T.required("rows", LongType, "Rows that it concerns");
  public static final Field FINDING =
      T.required("finding", StringType, "What was found, with the values, as a sentence");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");

  public static final Table TABLE =
      T.check("known_severity", "severity IN ('accept', 'warn', 'quarantine', 'stop')").build();

  private Quality() {}
}
