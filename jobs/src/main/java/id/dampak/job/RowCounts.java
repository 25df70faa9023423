package id.dampak.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Landed;
import id.dampak.contract.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts rows of several tables in one query. */
final class RowCounts {
  private static final String PART = "part";
  private static final String ROWS = "rows";

  private RowCounts() {}

  /**
   * Rows of each part by the input that they came from; an input without rows is absent, and so is
   * a part.
   *
   * @param parts the tables or queries that make up a part, by its name
   */
  static Map<String, Map<String, Long>> byInput(Map<String, List<Dataset<Row>>> parts) {
    String input = Landed.INPUT.name();
    List<String> names = List.copyOf(parts.keySet());
    return counted(
            parts.entrySet().stream()
                .flatMap(
                    part ->
                        part.getValue().stream()
                            .map(rows -> rows.select(number(names, part.getKey()), col(input)))))
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> name(names, row),
                Collectors.toMap(row -> row.<String>getAs(input), RowCounts::rows)));
  }

  /** Rows of a run's study by table; one without rows is absent. */
  static Map<String, Long> byTable(RunContext run, List<Table> tables) {
    List<String> names = tables.stream().map(Table::id).toList();
    return counted(tables.stream().map(table -> run.read(table).select(number(names, table.id()))))
        .stream()
        .collect(Collectors.toMap(row -> name(names, row), RowCounts::rows));
  }

  /** Of millions of rows, numbers are compared in less time than names. */
  private static Column number(List<String> names, String name) {
    return lit(names.indexOf(name)).as(PART);
  }

  private static String name(List<String> names, Row row) {
    return names.get(row.<Integer>getAs(PART));
  }

  private static long rows(Row row) {
    return row.<Long>getAs(ROWS);
  }

  private static List<Row> counted(Stream<Dataset<Row>> subjects) {
    return subjects
        .reduce(Dataset::unionByName)
        .map(all -> all.groupBy(columns(all)).agg(count(lit(1)).as(ROWS)).collectAsList())
        .orElse(List.of());
  }

  private static Column[] columns(Dataset<Row> rows) {
    return Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
  }
}
