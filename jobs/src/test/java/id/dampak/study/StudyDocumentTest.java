package id.dampak.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.Repository;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jobs/docs/study-file.md} documents every key that is read, and none beside. */
class StudyDocumentTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\\n(.*?)```");
  private static final Pattern TOP_LEVEL = Pattern.compile("(?m)^(?=[a-z_]+:)");
  private static final Pattern KNOWN = Pattern.compile("Known keys here are (.*)\\.");

  @TempDir Path folder;

  /** An unknown key in each block makes the reader say which keys it knows there. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "The study, 'study: example'",
    "currency, '  code: idr'",
    "inputs, '    table: transaction'",
    "columns, '        constant: live'",
    "window, '  until: 2025-03-01'",
    "suspensions, '  until: 2025-02-10'",
    "exposure, '  by: feature_share'",
    "policy, '  displaced_share: 0.25'",
    "accounting, '  spillover_share: 0.15'",
    "survey_weights, '    by: size_class'",
    "comparisons, '      annual_amount: 22000000000'",
    "quality, '    threshold: 9'",
    "specifications, '    leads: 3'",
    "outcome, '      scale: relative_to_baseline'",
    "clip, '      lower: 0.1'",
  })
  void everyKeyOfABlockIsDocumentedAndShownInAnExample(String heading, String line)
      throws IOException {
    String section = section(heading);
    String indentation = line.substring(0, line.length() - line.strip().length());
    String text = StudyExample.with(line + "\n", line + "\n" + indentation + "nonsense: 1\n");

    DampakException refusal =
        catchThrowableOfType(DampakException.class, () -> StudyExample.read(folder, text));
    Set<String> known = new TreeSet<>(List.of(found(KNOWN, refusal.reason()).get(0).split(", ")));

    assertThat(new TreeSet<>(documented(section))).isEqualTo(known);
    String examples = String.join("\n", found(EXAMPLE, section));
    assertThat(known)
        .allSatisfy(key -> assertThat(examples).containsPattern("(^|[\\s{])" + key + ":"));
  }

  @Test
  void theFieldsOfEachTableAreDocumentedWithThoseThatMustBeThere() throws IOException {
    Map<String, String> rows =
        section("columns")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|", -1))
            .collect(
                Collectors.toMap(
                    cells -> cells[1].strip().replace("`", ""), cells -> cells[2].strip()));

    for (Input.Target target : Input.Target.values()) {
      List<String> mandatory = Fields.mandatory(target);
      assertThat(rows.get(target.name().toLowerCase(Locale.ROOT)))
          .isEqualTo(
              Fields.all(target).stream()
                  .map(field -> mandatory.contains(field) ? "**" + field + "**" : field)
                  .collect(Collectors.joining(", ")));
    }
  }

  @Test
  void everyMethodIsDocumentedWithTheKeysThatItTakes() throws IOException {
    Map<String, String> rows =
        section("methods")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|", -1))
            .collect(
                Collectors.toMap(cells -> cells[1].strip().replace("`", ""), cells -> cells[3]));

    assertThat(rows)
        .isEqualTo(
            Arrays.stream(Method.values())
                .collect(
                    Collectors.toMap(
                        Method::toString, method -> " " + String.join(", ", method.keys()) + " ")));
  }

  @Test
  void everyExampleIsPartOfAStudyThatCanBeRead() throws IOException {
    String document = document();
    List<String> examples = found(EXAMPLE, document);
    Map<String, String> whole = topLevel(examples.get(0));

    for (String example : examples) {
      Map<String, String> study = new LinkedHashMap<>(whole);
      study.putAll(topLevel(example));
      assertThat(StudyExample.read(folder, String.join("", study.values())).id())
          .as(example)
          .isEqualTo("tiktok-live-2025");
    }
    assertThat(examples).hasSizeGreaterThan(10);
  }

  private static List<String> documented(String section) {
    Set<String> tables =
        Arrays.stream(Input.Target.values())
            .map(target -> target.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return found(ROW, section).stream().filter(key -> !tables.contains(key)).toList();
  }

  private static Map<String, String> topLevel(String yaml) {
    Map<String, String> blocks = new LinkedHashMap<>();
    for (String block : TOP_LEVEL.split(yaml, -1)) {
      if (!block.isBlank()) {
        blocks.put(block.substring(0, block.indexOf(':')), block);
      }
    }
    return blocks;
  }

  private static String section(String heading) throws IOException {
    String document = document();
    assertThat(document).containsOnlyOnce("\n## " + heading + "\n");
    String from = document.substring(document.indexOf("\n## " + heading + "\n") + 1);
    int end = from.indexOf("\n## ");
    return end < 0 ? from : from.substring(0, end);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static String document() throws IOException {
    return Files.readString(Repository.path("jobs/docs/study-file.md"));
  }
}
