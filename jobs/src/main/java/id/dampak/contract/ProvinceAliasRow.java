package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per name of a province that is not its official one. */
public final class ProvinceAliasRow {
  private static final Table.Builder T =
      Table.in(
          Layer.REFERENCE,
          "province_alias",
          "One row per name of a province that is not its official one");

  public static final Field ALIAS =
      T.key("alias", StringType, "The name; case, spaces and punctuation do not count");
  public static final Field KEMENDAGRI_CODE =
      T.required("kemendagri_code", StringType, "The province that it names");
  public static final Field KIND =
      T.required("kind", StringType, "abbreviation, english, former_name or spelling");
  public static final Field SOURCE =
      T.required("source", StringType, "Where the row comes from, and what of it is not verified");
  public static final Field VERSION =
      T.required("version", StringType, "First twelve digits of the SHA-256 of the file");

  public static final Table TABLE =
      T.check("known_kind", "kind IN ('abbreviation', 'english', 'former_name', 'spelling')")
          .build();

  private ProvinceAliasRow() {}
}
