package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per kind of evidence for or against the headline estimate of a study. */
public final class VerdictRow {
  private static final Table.Builder T =
      Table.in(
          Layer.GOLD,
          "verdict",
          "One row per kind of evidence for or against the headline estimate, and one for all");

  /** The topic of the row that is as bad as the worst of the others. */
  public static final String OVERALL = "overall";

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field SPECIFICATION =
      T.key("specification", StringType, "Name of the specification that was judged");
  public static final Field TOPIC =
      T.key("topic", StringType, "Kind of evidence, or overall for the worst of them");
  public static final Field STANDING =
      T.required("standing", StringType, "What it allows: identified, fragile, not_identified");
  public static final Field REASON =
      T.required("reason", StringType, "Why, in words and with the numbers");
  public static final Field RUN_ID = T.required("run_id", StringType, "Run that wrote the row");
  public static final Field STUDY_HASH =
      T.required("study_hash", StringType, "SHA-256 of the canonical study");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");

  public static final Table TABLE =
      T.check("standing_known", "standing IN ('identified', 'fragile', 'not_identified')").build();

  private VerdictRow() {}
}
