package id.dampak.panel;

import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.MomentEstimator;
import id.dampak.estimate.Moments;
import id.dampak.estimate.Panel;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A table with one observation a row, as estimators read it: as a {@link Panel} of arrays while it
 * fits a {@link MemoryBudget}, else as {@link Moments} that Spark sums up where the rows are. Both
 * give the same numbers but for rounding.
 */
public final class ObservationTable {
  private final Dataset<Row> rows;

  private ObservationTable(Dataset<Row> rows) {
    this.rows = rows;
  }

  /** The observations of a table. */
  public static ObservationTable of(Dataset<Row> rows) {
    return new ObservationTable(rows);
  }

  /**
   * The fit of an estimator, by whichever way the budget allows.
   *
   * @throws id.dampak.error.DampakException if a column is missing, or the data do not allow the
   *     number asked for
   */
  public Fit fit(MomentEstimator estimator, MemoryBudget budget) {
    return budget.holds(rows.count(), estimator.columns().size())
        ? estimator.fit(panel(estimator))
        : estimator.fit(moments(estimator));
  }

  /** The columns that an estimator reads, in memory. */
  public Panel panel(Estimator estimator) {
    Dataset<Row> selected = selected(estimator);
    return PanelLoad.of(selected, fields(selected, estimator));
  }

  /**
   * What an estimator needs of the table, summed up in a few passes over it. No row leaves the
   * place where Spark has it, but each goes once to that of its group.
   */
  public Moments moments(MomentEstimator estimator) {
    Dataset<Row> selected = selected(estimator);
    String grouping = grouping(estimator.groupings());
    try (SparkPieces pieces = SparkPieces.of(selected, fields(selected, estimator), grouping)) {
      return estimator.summarise(pieces, grouping);
    }
  }

  /** Of several effects the one with the most levels. */
  private String grouping(List<String> effects) {
    if (effects.size() == 1) {
      return effects.get(0);
    }
    Column[] counts =
        effects.stream()
            .map(effect -> functions.approx_count_distinct(functions.struct(cells(effect))))
            .toArray(Column[]::new);
    Row levels = rows.agg(counts[0], Arrays.copyOfRange(counts, 1, counts.length)).first();
    int most = 0;
    for (int e = 1; e < effects.size(); e++) {
      most = levels.getLong(e) > levels.getLong(most) ? e : most;
    }
    return effects.get(most);
  }

  private Column[] cells(String effect) {
    return Panel.columnsOf(effect).stream().map(this::column).toArray(Column[]::new);
  }

  private Column column(String name) {
    if (!Arrays.asList(rows.columns()).contains(name)) {
      throw EstimationErrors.noSuchColumn(name, List.of(rows.columns()));
    }
    return rows.col("`" + name + "`");
  }

  private Dataset<Row> selected(Estimator estimator) {
    return rows.select(
        estimator.columns().stream()
            .sorted()
            .map(name -> plain(name, estimator.identifiers().contains(name)))
            .toArray(Column[]::new));
  }

  private Column plain(String name, boolean identifier) {
    Column column = column(name);
    return RowField.plain(column, rows.schema().apply(name).dataType(), identifier).as(name);
  }

  private static List<RowField> fields(Dataset<Row> selected, Estimator estimator) {
    return Arrays.stream(selected.schema().fields())
        .map(field -> RowField.of(field, estimator.identifiers().contains(field.name())))
        .toList();
  }
}
