package id.dampak.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;

/** What changed in a Delta table after one of its versions, from its change data feed. */
final class Changes {
  /** The table property that keeps changes; it is set when a table is made, or never. */
  static final String KEPT = "delta.enableChangeDataFeed";

  private Changes() {}

  /** Whether the table keeps changes, and its log still reaches back to a version. */
  static boolean keptSince(SparkSession session, Path table, long version) {
    Snapshot now = DeltaLog.forTable(session, table.toString()).unsafeVolatileSnapshot();
    boolean kept =
        Boolean.parseBoolean(now.metadata().configuration().getOrElse(KEPT, () -> "false"));
    Path next = table.resolve("_delta_log").resolve("%020d.json".formatted(version + 1));
    boolean reachable = version == now.version() || (version < now.version() && Files.exists(next));
    return kept && reachable;
  }

  /** The rows before and after every change later than a version, which must not be the last. */
  static Dataset<Row> after(SparkSession session, Path table, long version) {
    return session
        .read()
        .format("delta")
        .option("readChangeFeed", "true")
        .option("startingVersion", version + 1)
        .load(table.toString());
  }
}
