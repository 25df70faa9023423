package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per table of reference: which version of its file is loaded. */
public final class ReferenceVersion {
  private static final Table.Builder T =
      Table.in(
          Layer.REFERENCE,
          "version",
          "One row per table of reference: which version of its file is loaded");

  public static final Field TABLE_NAME =
      T.key("table_name", StringType, "The table, for example reference.province");
  public static final Field FILE = T.required("file", StringType, "File of the program");
  public static final Field SHA256 = T.required("sha256", StringType, "SHA-256 of the file");
  public static final Field VERSION =
      T.required("version", StringType, "The version that its rows carry");
  public static final Field ROWS = T.required("rows", LongType, "How many rows it has");
  public static final Field LOADED_AT =
      T.required("loaded_at", TimestampType, "When it was loaded, UTC");

  public static final Table TABLE = T.build();

  private ReferenceVersion() {}
}
