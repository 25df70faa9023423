package id.dampak.lake;

import id.dampak.contract.Table;
import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaThrowable;

/** The tables of a lake as they stood. */
public final class TimeTravel {
  private final Lake lake;

  /** Of one lake. */
  public TimeTravel(Lake lake) {
    this.lake = lake;
  }

  /** The rows of a table at a version, in the columns of its contract. */
  public Dataset<Row> rows(Table table, long version) {
    return Evolution.selected(lake, table, stored(table, version));
  }

  /** The rows of a slice at a version. */
  public Dataset<Row> rows(Table table, long version, Slice slice) {
    return rows(table, version).filter(slice.condition());
  }

  private Dataset<Row> stored(Table table, long version) {
    return lake.session()
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(lake.path(table).toString());
  }

  /**
   * What keeps a version from being read, as a clause; nothing where it can be.
   *
   * @throws id.dampak.error.DampakException where a commit of the table is damaged
   */
  public Optional<String> obstacle(Table table, long version) {
    String named = table.id() + " at version " + version;
    if (!lake.has(table)) {
      return Optional.of(named + " is gone with its table");
    }
    lake.log(table).requireWhole();
    try {
      return lack(stored(table, version)).map(lack -> named + " " + lack);
    } catch (Exception e) {
      if (isRefusal(e)) {
        return Optional.of(named + " cannot be read: " + firstLine(e));
      }
      throw e;
    }
  }

  /** Whether a version cannot be had: there was none, or its log is gone. */
  static boolean isRefusal(Exception e) {
    return e instanceof AnalysisException || e instanceof DeltaThrowable;
  }

  /** Which files of some rows are gone, as the end of a clause. */
  static Optional<String> lack(Dataset<Row> rows) {
    List<Path> files = files(rows);
    List<Path> missing = files.stream().filter(file -> !Files.exists(file)).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "lacks %d of its %d files, such as %s"
                .formatted(missing.size(), files.size(), missing.get(0).getFileName()));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }

  /**
   * The files that rows of the lake lie in; Spark writes their names as they are, blanks and all.
   */
  static List<Path> files(Dataset<Row> rows) {
    return Arrays.stream(rows.inputFiles())
        .map(file -> Path.of(new org.apache.hadoop.fs.Path(file).toUri().getPath()))
        .toList();
  }

  /** Makes the table of another lake what it was here; its files stay where they are. */
  public void show(Table table, long version, Lake other) {
    DeltaTable.forPath(lake.session(), lake.path(table).toString())
        .cloneAtVersion(version, other.path(table).toString(), true);
  }
}
