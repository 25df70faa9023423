package id.dampak.cli;

import id.dampak.contract.Content;
import id.dampak.error.TextErrors;
import id.dampak.lake.LakeLock;
import id.dampak.text.Corpus;
import id.dampak.text.Evaluation;
import id.dampak.text.LabelledText;
import id.dampak.text.LabelledTexts;
import id.dampak.text.Metric;
import id.dampak.text.ModelFolder;
import id.dampak.text.TrainedModel;
import id.dampak.text.Training;
import id.dampak.text.Unseen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the classifier. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the classifier of texts that incite violence or destruction,",
      "and prints how it does on texts that it has not seen, a word list beside it."
    },
    footer = {"", "Example: dampak train --evaluate my-texts.csv --label flagged --slice source"})
final class TrainCommand implements Runnable {
  private static final int TEXT = Content.TABLE.schema().fieldIndex(Content.TEXT.name());

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LakeOption lake = new LakeOption();

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "CSV with the columns content_id, text, level (0 to 4), family and, if known, register"
              + " (default: the bundled corpus).")
  @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the model (default: models in the lake).")
  @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the split into folds (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(
      names = "--evaluate",
      paramLabel = "FILE",
      description = "CSV of further texts to measure the model on; it never learns from them.")
  @Nullable Path evaluate;

  @Option(
      names = "--text-column",
      paramLabel = "COLUMN",
      defaultValue = "text",
      description = "Column of the text in that file (default: ${DEFAULT-VALUE}).")
  String textColumn = "text";

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      defaultValue = "expected",
      description = "Column of its label, a whole number (default: ${DEFAULT-VALUE}).")
  String label = "expected";

  @Option(
      names = "--positive-from",
      paramLabel = "N",
      defaultValue = "1",
      description = "Lowest label that means: should be flagged (default: ${DEFAULT-VALUE}).")
  int positiveFrom = 1;

  @Option(
      names = "--slice",
      paramLabel = "COLUMN",
      description = "Column of that file to measure by, for example functionality.")
  @Nullable String slice;

  @Override
  public void run() {
    List<Row> corpus = Corpus.read(data == null ? Installation.bundledCorpus() : data);
    List<LabelledText> unseen = evaluate == null ? List.of() : read(evaluate);
    Runnable training = () -> Sessions.with(session -> train(session, corpus, unseen));
    if (out == null) {
      LakeLock.during(lake.path(), "training of the classifier", training);
    } else {
      training.run();
    }
  }

  private List<LabelledText> read(Path file) {
    return new LabelledTexts(textColumn, label, positiveFrom, Optional.ofNullable(slice))
        .read(file);
  }

  void train(SparkSession session, List<Row> corpus, List<LabelledText> unseen) {
    TrainedModel trained =
        Training.fit(session.createDataFrame(corpus, Content.TABLE.schema()), seed);
    List<Metric> metrics = new ArrayList<>(trained.metrics());
    if (evaluate != null) {
      metrics.addAll(
          Evaluation.of(
              trained.model(),
              evaluate.getFileName().toString(),
              learntFrom(corpus).among(unseen)));
    }
    Path folder = out == null ? ModelFolder.of(lake.path()).root() : out;
    Path file = saved(trained, folder);
    PrintWriter terminal = spec.commandLine().getOut();
    MetricTables.print(trained.model(), metrics, terminal);
    terminal.printf(
        "%nModel %s, learnt from %d texts: %s%n", trained.model().id(), corpus.size(), file);
    terminal.flush();
  }

  private static Unseen learntFrom(List<Row> corpus) {
    return new Unseen(corpus.stream().map(row -> row.getString(TEXT)));
  }

  private static Path saved(TrainedModel trained, Path folder) {
    try {
      return trained.save(folder);
    } catch (IOException e) {
      throw TextErrors.cannotWriteModel(folder, e.toString());
    }
  }
}
