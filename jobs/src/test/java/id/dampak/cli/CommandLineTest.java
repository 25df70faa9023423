package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.contract.Check;
import id.dampak.contract.Field;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.error.DampakException;
import id.dampak.error.DataErrors;
import id.dampak.error.EstimationErrors;
import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandLineTest {
  @TempDir Path folder;

  static List<Job> jobs() {
    return Pipeline.JOBS;
  }

  static List<Table> tables() {
    return Tables.ALL;
  }

  static List<String> commands() {
    return Main.commandLine().getSubcommands().keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "rnu", "jobs --lkae x", "describe", "run --only land --from clean", "sql"})
  void aMisspeltCallEndsWithTwoAndNamesTheHelp(String arguments) {
    Outcome outcome = call(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("dampak: ").contains("--help\" for the flags.");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aCommandThatIsAlmostRightIsSuggested() {
    assertThat(call("describ").err()).contains("Did you mean: dampak describe");
  }

  @Test
  void anErrorOfTheUserEndsWithTwoAndThreeLines() {
    Outcome outcome = call("run", "--study", folder.resolve("none.yaml").toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("dampak: Cannot open the study ").contains("none"),
            line -> assertThat(line).isEqualTo("  why:    There is no such file."),
            line -> assertThat(line).startsWith("  remedy: Name a study file with --study"));
  }

  @Test
  void aMistakeInAStudyEndsWithTwoBeforeSparkStarts() throws java.io.IOException {
    Path study = Files.writeString(folder.resolve("s.yaml"), "study: s\ntitel: T\n");

    Outcome outcome = call("run", "--study", study.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("s.yaml, line ");
  }

  @Test
  void anUnknownJobEndsWithTwo() {
    assertThat(call("run", "--only", "estimates").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "history --last -1",
        "diff latest~1 latest --rows -1",
        "simulate --merchants 1 --days 1 --seed 1 --out OUT --threads 0",
        "simulate --merchants 1 --days 1 --seed 1 --out OUT --threads -1"
      })
  void aNumberThatCannotBeEndsWithTwoAndNamesItsOption(String line) {
    String[] words = line.replace("OUT", folder.resolve("out").toString()).split(" ", -1);
    String option = words[words.length - 2];

    Outcome outcome = call(words);

    assertThat(outcome.err().lines())
        .satisfiesExactly(
            problem ->
                assertThat(problem)
                    .startsWith("dampak: ")
                    .contains(option, words[words.length - 1]),
            why -> assertThat(why).startsWith("  why:    It must be "),
            remedy -> assertThat(remedy).startsWith("  remedy: ").contains(option));
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void dataThatFailACheckEndWithThree() {
    Outcome outcome = failing(DataErrors.rowsLost("orders", 10, 8, 1, 0));

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err()).contains("\"orders\" do not balance").doesNotContain("\tat ");
  }

  @Test
  void anErrorOfTheUserIsFoundInsideWhatSparkWrapsItIn() {
    DampakException error = EstimationErrors.notNumeric("sales", "n/a");

    Outcome outcome =
        failing(new RuntimeException("Job aborted", new ExecutionException("stage 3", error)));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("dampak: Column \"sales\" is not numeric.");
    assertThat(outcome.err()).doesNotContain("Job aborted");
  }

  @Test
  void anythingElseIsABugAndEndsWithOneAndAStackTrace() {
    Outcome outcome = failing(new IllegalStateException("impossible"));

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .startsWith("dampak: this is a bug")
        .contains("IllegalStateException: impossible")
        .contains("\tat ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfEveryCommandHasAnExampleThatCallsIt(String command) {
    Outcome outcome = call(command, "--help");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).containsPattern("Examples?:\\s+(\\S.*\\s)?dampak " + command);
  }

  @Test
  void helpListsEveryCommandAndTheExitCodes() {
    assertThat(call("--help").out()).contains(commands()).contains("Exit codes: 0 done, 1 a bug");
  }

  @Test
  void theVersionNamesTheProgram() {
    assertThat(call("--version").out()).startsWith("dampak ");
  }

  @Test
  void jobsListsThePipelineInOrder() {
    String out = call("jobs").out();

    assertThat(out.lines().filter(line -> !line.startsWith(" ")).map(line -> line.split(" ", 2)[0]))
        .containsExactlyElementsOf(Pipeline.JOBS.stream().map(Job::name).toList());
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void everyJobIsDescribed(Job job) {
    assertThat(call("describe", job.name()).out())
        .startsWith(job.summary())
        .contains("reads  " + JobsCommand.names(job.reads()))
        .contains("writes " + JobsCommand.names(job.writes()));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableIsDescribed(Table table) {
    String out = call("describe", table.id()).out();

    assertThat(out)
        .startsWith(table.doc() + ".")
        .contains(table.fields().stream().map(Field::name).toList())
        .contains(table.fields().stream().map(Field::doc).toList());
    assertThat(table.checks()).extracting(Check::condition).allMatch(out::contains);
  }

  @Test
  void whatCannotBeDescribedEndsWithTwoAndWhatCan() {
    Outcome outcome = call("describe", "gold.estimates");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("gold.estimate,").contains("build-panel");
  }

  private static Outcome call(String... arguments) {
    return outcome(Main.commandLine(), arguments);
  }

  private static Outcome failing(Exception failure) {
    CommandLine commandLine = Main.commandLine();
    commandLine.addSubcommand(new Failing(failure));
    return outcome(commandLine, "fail");
  }

  private static Outcome outcome(CommandLine commandLine, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = commandLine.execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  private record Outcome(int code, String out, String err) {}

  @Command(name = "fail")
  private record Failing(Exception failure) implements java.util.concurrent.Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }
}
