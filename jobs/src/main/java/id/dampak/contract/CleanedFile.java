package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/**
 * One row per file whose rows are in silver. A file that is listed here is not cleaned again, as
 * long as nothing that decides how its rows are read has changed.
 */
public final class CleanedFile {
  private static final Table.Builder T =
      Table.in(Layer.SILVER, "cleaned_file", "One row per file whose rows are in silver");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field TARGET = T.key("target", StringType, "Silver table of its rows");
  public static final Field INPUT =
      T.key("input", StringType, "Name of the input, as the study declares it");
  public static final Field SOURCE_SHA256 =
      T.key("source_sha256", StringType, "SHA-256 of the file");
  public static final Field TYPING =
      T.required(
          "typing",
          StringType,
          "SHA-256 of all that decides how its rows are read: the declaration of the input, the study's regions, zone and currency, and the program");
  public static final Field CLEANED_AT =
      T.required("cleaned_at", TimestampType, "When its rows were cleaned, UTC");

  public static final Table TABLE = T.build();

  private CleanedFile() {}
}
