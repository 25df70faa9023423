package id.dampak;

import id.dampak.contract.Landed;
import id.dampak.contract.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** Rows written as a small text table, columns between bars, for tests. */
public final class Rows {
  private static final String BAR = "\\|";

  private Rows() {}

  /** Bronze rows of the input {@code input}, as if landed from a file {@code input.csv}. */
  public static Dataset<Row> landed(String input, String header, String... lines) {
    String[] columns = cells(header);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines) {
      String[] cells = cells(line);
      Map<String, String> fields = new LinkedHashMap<>();
      for (int c = 0; c < columns.length; c++) {
        fields.put(columns[c], cells[c]);
      }
      rows.add(fields);
    }
    return landed(input, rows);
  }

  /** Bronze rows of the input {@code input} with these fields each. */
  public static Dataset<Row> landed(String input, List<Map<String, String>> lines) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(
          RowFactory.create(
              "test-study",
              input,
              input + ".csv",
              "0".repeat(64),
              i + 1L,
              Timestamp.from(Instant.EPOCH),
              scala.jdk.javaapi.CollectionConverters.asScala(lines.get(i)),
              null));
    }
    return SharedSpark.session().createDataFrame(rows, Landed.TRANSACTION.schema());
  }

  /**
   * Rows of {@code table} with the columns that the header names; the others are null, or a usual
   * value where the contract asks for one.
   */
  public static Dataset<Row> of(Table table, String header, String... lines) {
    List<String> columns = List.of(cells(header));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String[] cells = cells(lines[i]);
      int number = i + 1;
      rows.add(
          RowFactory.create(
              table.fields().stream()
                  .map(
                      field -> {
                        int at = columns.indexOf(field.name());
                        return at >= 0
                            ? parsed(cells[at], field.type())
                            : field.nullable() ? null : usual(field.name(), field.type(), number);
                      })
                  .toArray()));
    }
    return SharedSpark.session().createDataFrame(rows, table.schema());
  }

  private static String[] cells(String line) {
    return Arrays.stream(line.split(BAR, -1)).map(String::strip).toArray(String[]::new);
  }

  private static @Nullable Object parsed(String text, DataType type) {
    if (text.isEmpty()) {
      return null;
    }
    return switch (type.typeName()) {
      case "long" -> Long.valueOf(text);
      case "integer" -> Integer.valueOf(text);
      case "double" -> Double.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      case "timestamp" -> Timestamp.from(Instant.parse(text));
      case "timestamp_ntz" -> LocalDateTime.parse(text);
      case "date" -> Date.valueOf(text);
      case "string" -> text;
      default -> throw new IllegalArgumentException(type.typeName());
    };
  }

  private static Object usual(String name, DataType type, int number) {
    return switch (name) {
      case "dataset", "study" -> "test-study";
      case "status" -> "completed";
      case "end_status" -> "ended";
      case "scope" -> "feature";
      case "severity" -> "warn";
      default -> usual(type, number);
    };
  }

  private static Object usual(DataType type, int number) {
    return switch (type.typeName()) {
      case "long" -> (long) number;
      case "double" -> 0.0;
      case "boolean" -> false;
      case "timestamp" -> Timestamp.from(Instant.EPOCH);
      case "timestamp_ntz" -> LocalDateTime.of(1970, 1, 1, 0, 0);
      case "string" -> "unknown";
      default -> throw new IllegalArgumentException(type.typeName());
    };
  }

  /** The values of {@code columns} in every row, as texts joined by a bar, sorted. */
  public static List<String> texts(Dataset<Row> rows, String... columns) {
    org.apache.spark.sql.Column[] cast =
        Arrays.stream(columns)
            .map(
                column ->
                    org.apache.spark.sql.functions.coalesce(
                        rows.col(column).cast(DataTypes.StringType),
                        org.apache.spark.sql.functions.lit("null")))
            .toArray(org.apache.spark.sql.Column[]::new);
    return rows
        .select(org.apache.spark.sql.functions.concat_ws(" | ", cast))
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }
}
