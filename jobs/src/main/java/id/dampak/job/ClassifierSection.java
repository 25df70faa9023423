package id.dampak.job;

import id.dampak.contract.ModelMetric;
import id.dampak.report.ContentScores;
import id.dampak.study.Input;
import id.dampak.text.Measure;
import id.dampak.text.Metric;
import id.dampak.text.RegexBaseline;
import id.dampak.text.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The section of the report that says how good the classifier is. */
final class ClassifierSection {
  private static final String WHAT =
      "The classifier learns from texts written for this project, and is measured on texts that it"
          + " has not learnt from, a list of violent words beside it. \"Out of fold\": each text was"
          + " scored by a model that had seen none of its family. Further sets come from the study's"
          + " inputs of that name, and no model learns from them. Measures depend on who wrote the"
          + " texts and how many of them incite; none says how common incitement is. A score is a"
          + " reason to look, never a verdict.";
  private static final String HOW =
      "A text is flagged from the lowest score at which at most 5 in 100 of the training texts that"
          + " do not incite would be. A dash: no text of the part is of that kind. Precision and F1"
          + " of parts are in gold.model_metric.";

  private static final String MODEL = "classifier";
  private static final String BASELINE = "word list";

  private static final List<String> MEASURES =
      Arrays.stream(Measure.values()).map(Measure::id).toList();

  private ClassifierSection() {}

  static ContentScores of(RunContext run) {
    List<String> further =
        run.study().inputsFor(Input.Target.EVALUATION_TEXT).stream().map(Input::name).toList();
    List<String> evaluations =
        Stream.concat(Stream.of(Training.OUT_OF_FOLD, Training.OUT_OF_FOLD_WIDE), further.stream())
            .toList();
    List<ContentScores.Metric> metrics =
        run.read(ModelMetric.TABLE).collectAsList().stream()
            .map(FieldReader::new)
            .map(ClassifierSection::metric)
            .sorted(order(evaluations))
            .toList();
    return new ContentScores(metrics, notes(further, metrics));
  }

  private static List<String> notes(List<String> further, List<ContentScores.Metric> metrics) {
    List<String> notes = new ArrayList<>(List.of(WHAT, HOW));
    List<String> missing =
        further.stream()
            .filter(name -> metrics.stream().noneMatch(m -> m.evaluation().equals(name)))
            .toList();
    if (!missing.isEmpty()) {
      notes.add(
          "Not given, so the classifier was not measured on it: "
              + String.join(", ", missing)
              + ".");
    }
    return notes;
  }

  /** Sets as the study names them; the whole before its parts; the model before the baseline. */
  private static Comparator<ContentScores.Metric> order(List<String> evaluations) {
    return Comparator.<ContentScores.Metric>comparingInt(m -> evaluations.indexOf(m.evaluation()))
        .thenComparing(m -> !m.slice().equals(Metric.ALL))
        .thenComparing(ContentScores.Metric::slice)
        .thenComparing(m -> m.model().equals(BASELINE))
        .thenComparingInt(m -> MEASURES.indexOf(m.metric()));
  }

  private static ContentScores.Metric metric(FieldReader row) {
    return new ContentScores.Metric(
        row.text(ModelMetric.MODEL_ID).equals(RegexBaseline.ID) ? BASELINE : MODEL,
        row.text(ModelMetric.EVALUATION),
        row.text(ModelMetric.SLICE),
        row.text(ModelMetric.METRIC),
        Measure.of(row.text(ModelMetric.METRIC)).title(),
        row.optionalNumber(ModelMetric.MEASURED).stream().boxed().findFirst(),
        row.whole(ModelMetric.TEXTS));
  }
}
