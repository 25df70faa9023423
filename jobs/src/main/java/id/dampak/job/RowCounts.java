package id.dampak.job;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Landed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts rows by the input that they came from, over several tables in one query. */
final class RowCounts {
  private static final String ROWS = "rows";

  private RowCounts() {}

  /** Rows by input; an input without rows is absent. */
  static Map<String, Long> byInput(List<Dataset<Row>> tables) {
    return tables.stream()
        .map(table -> table.select(Landed.INPUT.col()))
        .reduce(Dataset::unionByName)
        .map(RowCounts::counted)
        .orElse(Map.of());
  }

  private static Map<String, Long> counted(Dataset<Row> inputs) {
    return inputs.groupBy(Landed.INPUT.col()).agg(count(lit(1)).as(ROWS)).collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> row.<String>getAs(Landed.INPUT.name()), row -> row.<Long>getAs(ROWS)));
  }
}
