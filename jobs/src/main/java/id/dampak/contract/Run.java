package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

/** One row per run of the pipeline. */
public final class Run {
  private static final Table.Builder T =
      Table.in(Layer.OPS, "run", "One row per run of the pipeline");

  public static final Field RUN_ID = T.key("run_id", StringType, "Run");
  public static final Field STUDY = T.required("study", StringType, "Identifier of the study");
  public static final Field STUDY_HASH =
      T.required("study_hash", StringType, "SHA-256 of the canonical study");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");
  public static final Field SEED = T.required("seed", LongType, "Seed of every random draw");
  public static final Field STARTED_AT = T.required("started_at", TimestampType, "Start, UTC");
  public static final Field ENDED_AT = T.required("ended_at", TimestampType, "End, UTC");
  public static final Field INPUT_FILES =
      T.required(
          "input_files",
          createMapType(StringType, StringType),
          "SHA-256 of every input file, by file");
  public static final Field TABLE_VERSIONS =
      T.required(
          "table_versions",
          createMapType(StringType, StringType),
          "Delta version of every table that the run read or wrote, by table");

  public static final Field KNOWN_ON =
      T.optional(
          "known_on",
          DateType,
          "Last day whose knowledge counted; null where all that had landed did");
  public static final Field JOBS =
      T.optional(
          "jobs",
          createArrayType(StringType),
          "Jobs that ran, in order; null in runs of versions that did not write them down");

  public static final Table TABLE = T.build();

  private Run() {}
}
