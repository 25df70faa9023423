package id.dampak.cli;

import id.dampak.error.TextErrors;
import id.dampak.text.TextModel;
import id.dampak.text.TextModelFile;
import id.dampak.text.Texts;
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
      description = "The model (default: the one in the lake, which \"dampak train\" writes).")
  @Nullable Path model;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  ScoreFormat format = ScoreFormat.TABLE;

  @Override
  public void run() {
    List<String> texts = texts();
    Path place = model == null ? lake.path().resolve("models").resolve(TextModelFile.NAME) : model;
    TextModel classifier = TextModelFile.read(place);
    format.print(classifier, texts, explain ? Detail.EXPLAINED : Detail.PLAIN, out());
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
