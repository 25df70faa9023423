package id.dampak.lake;

import id.dampak.contract.Table;
import java.util.Map;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * A table as it is stored, which an earlier version of the program may have made.
 *
 * @param name its name in SQL, by its folder
 * @param schema columns as stored
 * @param properties its settings, Delta's and ours
 */
record StoredTable(String name, StructType schema, Map<String, String> properties) {

  StoredTable {
    properties = Map.copyOf(properties);
  }

  static StoredTable of(Lake lake, Table table) {
    Metadata metadata =
        DeltaLog.forTable(lake.session(), lake.path(table).toString())
            .update(false, Option.empty(), Option.empty())
            .metadata();
    return new StoredTable(sqlName(lake, table), metadata.schema(), metadata.getConfiguration());
  }

  /** How SQL calls a table without a catalog. */
  static String sqlName(Lake lake, Table table) {
    return "delta." + quoted(lake.path(table).toString());
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
