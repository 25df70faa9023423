package id.dampak.cli;

import id.dampak.error.TextErrors;
import id.dampak.study.Study;
import id.dampak.text.ModelFolder;
import id.dampak.text.TextModel;
import id.dampak.text.TextModelFile;
import id.dampak.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores texts without a Spark session. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Says how probable it is that a text incites violence or destruction.",
      "A score is a reason to look, never a verdict: see jobs/docs/label-policy.md."
    },
    footer = {"", "Example: dampak score --text \"serbu kak, diskon tinggal sejam\" --explain"})
final class ScoreCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin LakeOption lake = new LakeOption();

  @Option(names = "--text", paramLabel = "TEXT", description = "One text to score.")
  @Nullable String text;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Many texts: a .csv file with a column \"text\", or one text a line.")
  @Nullable Path file;

  @Option(names = "--explain", description = "Take each score apart, word by word.")
  boolean explain;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "The model (default: the one in the lake that \"dampak train\" wrote, or else the one of"
              + " its only study that trained one).")
  @Nullable Path model;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  ScoreFormat format = ScoreFormat.TABLE;

  @Override
  public void run() {
    List<String> texts = texts();
    TextModel classifier =
        TextModelFile.read(model == null ? stored(ModelFolder.of(lake.path())) : model);
    format.print(classifier, texts, explain ? Detail.EXPLAINED : Detail.PLAIN, out());
  }

  private static Path stored(ModelFolder models) {
    List<String> studies = models.studiesWithOne().stream().filter(Study::isOfThePresent).toList();
    if (Files.exists(models.shared()) || studies.isEmpty()) {
      return models.shared();
    }
    if (studies.size() > 1) {
      throw TextErrors.severalModels(studies, models.trainedBy(studies.get(0)));
    }
    return models.trainedBy(studies.get(0));
  }

  /** How much to say of each text. */
  enum Detail {
    PLAIN,
    EXPLAINED
  }

  private List<String> texts() {
    if (text != null && file == null) {
      return List.of(text);
    }
    if (file != null && text == null) {
      return Texts.read(file);
    }
    throw TextErrors.textOrFile();
  }

  private java.io.PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
