package id.dampak.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well the content classifier and its baseline do, every measure as it is.
 *
 * @param metrics one per model, evaluation set, slice and measure
 * @param notes what the models and the evaluation sets are, a paragraph each
 */
public record ContentScores(List<Metric> metrics, List<String> notes) implements Section {
  /** The slice that is the whole of an evaluation set. */
  public static final String WHOLE = "all";

  /**
   * What is shown of a part: the share decided rightly, of those to flag, and of those to pass.
   * Most parts hold texts of one kind alone, of which precision and F1 say nothing.
   */
  private static final Map<String, String> MEASURES_OF_PARTS = measuresOfParts();

  /**
   * One measure of one model.
   *
   * @param model the model, or the baseline it is compared with, as people call it
   * @param evaluation what it was measured on
   * @param slice part of the evaluation set
   * @param metric the measure, for example {@code recall}
   * @param title the measure in words
   * @param measured its value; empty where it is not defined
   * @param texts texts that it rests on
   */
  public record Metric(
      String model,
      String evaluation,
      String slice,
      String metric,
      String title,
      Optional<Double> measured,
      long texts) {}

  /**
   * The models side by side on one evaluation set.
   *
   * @param name the evaluation set
   * @param models heads of the columns
   * @param texts texts of the set
   * @param rows one per measure of the whole set
   * @param partColumns heads of the columns of {@code parts}
   * @param parts one per part of the set
   */
  public record Evaluation(
      String name,
      List<String> models,
      long texts,
      List<Row> rows,
      List<String> partColumns,
      List<Row> parts) {}

  /**
   * One measure on the whole set, or one part of it.
   *
   * @param name the measure in words, or the part
   * @param texts texts that it rests on
   * @param cells what was measured, in the order of the columns
   */
  public record Row(String name, long texts, List<String> cells) {}

  public ContentScores {
    metrics = List.copyOf(metrics);
    notes = List.copyOf(notes);
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
    List<Metric> whole = own.stream().filter(metric -> metric.slice().equals(WHOLE)).toList();
    List<Metric> parts = own.stream().filter(metric -> !metric.slice().equals(WHOLE)).toList();
    return new Evaluation(
        name,
        models,
        texts(whole),
        whole.stream().map(Metric::metric).distinct().map(m -> measure(m, models, whole)).toList(),
        partColumns(models),
        parts.stream().map(Metric::slice).distinct().map(p -> part(p, models, parts)).toList());
  }

  private static Row measure(String name, List<String> models, List<Metric> whole) {
    List<String> cells = models.stream().map(model -> cell(model, name, whole)).toList();
    String title =
        whole.stream().filter(m -> m.metric().equals(name)).findFirst().orElseThrow().title();
    return new Row(title, texts(whole), cells);
  }

  private static List<String> partColumns(List<String> models) {
    return MEASURES_OF_PARTS.values().stream()
        .flatMap(measure -> models.stream().map(model -> measure + ", " + model))
        .toList();
  }

  private static Row part(String name, List<String> models, List<Metric> parts) {
    List<Metric> own = parts.stream().filter(metric -> metric.slice().equals(name)).toList();
    List<String> cells =
        MEASURES_OF_PARTS.keySet().stream()
            .flatMap(measure -> models.stream().map(model -> cell(model, measure, own)))
            .toList();
    return new Row(name, texts(own), cells);
  }

  private static long texts(List<Metric> metrics) {
    return metrics.stream().mapToLong(Metric::texts).max().orElse(0);
  }

  private static String cell(String model, String measure, List<Metric> among) {
    return among.stream()
        .filter(metric -> metric.model().equals(model) && metric.metric().equals(measure))
        .findFirst()
        .map(known -> known.measured().map(value -> DecimalText.exactly(3, value)).orElse("–"))
        .orElse("not measured");
  }

  private static Map<String, String> measuresOfParts() {
    Map<String, String> measures = new LinkedHashMap<>();
    measures.put("accuracy", "right");
    measures.put("recall", "flagged of those to flag");
    measures.put("specificity", "passed of those to pass");
    return Collections.unmodifiableMap(measures);
  }
}
