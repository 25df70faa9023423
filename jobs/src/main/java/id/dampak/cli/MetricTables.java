package id.dampak.cli;

import id.dampak.text.Measure;
import id.dampak.text.Metric;
import id.dampak.text.TextModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A classifier's metrics as tables for a terminal, the baseline beside. */
final class MetricTables {

  private MetricTables() {}

  static void print(TextModel model, List<Metric> metrics, PrintWriter out) {
    metrics.stream()
        .map(Metric::evaluation)
        .distinct()
        .forEach(
            evaluation ->
                print(
                    model,
                    evaluation,
                    metrics.stream().filter(m -> m.evaluation().equals(evaluation)).toList(),
                    out));
  }

  private static void print(
      TextModel model, String evaluation, List<Metric> metrics, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%n%s (flagged from %.3f up)%n",
        evaluation,
        model.thresholds().atFivePercent());
    TextTable table = new TextTable(List.of("slice", "texts", "measure", "model", "word list"));
    for (Metric metric : metrics) {
      if (metric.modelId().equals(model.id()) && isShown(metric)) {
        table.add(
            List.of(
                metric.slice(),
                Long.toString(metric.texts()),
                metric.measure().id(),
                number(metric.measured()),
                number(baseline(metric, metrics))));
      }
    }
    table.print(out);
  }

  /** Of a slice, only the share decided rightly: most hold texts of one kind alone. */
  private static boolean isShown(Metric metric) {
    return metric.slice().equals(Metric.ALL) || metric.measure() == Measure.ACCURACY;
  }

  private static OptionalDouble baseline(Metric metric, List<Metric> metrics) {
    return metrics.stream()
        .filter(other -> !other.modelId().equals(metric.modelId()))
        .filter(other -> other.slice().equals(metric.slice()))
        .filter(other -> other.measure() == metric.measure())
        .findFirst()
        .map(Metric::measured)
        .orElse(OptionalDouble.empty());
  }

  private static String number(OptionalDouble measured) {
    return measured.isPresent() ? String.format(Locale.ROOT, "%.3f", measured.getAsDouble()) : "–";
  }
}
