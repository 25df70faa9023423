package id.dampak.job;

import id.dampak.contract.Content;
import id.dampak.contract.ModelMetric;
import id.dampak.text.ModelMetrics;
import id.dampak.text.TextModelFile;
import id.dampak.text.TrainedModel;
import id.dampak.text.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Trains the classifier on the study's labelled texts and keeps the model and its measures. */
final class TrainClassifier {

  private TrainClassifier() {}

  static void run(RunContext run) {
    Dataset<Row> texts = run.read(Content.TABLE);
    if (texts.isEmpty()) {
      run.note("the study has no labelled texts, so there is nothing to learn from");
      run.write(ModelMetric.TABLE, List.of());
      return;
    }
    TrainedModel trained = Training.fit(texts, run.study().seed());
    try {
      TextModelFile.write(trained.model(), run.models().resolve(TextModelFile.NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Row> metrics = ModelMetrics.rows(run.study().id(), trained.metrics());
    run.write(ModelMetric.TABLE, metrics);
    run.tally(Tally.of(ModelMetric.TABLE.id(), metrics.size(), metrics.size()));
    run.note("model " + trained.model().id() + " in " + run.models());
  }
}
