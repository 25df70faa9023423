package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

/** One row per landed row that could not be typed, with its reasons. */
public final class Quarantine {
  private static final Table.Builder T =
      Table.in(
          Layer.SILVER,
          "quarantine",
          "One row per landed row that could not be typed, with its reasons");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field TARGET =
      T.key("target", StringType, "Silver table that the row was meant for");
  public static final Field INPUT =
      T.key("input", StringType, "Name of the input, as the study declares it");
  public static final Field SOURCE_FILE =
      T.key("source_file", StringType, "File that the row came from");
  public static final Field SOURCE_SHA256 =
      T.key("source_sha256", StringType, "SHA-256 of that file: names come again");
  public static final Field SOURCE_ROW =
      T.key("source_row", LongType, "Row number within that file, 1 = first data row");
  public static final Field REASONS =
      T.required("reasons", createArrayType(StringType), "Every reason why it could not be used");
  public static final Field FIELDS =
      T.required("fields", createMapType(StringType, StringType), "The row as landed");

  public static final Table TABLE =
      T.check("has_reasons", "size(reasons) > 0")
          .holds(Sensitivity.AS_LANDED, FIELDS, REASONS)
          .build();

  private Quarantine() {}
}
