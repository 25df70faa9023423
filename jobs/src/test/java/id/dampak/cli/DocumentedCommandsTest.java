package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.dampak.Repository;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import id.dampak.study.Input;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

/**
 * What the documents tell a reader to type exists. Convention: a block fenced as {@code sh} is
 * meant to be typed in the top folder, and every line of it is checked here; other text for a
 * terminal is fenced as {@code console}.
 */
final class DocumentedCommandsTest {
  private static final Set<String> FOREIGN = Set.of("mvn", "git", "cd");
  private static final Pattern TABLE = Pattern.compile("\\b(?:bronze|silver|gold|ops)\\.\\w+");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String folder : List.of(".", "jobs", "data-samples", "notebooks")) {
      int depth = folder.equals(".") ? 1 : Integer.MAX_VALUE;
      try (Stream<Path> files = Files.walk(Repository.path(folder), depth)) {
        files
            .filter(file -> file.toString().endsWith(".md"))
            .filter(file -> !file.toString().contains("target"))
            .forEach(documents::add);
      }
    }
    return documents;
  }

  static List<List<String>> commands() throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (Path document : documents()) {
      commands.addAll(ShellLines.of(Files.readString(document)));
    }
    return commands;
  }

  @Test
  void theReadmeHasTheTwoCommandsOfANewcomer() throws Exception {
    assertThat(ShellLines.of(Files.readString(Repository.path("README.md"))))
        .startsWith(List.of("jobs/bin/dampak", "run"), List.of("mvn", "-B", "verify"));
  }

  @Test
  void wordsAreThoseThatAShellWouldPass() {
    String document =
        "```sh\na \"b \\`c\\` d\" \\\n  'e f' # why\na > b\n```\n```console\nnot this\n```\n";
    assertThat(ShellLines.of(document))
        .containsExactly(List.of("a", "b `c` d", "e f"), List.of("a"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExists(List<String> command) {
    String program = command.get(0);
    if (!FOREIGN.contains(program)) {
      assertThat(Repository.path(program)).isExecutable();
    }
    if (program.equals("jobs/bin/dampak")) {
      List<String> arguments = command.subList(1, command.size());
      assertThatCode(() -> Main.commandLine().parseArgs(arguments.toArray(String[]::new)))
          .doesNotThrowAnyException();
      assertThatWhatIsNamedExists(arguments);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFile(Path document) throws Exception {
    assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
        .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
  }

  private static void assertThatWhatIsNamedExists(List<String> arguments) {
    assertThat(TABLE.matcher(String.join(" ", arguments)).results().map(found -> found.group()))
        .isSubsetOf(Tables.ALL.stream().map(Table::id).toList());
    ParseResult parsed = Main.commandLine().parseArgs(arguments.toArray(String[]::new));
    if (parsed.hasSubcommand()) {
      ParseResult command = parsed.subcommand();
      if (command.commandSpec().name().equals("describe")) {
        assertThat(names()).contains(command.matchedPositionalValue(0, ""));
      }
      if (command.hasMatchedOption("--study")) {
        assertThatInputsAreDeclared(command);
      }
    }
  }

  private static void assertThatInputsAreDeclared(ParseResult run) {
    Path study = Repository.path(run.matchedOptionValue("--study", Path.of("")).toString());
    List<String> declared = StudyFile.read(study).inputs().stream().map(Input::name).toList();
    assertThat(run.<List<String>>matchedOptionValue("--input", List.of()))
        .allSatisfy(input -> assertThat(declared).contains(input.replaceAll("=.*", "")));
  }

  private static List<String> names() {
    return Stream.concat(Pipeline.JOBS.stream().map(Job::name), Tables.ALL.stream().map(Table::id))
        .toList();
  }
}
