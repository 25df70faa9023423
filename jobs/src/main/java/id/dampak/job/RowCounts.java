package id.dampak.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Landed;
import id.dampak.contract.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts rows of several tables in one query. */
final class RowCounts {
  private static final String OF = "of";
  private static final String ROWS = "rows";

  private RowCounts() {}

  /** Rows by the input that they came from; an input without rows is absent. */
  static Map<String, Long> byInput(List<Dataset<Row>> tables) {
    return counted(tables.stream().map(table -> table.select(Landed.INPUT.col().as(OF))));
  }

  /** Rows of a run's study by table; one without rows is absent. */
  static Map<String, Long> byTable(RunContext run, List<Table> tables) {
    return counted(tables.stream().map(table -> run.read(table).select(lit(table.id()).as(OF))));
  }

  private static Map<String, Long> counted(Stream<Dataset<Row>> subjects) {
    return subjects
        .reduce(Dataset::unionByName)
        .map(all -> all.groupBy(col(OF)).agg(count(lit(1)).as(ROWS)).collectAsList())
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(row -> row.<String>getAs(OF), row -> row.<Long>getAs(ROWS)));
  }
}
