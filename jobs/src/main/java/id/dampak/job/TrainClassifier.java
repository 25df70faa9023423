package id.dampak.job;

import id.dampak.contract.Content;
import id.dampak.contract.EvaluationText;
import id.dampak.contract.ModelMetric;
import id.dampak.study.Input;
import id.dampak.text.Evaluation;
import id.dampak.text.LabelledText;
import id.dampak.text.Metric;
import id.dampak.text.ModelMetrics;
import id.dampak.text.TextModel;
import id.dampak.text.TextModelFile;
import id.dampak.text.TrainedModel;
import id.dampak.text.Training;
import id.dampak.text.Unseen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Trains the classifier on the study's labelled texts, measures it on the texts that are there for
 * that alone, and keeps the model and its measures.
 */
final class TrainClassifier {

  private TrainClassifier() {}

  static void run(RunContext run) {
    Dataset<Row> all = run.read(Content.TABLE);
    Dataset<Row> texts = all.filter(Content.LEVEL.col().isNotNull());
    long unlabelled = all.filter(Content.LEVEL.col().isNull()).count();
    if (unlabelled > 0) {
      run.note(unlabelled + " texts have no level, so that nothing is learnt from them");
    }
    if (texts.isEmpty()) {
      run.note("the study has no labelled texts, so there is nothing to learn from");
      run.write(ModelMetric.TABLE, List.of());
      return;
    }
    TrainedModel trained = Training.fit(texts, run.study().seed());
    Path file = run.models().trainedBy(run.study().id());
    try {
      TextModelFile.write(trained.model(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Metric> metrics = new ArrayList<>(trained.metrics());
    metrics.addAll(onFurtherTexts(run, trained.model(), texts));
    List<Row> rows = ModelMetrics.rows(run.study().id(), metrics);
    run.write(ModelMetric.TABLE, rows);
    run.tally(Tally.of(ModelMetric.TABLE.id(), rows.size(), rows.size()));
    run.note("model " + trained.model().id() + " in " + file);
  }

  private static List<Metric> onFurtherTexts(
      RunContext run, TextModel model, Dataset<Row> learntFrom) {
    Unseen unseen =
        new Unseen(
            learntFrom.select(Content.TEXT.col()).as(Encoders.STRING()).collectAsList().stream());
    List<Row> texts =
        run.read(EvaluationText.TABLE).orderBy(EvaluationText.CONTENT_ID.col()).collectAsList();
    List<Metric> metrics = new ArrayList<>();
    for (Input input : run.study().inputsFor(Input.Target.EVALUATION_TEXT)) {
      List<LabelledText> given = texts(texts, input.name());
      List<LabelledText> fresh = unseen.among(given);
      if (fresh.size() < given.size()) {
        run.note(
            "%s: %d of %d texts are left out, because the classifier learns from them"
                .formatted(input.name(), given.size() - fresh.size(), given.size()));
      }
      if (fresh.isEmpty()) {
        run.note(input.name() + ": no texts, so the classifier is not measured on them");
      } else {
        metrics.addAll(Evaluation.of(model, input.name(), fresh));
      }
    }
    return metrics;
  }

  private static List<LabelledText> texts(List<Row> texts, String input) {
    return texts.stream()
        .map(FieldReader::new)
        .filter(text -> text.text(EvaluationText.INPUT).equals(input))
        .map(TrainClassifier::labelled)
        .toList();
  }

  private static LabelledText labelled(FieldReader text) {
    return new LabelledText(
        text.text(EvaluationText.TEXT),
        text.integer(EvaluationText.EXPECTED) == 1,
        text.optionalText(EvaluationText.CATEGORY).stream().toList());
  }
}
