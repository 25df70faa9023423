package id.dampak.contract;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Repository;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code jobs/docs/data-dictionary.md} says what the contracts say. */
class DataDictionaryTest {
  private static final String COMMAND =
      "mvn -q test -pl jobs -Dtest=DataDictionaryTest -Ddampak.write=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false";
  private static final Path PAGE = Repository.path("jobs/docs/data-dictionary.md");

  @Test
  void thePageSaysWhatTheContractsSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean("dampak.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("Write it with: %s", COMMAND).exists();
    assertThat(Files.readString(PAGE))
        .as("The data dictionary is stale. Write it anew with: %s", COMMAND)
        .isEqualTo(page);
  }

  private static String page() {
    return """
    # Data dictionary

    Written from the contracts in `jobs/src/main/java/id/dampak/contract/`; do not edit it by hand. After a change there:

        %s

    Columns in **bold** together identify a row. Times of the type TIMESTAMP are UTC, those of TIMESTAMP_NTZ are on the wall clock of a region.

    %s

    %s
    """
            .formatted(
                COMMAND,
                Tables.ALL.stream()
                    .map(table -> "- [%s](#%s)".formatted(table.id(), anchor(table)))
                    .collect(Collectors.joining("\n")),
                Tables.ALL.stream()
                    .map(DataDictionaryTest::section)
                    .collect(Collectors.joining("\n")))
            .stripTrailing()
        + "\n";
  }

  private static String section(Table table) {
    String columns =
        table.fields().stream()
            .map(
                field ->
                    "| %s | %s | %s | %s |"
                        .formatted(
                            table.grain().contains(field)
                                ? "**" + field.name() + "**"
                                : field.name(),
                            field.type().sql().replace("|", "\\|"),
                            field.nullable() ? "yes" : "no",
                            field.doc().replace("*", "\\*")))
            .collect(Collectors.joining("\n"));
    String checks =
        table.checks().stream()
            .map(check -> "- `%s`: `%s`".formatted(check.name(), check.condition()))
            .collect(Collectors.joining("\n"));
    return """
    ## %s

    %s.

    | Column | Type | May be null | Meaning |
    |---|---|---|---|
    %s
    """
            .formatted(table.id(), table.doc(), columns)
        + (checks.isEmpty() ? "" : "\nEvery row meets:\n\n" + checks + "\n")
        + rules(table);
  }

  private static String rules(Table table) {
    if (table.rules().isEmpty()) {
      return "";
    }
    String rows =
        table.rules().stream()
            .map(
                rule ->
                    "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                            rule.name(),
                            measured(rule),
                            rule.severity().text(),
                            threshold(rule),
                            rule.because()))
            .collect(Collectors.joining("\n"));
    return """

    Every run measures ([how](quality.md)):

    | Rule | What it asks | Else | Most that passes | Because |
    |---|---|---|---|---|
    %s
    """
        .formatted(rows);
  }

  private static String measured(Rule rule) {
    return rule.measure() instanceof Rule.Broken broken
        ? rule.doc() + ": `" + broken.condition() + "`"
        : rule.doc();
  }

  private static String threshold(Rule rule) {
    return BigDecimal.valueOf(rule.threshold()).stripTrailingZeros().toPlainString()
        + " "
        + rule.measure().kind().unit();
  }

  /** The anchor that renderers of Markdown make of a heading. */
  private static String anchor(Table table) {
    return table.id().replace(".", "");
  }
}
