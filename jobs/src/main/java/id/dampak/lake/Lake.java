package id.dampak.lake;

import id.dampak.contract.Field;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import io.delta.kernel.exceptions.InvalidTableException;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * A folder of Delta tables, one folder a layer. All that is written goes through here, so that
 * every write keeps its contract.
 */
public final class Lake {
  /** Alias of the rows that {@link #merge} brings. */
  public static final String ARRIVED = "arrived";

  /** Alias of the rows that are there already. */
  public static final String STORED = "stored";

  private final SparkSession session;
  private final Path root;

  /** The lake in {@code root}, which need not exist yet. */
  public Lake(SparkSession session, Path root) {
    this.session = session;
    this.root = root.toAbsolutePath().normalize();
  }

  /** The session that reads and writes it. */
  public SparkSession session() {
    return session;
  }

  /** The folder that holds it. */
  public Path root() {
    return root;
  }

  /** Where a table lies. */
  public Path path(Table table) {
    return root.resolve(table.layer().id()).resolve(table.name());
  }

  /**
   * Whether a table has been written yet.
   *
   * @throws id.dampak.error.DampakException where its log has lost its end
   */
  public boolean has(Table table) {
    return log(table).exists();
  }

  /** What Delta has written down of a table. */
  CommitLog log(Table table) {
    return new CommitLog(table, root, path(table));
  }

  /** The rows of a table as they stand; none where it has not been written yet. */
  public Dataset<Row> read(Table table) {
    return has(table)
        ? Evolution.selected(this, table, session.read().format("delta").load(location(table)))
        : rows(table, List.of());
  }

  /**
   * The rows of a study or dataset in a table that holds only a few of them, at hand and in no
   * order that can be relied on. Its columns must hold one value each.
   *
   * @throws IllegalArgumentException where rows of the table belong to none
   * @throws id.dampak.error.DampakException where a file of it is damaged
   */
  public List<Row> collect(Table table, String owner) {
    Slice slice = Slice.of(table, owner);
    try {
      return has(table)
          ? new SmallTable(this, table).rows(slice.field(), slice.value())
          : List.of();
    } catch (KernelEngineException | InvalidTableException e) {
      throw Damage.of(path(table), e);
    }
  }

  /** A few rows for a table that are at hand: written as one file, in their order. */
  public Dataset<Row> rows(Table table, List<Row> rows) {
    return session.createDataFrame(rows, table.schema()).coalesce(1);
  }

  /** The rows of one slice of a table. */
  public Dataset<Row> read(Table table, Slice slice) {
    return read(table).filter(slice.condition());
  }

  /**
   * Replaces a slice in one transaction: readers see all of the old rows or all of the new ones.
   */
  public void replace(Table table, Slice slice, Dataset<Row> rows) {
    if (!isNewWith(table, rows)) {
      rows.write()
          .format("delta")
          .mode(SaveMode.Overwrite)
          .option("replaceWhere", slice.predicate())
          .save(location(table));
    }
  }

  /** Replaces all rows of a table in one transaction. */
  public void replaceAll(Table table, Dataset<Row> rows) {
    if (!isNewWith(table, rows)) {
      rows.write().format("delta").mode(SaveMode.Overwrite).save(location(table));
    }
  }

  /** Adds rows in one transaction. */
  public void append(Table table, Dataset<Row> rows) {
    if (has(table)) {
      Evolution.bring(this, table);
    } else {
      make(table);
    }
    rows.write().format("delta").mode(SaveMode.Append).save(location(table));
  }

