package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per file whose rows are in bronze: bytes that landed once do not land again. */
public final class LandedFile {
  private static final Table.Builder T =
      Table.in(Layer.BRONZE, "landed_file", "One row per file whose rows have landed");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field INPUT =
      T.key("input", StringType, "Name of the input, as the study declares it");
  public static final Field SOURCE_SHA256 =
      T.key("source_sha256", StringType, "SHA-256 of the file");
  public static final Field SOURCE_FILE =
      T.required("source_file", StringType, "Name under which it landed");
  public static final Field ROWS = T.required("rows", LongType, "Rows that it brought");
  public static final Field LANDED_AT =
      T.required("landed_at", TimestampType, "When it landed, UTC");
  public static final Field IN_USE =
      T.required(
          "in_use",
          BooleanType,
          "Whether its rows count: false for a file that a snapshot without it has replaced");
  public static final Field COUNTED_DURING =
      T.optional(
          "counted_during",
          StringType,
          "ISO intervals in which its rows counted, UTC, a space between, the last without an end"
              + " while they do; null where it is not known");

  public static final Table TABLE = T.check("rows_not_negative", "rows >= 0").build();

  private LandedFile() {}
}
