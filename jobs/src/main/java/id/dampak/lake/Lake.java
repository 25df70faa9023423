package id.dampak.lake;

import id.dampak.contract.Field;
import id.dampak.contract.Layer;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.error.LakeErrors;
import id.dampak.privacy.PrivateFiles;
import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** Whether a table has been written yet. */
  public boolean has(Table table) {
    return Files.isDirectory(path(table).resolve("_delta_log"));
  }

  /** The rows of a table as they stand; none where it has not been written yet. */
  public Dataset<Row> read(Table table) {
    return has(table)
        ? session.read().format("delta").load(location(table))
        : session.createDataFrame(List.of(), table.schema());
  }

  /** The rows of one slice of a table. */
  public Dataset<Row> read(Table table, Slice slice) {
    return read(table).filter(slice.condition());
  }

  /**
   * Replaces a slice in one transaction: readers see all of the old rows or all of the new ones.
   */
  public void replace(Table table, Slice slice, Dataset<Row> rows) {
    create(table);
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("replaceWhere", slice.predicate())
        .save(location(table));
  }

  /** Adds rows in one transaction. */
  public void append(Table table, Dataset<Row> rows) {
    create(table);
    rows.write().format("delta").mode(SaveMode.Append).save(location(table));
  }

  /**
   * Asks whether tables can be written, before any work is done for them.
   *
   * @throws id.dampak.error.DampakException naming the folder that forbids it
   */
  public void requireWritable() {
    requireWritable(nearest(root));
    for (Layer layer : Layer.values()) {
      Path folder = root.resolve(layer.id());
      if (Files.exists(folder)) {
        requireWritable(folder);
      }
    }
  }

  private void requireWritable(Path folder) {
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw LakeErrors.notWritable(root, folder);
    }
  }

  /** The place itself, or the lowest folder above it that exists. */
  private static Path nearest(Path place) {
    Path nearest = place;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
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

  /** The Delta version of a table that has been written. */
  public long version(Table table) {
    return DeltaLog.forTable(session, location(table)).unsafeVolatileSnapshot().version();
  }

  private void create(Table table) {
    if (has(table)) {
      requireSameColumns(table);
      return;
    }
    requireFolder(table);
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(session).location(location(table)).comment(table.doc());
    for (Field field : table.fields()) {
      builder.addColumn(
          DeltaTable.columnBuilder(session, field.name())
              .dataType(field.type())
              .nullable(field.nullable())
              .comment(field.doc())
              .build());
    }
    table
        .checks()
        .forEach(check -> builder.property("delta.constraints." + check.name(), check.condition()));
    builder.execute();
    closeFolders(table);
  }

  /** Made here, because Hadoop gives folders the permissions of the process. */
  private void requireFolder(Table table) {
    try {
      PrivateFiles.createFolders(path(table));
    } catch (IOException e) {
      throw LakeErrors.notWritable(root, nearest(path(table)));
    }
  }

  private void closeFolders(Table table) {
    try {
      PrivateFiles.closeFolders(path(table));
    } catch (IOException e) {
      throw LakeErrors.notWritable(root, path(table));
    }
  }

  private void requireSameColumns(Table table) {
    List<String> stored = List.of(read(table).columns());
    List<String> declared = table.fields().stream().map(Field::name).toList();
    if (!stored.equals(declared)) {
      throw LakeErrors.otherColumns(table.id(), root, stored, declared);
    }
  }

  private String location(Table table) {
    return path(table).toString();
  }
}
