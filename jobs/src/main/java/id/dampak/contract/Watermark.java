package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/**
 * One row per table that a study derives period by period: how far it has followed its source.
 * Written after the table, so that a run that was cut in between repeats a step and skips none.
 */
public final class Watermark {
  private static final Table.Builder T =
      Table.in(
          Layer.OPS,
          "watermark",
          "One row per table that a study derives period by period: how far it has followed its source");

  public static final Field STUDY = T.key("study", StringType, "Identifier of the study");
  public static final Field DERIVED = T.key("derived", StringType, "Table that is derived");
  public static final Field SOURCE = T.key("source", StringType, "Table that it is derived from");
  public static final Field VERSION =
      T.required("version", LongType, "Delta version of the source that it has followed");
  public static final Field PLAN =
      T.required(
          "plan",
          StringType,
          "What else decides the derived rows: hash of the study, version of the program, identity of the source");

  public static final Table TABLE =
      T.check("version_not_negative", "version >= 0").apart(DERIVED).build();

  private Watermark() {}
}
