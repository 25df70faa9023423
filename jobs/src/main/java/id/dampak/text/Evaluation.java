package id.dampak.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Measures a classifier, and the {@link RegexBaseline} beside it, on labelled texts. */
public final class Evaluation {

  private Evaluation() {}

  /**
   * What {@code model} and the baseline make of texts that neither has seen: every measure over
   * all, and for each slice the share decided rightly, at the model's five-percent threshold.
   *
   * @param evaluation the name of the set
   */
  public static List<Metric> of(TextModel model, String evaluation, List<LabelledText> texts) {
    List<Scored> scored =
        texts.stream()
            .map(
                text ->
                    new Scored(
                        text.text(), text.positive(), text.slices(), model.score(text.text())))
            .toList();
    return beside(model.id(), model.thresholds().atFivePercent(), evaluation, scored);
  }

  /** The measures of given scores, and of the baseline on the same texts. */
  static List<Metric> beside(
      String modelId, double threshold, String evaluation, List<Scored> scored) {
    List<Metric> metrics = new ArrayList<>();
    slices(scored)
        .forEach(
            (slice, part) -> {
              List<Scored> baseline =
                  part.stream().map(text -> text.with(RegexBaseline.score(text.text()))).toList();
              Measured own = new Measured(modelId, evaluation, slice, part);
              Measured base = new Measured(RegexBaseline.ID, evaluation, slice, baseline);
              metrics.addAll(own.decisions(threshold));
              metrics.addAll(base.decisions(RegexBaseline.THRESHOLD));
              if (slice.equals(Metric.ALL)) {
                metrics.addAll(own.ranking());
                metrics.addAll(own.probabilities());
                metrics.addAll(base.ranking());
              }
            });
    return metrics;
  }

  private static Map<String, List<Scored>> slices(List<Scored> scored) {
    Map<String, List<Scored>> slices = new TreeMap<>();
    slices.put(Metric.ALL, scored);
    for (Scored text : scored) {
      for (String slice : text.slices()) {
        slices.computeIfAbsent(slice, unused -> new ArrayList<>()).add(text);
      }
    }
    return slices;
  }

  /** A text, its truth, the parts of the set that it belongs to, and its score. */
  record Scored(String text, boolean positive, List<String> slices, double score) {
    Scored with(double other) {
      return new Scored(text, positive, slices, other);
    }
  }

  /** Names the metrics of one classifier on one slice of one evaluation. */
  private record Measured(String modelId, String evaluation, String slice, List<Scored> scored) {

    List<Metric> decisions(double threshold) {
      Confusion confusion = Confusion.at(threshold, truths(), scores());
      return List.of(
          metric(Measure.ACCURACY, confusion.accuracy()),
          metric(Measure.PRECISION, confusion.precision()),
          metric(Measure.RECALL, confusion.recall()),
          metric(Measure.SPECIFICITY, confusion.specificity()),
          metric(Measure.F1, confusion.f1()));
    }

    List<Metric> ranking() {
      return List.of(
          metric(Measure.PR_AUC, Measures.averagePrecision(truths(), scores())),
          metric(Measure.ROC_AUC, Measures.rocArea(truths(), scores())));
    }

    List<Metric> probabilities() {
      return List.of(
          metric(Measure.BRIER, Measures.brier(truths(), scores())),
          metric(Measure.ECE, Measures.calibrationError(truths(), scores())));
    }

    private Metric metric(Measure measure, OptionalDouble measured) {
      return new Metric(modelId, evaluation, slice, measure, measured, scored.size());
    }

    private boolean[] truths() {
      boolean[] truths = new boolean[scored.size()];
      for (int i = 0; i < truths.length; i++) {
        truths[i] = scored.get(i).positive();
      }
      return truths;
    }

    private double[] scores() {
      return scored.stream().mapToDouble(Scored::score).toArray();
    }
  }
}
