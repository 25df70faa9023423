package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per section of the standard industrial classification (KBLI), by edition. */
public final class SectorRow {
  private static final Table.Builder T =
      Table.in(
          Layer.REFERENCE,
          "sector",
          "One row per section of the standard industrial classification (KBLI), by edition");

  public static final Field CLASSIFICATION =
      T.key(
          "classification",
          StringType,
          "Edition: KBLI 2020 or KBLI 2025; letters from J on differ");
  public static final Field SECTION = T.key("section", StringType, "Letter of the section");
  public static final Field NAME =
      T.optional("name", StringType, "Title in Indonesian; null where it was not seen");
  public static final Field NAME_ENGLISH =
      T.required("name_english", StringType, "Title in English, of the ISIC revision behind it");
  public static final Field NAME_VERIFIED =
      T.required(
          "name_verified",
          StringType,
          "Whether the Indonesian title was seen in a source: yes, letter (only what the letter stands for) or no");
  public static final Field SOURCE =
      T.required("source", StringType, "Where the row comes from, and what of it is not verified");
  public static final Field VERSION =
      T.required("version", StringType, "First twelve digits of the SHA-256 of the file");

  public static final Table TABLE =
      T.check("known_verification", "name_verified IN ('yes', 'letter', 'no')").build();

  private SectorRow() {}
}
