package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per table and maintenance: files joined, old ones removed. */
public final class Maintenance {
  private static final Table.Builder T =
      Table.in(
          Layer.OPS,
          "maintenance",
          "One row per table and maintenance: files joined, old ones removed");

  public static final Field MAINTAINED_AT =
      T.key("maintained_at", TimestampType, "Start of the maintenance, UTC");
  public static final Field TABLE_NAME = T.key("table_name", StringType, "Table");
  public static final Field RETENTION_DAYS =
      T.required(
          "retention_days", IntegerType, "Days for which what a table no longer holds was kept");
  public static final Field CODE_VERSION =
      T.required("code_version", StringType, "Commit that the program was built from");
  public static final Field FILES_BEFORE =
      T.required("files_before", LongType, "Files of the latest version, before");
  public static final Field FILES_AFTER =
      T.required("files_after", LongType, "Files of the latest version, afterwards");
  public static final Field STORED_BEFORE =
      T.required("stored_before", LongType, "Bytes on disk of all versions, before");
  public static final Field STORED_AFTER =
      T.required("stored_after", LongType, "Bytes on disk of all versions, afterwards");
  public static final Field FILES_REMOVED =
      T.required("files_removed", LongType, "Files that no version within the retention needs");

  public static final Table TABLE = T.build();

  private Maintenance() {}
}
