package id.dampak.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well the content classifier and its baseline do, every measure as it is.
 *
 * @param metrics one per model, evaluation set, slice and measure
 * @param note what the models and the evaluation sets are; may be empty
 */
public record ContentScores(List<Metric> metrics, String note) implements Section {

  /**
   * One measure of one model.
   *
   * @param model the model, or the baseline it is compared with, as people call it
   * @param evaluation what it was measured on
   * @param slice part of the evaluation set
   * @param metric the measure, for example {@code recall}
   * @param measured its value; empty where it is not defined
   * @param texts texts that it rests on
   */
  public record Metric(
      String model,
      String evaluation,
      String slice,
      String metric,
      Optional<Double> measured,
      long texts) {}

  /**
   * The models side by side on one evaluation set.
   *
   * @param name the evaluation set
   * @param models heads of the columns
   * @param rows one per slice and measure
   */
  public record Evaluation(String name, List<String> models, List<Row> rows) {}

  /**
   * One measure on one slice.
   *
   * @param slice part of the evaluation set
   * @param metric the measure
   * @param texts texts that it rests on
   * @param cells the measure of each model, in the order of the columns
   */
  public record Row(String slice, String metric, long texts, List<String> cells) {}

  private record Key(String slice, String metric) {}

  public ContentScores {
    metrics = List.copyOf(metrics);
  }

  @Override
  public String anchor() {
    return "content-scores";
  }

  @Override
  public String heading() {
    return "The content classifier";
  }

  @Override
  public boolean isEmpty() {
    return metrics.isEmpty();
  }

  /** The metrics as tables, in the order in which they were given. */
  public List<Evaluation> evaluations() {
    return metrics.stream().map(Metric::evaluation).distinct().map(this::evaluation).toList();
  }

  private Evaluation evaluation(String name) {
    List<Metric> own = metrics.stream().filter(metric -> metric.evaluation().equals(name)).toList();
    List<String> models = own.stream().map(Metric::model).distinct().toList();
    Map<Key, Map<String, Metric>> byKey = new LinkedHashMap<>();
    for (Metric metric : own) {
      byKey
          .computeIfAbsent(new Key(metric.slice(), metric.metric()), key -> new LinkedHashMap<>())
          .put(metric.model(), metric);
    }
    List<Row> rows =
        byKey.entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue(), models))
            .toList();
    return new Evaluation(name, models, rows);
  }

  private static Row row(Key key, Map<String, Metric> byModel, List<String> models) {
    long texts = byModel.values().stream().mapToLong(Metric::texts).max().orElse(0);
    List<String> cells =
        models.stream().map(model -> cell(Optional.ofNullable(byModel.get(model)))).toList();
    return new Row(key.slice(), key.metric(), texts, cells);
  }

  private static String cell(Optional<Metric> metric) {
    return metric
        .map(
            known ->
                known.measured().map(value -> DecimalText.exactly(3, value)).orElse("not defined"))
        .orElse("not measured");
  }
}
