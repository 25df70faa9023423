package id.dampak.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** How rows of a query are printed. */
enum RowFormat {
  TABLE {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      TextTable table = new TextTable(List.of(rows.columns()));
      texts(rows).forEach(row -> table.add(cells(row, "")));
      table.print(out);
    }
  },
  CSV {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      try (CsvWriter csv = CsvWriter.builder().build(out)) {
        csv.writeRecord(rows.columns());
        for (Iterator<Row> all = texts(rows).iterator(); all.hasNext(); ) {
          csv.writeRecord(cells(all.next(), ""));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      out.flush();
    }
  },
  /** One JSON object a line. */
  JSON {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      rows.toJSON().toLocalIterator().forEachRemaining(out::println);
      out.flush();
    }
  };

  abstract void print(Dataset<Row> rows, PrintWriter out);

  private static List<Row> texts(Dataset<Row> rows) {
    return rows.select(
            Arrays.stream(rows.columns())
                .map(name -> functions.col("`" + name + "`"))
                .map(column -> column.cast(DataTypes.StringType))
                .toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList();
  }

  private static List<String> cells(Row row, String whenNull) {
    return java.util.stream.IntStream.range(0, row.length())
        .mapToObj(i -> row.isNullAt(i) ? whenNull : row.getString(i))
        .toList();
  }
}