  /**
   * Brings rows into a slice by the table's grain, in one transaction: a row of a new key is added,
   * and one of a known key takes the place of the stored row where it supersedes it. Rows that it
   * does not concern are not written again.
   *
   * @param rows at most one for each key, all of the slice
   * @param supersedes whether a row under the alias {@link #ARRIVED} counts instead of the one
   *     under {@link #STORED}
   */
  public void merge(Table table, Slice slice, Dataset<Row> rows, Column supersedes) {
    if (!isNewWith(table, rows)) {
      DeltaTable.forPath(session, location(table))
          .as(STORED)
          .merge(rows.as(ARRIVED), sameKey(table, slice))
          .whenMatched(supersedes)
          .updateAll()
          .whenNotMatched()
          .insertAll()
          .execute();
    }
  }

  /**
   * Makes the table of these rows where there is none: nothing has to be replaced in it then, and
   * looking for it would take longer than writing them. One that is there is brought up to date.
   */
  private boolean isNewWith(Table table, Dataset<Row> rows) {
    if (!has(table)) {
      append(table, rows);
      return true;
    }
    Evolution.bring(this, table);
    return false;
  }

  /** Both are of the slice, so that its field need not be looked up with the rest of the key. */
  private static Column sameKey(Table table, Slice slice) {
    return table.grain().stream()
        .filter(field -> !field.equals(slice.field()))
        .map(field -> field.of(STORED).equalTo(field.of(ARRIVED)))
        .reduce(slice.field().of(STORED).equalTo(slice.value()), Column::and);
  }

  /**
   * The rows of a table, old and new, that changed after a version; empty where the lake cannot
   * tell, because it did not keep changes from then on.
   */
  public Optional<Dataset<Row>> changes(Table table, long since) {
    if (!has(table) || !Changes.keptSince(session, path(table), since)) {
      return Optional.empty();
    }
    return Optional.of(
        since == version(table)
            ? rows(table, List.of())
            : Changes.after(session, path(table), since).select(table.columns()));
  }

  /**
   * Asks whether tables can be written, before any work is done for them.
   *
   * @throws id.dampak.error.DampakException naming the folder that forbids it
   */
  public void requireWritable() {
    WritableFolders.require(root);
  }

  /**
   * Asks whether tables and their past can be read, before any work is done with them.
   *
   * @throws id.dampak.error.DampakException or what {@link Damage} knows, where one is damaged
   */
  public void requireWhole(Collection<Table> tables) {
    for (Table table : tables) {
      if (has(table)) {
        log(table).requireWhole();
        read(table).schema();
      }
    }
  }

  /** The Delta version of every table that has been written, by {@link Table#id}. */
  public Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    for (Table table : Tables.ALL) {
      if (has(table)) {
        versions.put(table.id(), version(table));
      }
    }
    return versions;
  }

  /** What a job has set out to do to the rows of a study or dataset. */
  public Intent intent(String job, String owner) {
    return new Intent(root, job, owner);
  }

  /** What tells a table from one that was made in its place later; empty where there is none. */
  public Optional<String> identity(Table table) {
    return has(table)
        ? Optional.of(
            DeltaLog.forTable(session, location(table)).unsafeVolatileSnapshot().metadata().id())
        : Optional.empty();
  }

  /** The Delta version of a table that has been written. */
  public long version(Table table) {
    return DeltaLog.forTable(session, location(table)).unsafeVolatileSnapshot().version();
  }

  private void make(Table table) {
    WritableFolders.make(this, table);
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(session)
            .tableName(StoredTable.sqlName(this, table)) // or it makes one, unquoted
            .location(location(table))
            .comment(table.doc());
    // Whose rows are replaced is then known by their folders: those of others are not even read.
    builder.partitionedBy(table.partitions().stream().map(Field::name).toArray(String[]::new));
    for (Field field : table.fields()) {
      builder.addColumn(
          DeltaTable.columnBuilder(session, field.name())
              .dataType(field.type())
              .nullable(field.nullable())
              .comment(field.doc())
              .build());
    }
    Evolution.settings(table, Retention.of(this)).forEach(builder::property);
    builder.execute();
    WritableFolders.close(this, table);
  }

  private String location(Table table) {
    return path(table).toString();
  }
}
