package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per province of Indonesia as of today. */
public final class ProvinceRow {
  private static final Table.Builder T =
      Table.in(Layer.REFERENCE, "province", "One row per province of Indonesia as of today");

  public static final Field KEMENDAGRI_CODE =
      T.key("kemendagri_code", StringType, "Code of the Ministry of Home Affairs");
  public static final Field BPS_CODE =
      T.required("bps_code", StringType, "Code of Statistics Indonesia, which differs in Papua");
  public static final Field NAME = T.required("name", StringType, "Official name in Indonesian");
  public static final Field ZONE = T.required("zone", StringType, "IANA time zone");
  public static final Field PARENT_KEMENDAGRI_CODE =
      T.optional(
          "parent_kemendagri_code",
          StringType,
          "Province it was split from; null if it was not split off since 2012");
  public static final Field VALID_FROM =
      T.optional(
          "valid_from",
          DateType,
          "Date of the law that made it: an event before then in the parent covers it too; null without a parent");
  public static final Field SOURCE =
      T.required("source", StringType, "Where the row comes from, and what of it is not verified");
  public static final Field VERSION =
      T.required("version", StringType, "First twelve digits of the SHA-256 of the file");

  public static final Table TABLE =
      T.check("parent_has_date", "(parent_kemendagri_code IS NULL) = (valid_from IS NULL)").build();

  private ProvinceRow() {}
}
