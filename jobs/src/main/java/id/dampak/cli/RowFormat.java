package id.dampak.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** How rows of a query are printed. */
enum RowFormat {
  TABLE {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      TextTable table = new TextTable(List.of(rows.columns()));
      texts(rows).forEach(row -> table.add(cells(row)));
      table.print(out);
    }
  },
  CSV {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      try (CsvWriter csv = CsvWriter.builder().build(out)) {
        csv.writeRecord(Arrays.stream(rows.columns()).map(SafeText::inSpreadsheet).toList());
        List<UnaryOperator<String>> guards = guards(rows);
        texts(rows).forEach(row -> csv.writeRecord(guarded(cells(row), guards)));
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

  /** Numbers stay as they are, the minus of a negative one included; all else is a text. */
  private static List<UnaryOperator<String>> guards(Dataset<Row> rows) {
    return Arrays.stream(rows.schema().fields())
        .map(StructField::dataType)
        .map(
            type ->
                type instanceof NumericType
                    ? UnaryOperator.<String>identity()
                    : (UnaryOperator<String>) SafeText::inSpreadsheet)
        .toList();
  }

  private static List<String> guarded(List<String> cells, List<UnaryOperator<String>> guards) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> guards.get(i).apply(cells.get(i)))
        .toList();
  }

  /** Every value as text; by place, for two columns of a query may have one name. */
  private static List<Row> texts(Dataset<Row> rows) {
    String[] places =
        IntStream.range(0, rows.columns().length).mapToObj(i -> "c" + i).toArray(String[]::new);
    Dataset<Row> renamed = rows.toDF(places);
    return renamed
        .select(
            Arrays.stream(places)
                .map(place -> renamed.col(place).cast(DataTypes.StringType))
                .toArray(Column[]::new))
        .collectAsList();
  }

  /** The fields of a row; a null is an empty one. */
  private static List<String> cells(Row row) {
    return IntStream.range(0, row.length())
        .mapToObj(i -> row.isNullAt(i) ? "" : row.getString(i))
        .toList();
  }
}
