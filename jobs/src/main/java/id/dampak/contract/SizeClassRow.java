package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** One row per size class of enterprises and basis (PP 7/2021 Art. 35). */
public final class SizeClassRow {
  private static final Table.Builder T =
      Table.in(
          Layer.REFERENCE,
          "size_class",
          "One row per size class of enterprises and basis (PP 7/2021 Art. 35)");

  public static final Field SIZE_CLASS =
      T.key("size_class", StringType, "mikro, kecil, menengah or besar");
  public static final Field SIZE_BASIS =
      T.key(
          "size_basis",
          StringType,
          "capital without land and buildings (new enterprises), or annual_sales (existing ones)");
  public static final Field ABOVE_RUPIAH =
      T.optional("above_rupiah", LongType, "Lower bound, exclusive; null where there is none");
  public static final Field UP_TO_RUPIAH =
      T.optional("up_to_rupiah", LongType, "Upper bound, inclusive; null where there is none");
  public static final Field VALID_FROM =
      T.required("valid_from", DateType, "Day on which the regulation was promulgated");
  public static final Field SOURCE =
      T.required("source", StringType, "Where the row comes from, and what of it is not verified");
  public static final Field VERSION =
      T.required("version", StringType, "First twelve digits of the SHA-256 of the file");

  public static final Table TABLE =
      T.check("known_basis", "size_basis IN ('capital', 'annual_sales')").build();

  private SizeClassRow() {}
}
