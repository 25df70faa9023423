package id.dampak.lake;

import id.dampak.contract.Field;
import id.dampak.contract.Table;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/**
 * A table of a few rows, read in this thread. Spark would start a job to put together what its log
 * says and another for the rows, and generate code for both: half a second for what takes
 * milliseconds.
 */
final class SmallTable {
  private final Table table;
  private final Engine engine;
  private final Snapshot snapshot;
  private final StructType columns;

  /**
   * A table that has been written.
   *
   * @throws id.dampak.error.DampakException where its rows lack a column that the contract requires
   */
  SmallTable(Lake lake, Table table) {
    this.table = table;
    this.engine = DefaultEngine.create(lake.session().sparkContext().hadoopConfiguration());
    this.snapshot = TableManager.loadSnapshot(lake.path(table).toString()).build(engine);
    StructType stored = snapshot.getSchema();
    Evolution.requireReadable(lake, table, stored.fieldNames());
    this.columns =
        new StructType(
            table.fields().stream()
                .map(Field::name)
                .filter(stored.fieldNames()::contains)
                .map(stored::get)
                .toList());
  }

  /** The rows that have a text in a column, in the columns of the contract. */
  List<Row> rows(Field field, String text) {
    Scan scan =
        snapshot
            .getScanBuilder()
            .withReadSchema(columns)
            .withFilter(new Predicate("=", new Column(field.name()), Literal.ofString(text)))
            .build();
    io.delta.kernel.data.Row state = scan.getScanState(engine);
    int place = columns.indexOf(field.name());
    return Utils.intoRows(
            Utils.intoRows(scan.getScanFiles(engine)).flatMap(file -> content(state, file)))
        .filter(row -> text.equals(row.getString(place))) // files were left out by it, rows not yet
        .map(this::inContract)
        .toInMemoryList();
  }

  private CloseableIterator<FilteredColumnarBatch> content(
      io.delta.kernel.data.Row state, io.delta.kernel.data.Row file) {
    try {
      CloseableIterator<ColumnarBatch> stored =
          engine
              .getParquetHandler()
              .readParquetFiles(
                  Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                  ScanStateRow.getPhysicalDataReadSchema(state),
                  Optional.empty())
              .map(FileReadResult::getData);
      return Scan.transformPhysicalData(engine, state, file, stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Row inContract(io.delta.kernel.data.Row row) {
    Object[] values =
        table.fields().stream()
            .map(field -> StoredValue.of(row, columns.indexOf(field.name())))
            .toArray();
    return new GenericRowWithSchema(values, table.schema());
  }
}
