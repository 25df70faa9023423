package id.dampak.text;

import id.dampak.contract.ModelMetric;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Metrics as rows of {@link ModelMetric#TABLE}. */
public final class ModelMetrics {

  private ModelMetrics() {}

  /** One row a metric, columns in the table's order. */
  public static List<Row> rows(String study, List<Metric> metrics) {
    return metrics.stream().map(metric -> row(study, metric)).toList();
  }

  private static Row row(String study, Metric metric) {
    @Nullable Double measured =
        metric.measured().isPresent() ? metric.measured().getAsDouble() : null;
    return RowFactory.create(
        study,
        metric.modelId(),
        metric.evaluation(),
        metric.slice(),
        metric.measure().id(),
        measured,
        metric.texts());
  }
}
