package id.dampak.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddCDCFile;
import org.apache.spark.sql.delta.actions.FileAction;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** What changed in a Delta table after one of its versions, from its change data feed. */
final class Changes {
  /** The table property that keeps changes; it is set when a table is made, or never. */
  static final String KEPT = "delta.enableChangeDataFeed";

  private Changes() {}

  /** Whether the table keeps changes, and those after a version can still be read. */
  static boolean keptSince(SparkSession session, Path table, long version) {
    DeltaLog log = DeltaLog.forTable(session, table.toString());
    Snapshot now = log.unsafeVolatileSnapshot();
    return Boolean.parseBoolean(now.metadata().configuration().getOrElse(KEPT, () -> "false"))
        && version <= now.version()
        && LongStream.rangeClosed(version + 1, now.version())
            .mapToObj(later -> table.resolve("_delta_log").resolve("%020d.json".formatted(later)))
            .allMatch(Files::exists)
        && files(log, version).allMatch(Files::exists);
  }

  /**
   * The files that the changes after a version are read from. VACUUM removes those that are older
   * than the retention, while the log goes on to name them.
   */
  private static Stream<Path> files(DeltaLog log, long version) {
    Iterable<scala.Tuple2<Object, scala.collection.immutable.Seq<Action>>> commits =
        () -> CollectionConverters.asJava(log.getChanges(version + 1, Option.empty(), false));
    return StreamSupport.stream(commits.spliterator(), false)
        .flatMap(commit -> changed(CollectionConverters.asJava(commit._2())).stream())
        .map(file -> Path.of(file.absolutePath(log).toUri().getPath()));
  }

  /** Of one commit: where it has files of changes, they say all; else the rows came and went. */
  private static List<FileAction> changed(List<Action> commit) {
    List<FileAction> files =
        commit.stream().filter(FileAction.class::isInstance).map(FileAction.class::cast).toList();
    List<FileAction> told = files.stream().filter(AddCDCFile.class::isInstance).toList();
    return told.isEmpty() ? files.stream().filter(FileAction::dataChange).toList() : told;
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
