package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per version of a study that has run: what was declared. */
public final class StoredStudy {
  private static final Table.Builder T =
      Table.in(
          Layer.OPS, "study", "One row per version of a study that has run: what was declared");

  public static final Field STUDY_HASH =
      T.key("study_hash", StringType, "SHA-256 of the canonical form, which runs are filed by");
  public static final Field STUDY = T.required("study", StringType, "Identifier of the study");
  public static final Field CANONICAL =
      T.required(
          "canonical",
          StringType,
          "The study as YAML on one line, keys sorted, without comments and file locations");
  public static final Field FIRST_RUN_AT =
      T.required("first_run_at", TimestampType, "Start of the first run of this version, UTC");

  public static final Table TABLE = T.build();

  private StoredStudy() {}
}
