package id.dampak.study;

import static id.dampak.study.StudyExample.assertRefused;
import static id.dampak.study.StudyExample.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in a single key gives one error that names the line and what to do. */
class StudyValuesTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          seed: 7             | sede: 7           | unknown key "sede" in the study     | Did you mean "seed"?
          minimum_units: 5    | xylophone: 7      | unknown key "xylophone"             | Remove it.
          leads: 3            | lead: 3           | unknown key "lead"                  | Did you mean "leads"?
          merchant_id: shop   | merchand_id: shop | unknown key "merchand_id"           | Did you mean "merchant_id"?
          merchant_id: shop   | sector: shop      | unknown key "sector" in columns     | Remove it.
          origin: real        | origin: reel      | "origin" cannot be "reel"           | Did you mean "real"?
          period: day         | period: fortnight | "period" cannot be "fortnight"      | Name one of them.
          degrees: all        | degrees: al       | cannot be "al"                      | Did you mean "all"?
          origin: real        | origin: [real]    | "origin" cannot be a list           | Correct the value
          origin: real        | origin: {is: real} | "origin" cannot be a block of keys | Correct the value
          title: An example   | title:            | the key "title" has no value        | Write a value
          [TikTok]            | # none            | the key "platforms" has no value    | Write a value
          [confirmed]         | [confirmed, [x]]  | "statuses" cannot be a list         | Correct the value
          code: idr           | code: Rp          | "code" cannot be "Rp"               | Correct the value
          minor_digits: 0     | minor_digits: 9   | "minor_digits" cannot be "9"        | Correct the value
          study: example      | study: An Example | "study" cannot be "An Example"      | Correct the value
          seed: 7             | seed: 1.5         | "seed" cannot be "1.5"              | Correct the value
          zone: Asia/Jakarta  | zone: WIB         | "time_zone" cannot be "WIB"         | Correct the value
          from: 2025-02-01    | from: 2025-02-30  | "from" cannot be "2025-02-30"       | Correct the value
          from: 2025-02-01    | from: 01/02/2025  | "from" cannot be "01/02/2025"       | Correct the value
          dd/MM/yyyy          | DD/bb             | "date_format" cannot be "DD/bb"     | Correct the value
          divide_by: 0.5      | divide_by: 0      | "divide_by" cannot be "0"           | Correct the value
          minimum_units: 5    | minimum_units: 0  | "minimum_units" cannot be "0"       | Correct the value
          level: 0.9          | level: 95         | "confidence_level" cannot be "95"   | Correct the value
          level: 0.9          | level: 1          | "confidence_level" cannot be "1"    | Correct the value
          [0.2, 0.6]          | [20]              | "thresholds" cannot be "20"         | Correct the value
          periods: 4          | periods: -1       | "rebound_periods" cannot be "-1"    | Correct the value
          share: 0.15         | share: 1          | "spillover_share" cannot be "1"     | Correct the value
          kecil: 40.5         | kecil: many       | "kecil" cannot be "many"            | Correct the value
          share: 0.3          | share: -1         | "digital share" cannot be "-1"      | Correct the value
          amount: 22000000000 | amount: 0         | "annual_amount" cannot be "0"       | Correct the value
          by: size_class      | by: sector        | survey weights are by sector        | Add sector to
          lags: 2             | lags: -2          | "lags" cannot be "-2"               | Correct the value
          lag: 7              | lag: 0            | "lag" cannot be "0"                 | Correct the value
          [unit, period]      | [unit, day]       | "fixed_effects" cannot be "day"     | Correct the value
          [region, period]    | [region^]         | "clusters" cannot be "region^"      | Correct the value
          """)
  void aWrongValueIsNamedWithItsLineAndRemedy(
      String passage, String replacement, String problem, String remedy) {
    assertRefused(folder, with(passage, replacement), replacement, problem, remedy);
  }

  @Test
  void aKeyThatIsMissingIsNamedWithItsBlock() {
    assertRefused(
        folder,
        with("question: What did it cost?\n", ""),
        "study:",
        "the study lacks",
        "question:");
    assertRefused(
        folder, with("- name: placebo\n    role", "- role"), "- role", "lacks the key", "name:");
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedAtItsSecondLine() {
    String text = with("origin: real\n", "origin: real\norigin: synthetic\n");

    assertRefused(folder, text, "origin: synthetic", "\"origin\" stands twice", "Remove one");
  }

  @Test
  void aBlockWhereAListBelongsIsRefused() {
    String before = StudyExample.TEXT.substring(0, StudyExample.TEXT.indexOf("specifications:"));

    assertRefused(
        folder,
        before + "specifications:\n  name: headline\n",
        "specifications:",
        "\"specifications\" cannot be a block of keys",
        "Correct the value");
  }

  @Test
  void aTextWhereABlockBelongsIsRefused() {
    String text = with("window:\n  from: 2025-01-01\n  until: 2025-03-01\n", "window: 2025\n");

    assertRefused(folder, text, "window: 2025", "\"window\" cannot be \"2025\"", "Correct");
  }

  @Test
  void brokenYamlIsRefusedAtTheLineWhereItBreaks() {
    String text = with("title: An example", "title: \"An example");

    DampakException error =
        catchThrowableOfType(DampakException.class, () -> StudyExample.read(folder, text));

    assertThat(error.problem()).contains("study.yaml, line ").contains("this is not valid YAML");
    assertThat(error.remedy()).contains("Mend the line");
  }

  @Test
  void aTabulatorIsRefusedAtItsLine() {
    assertRefused(
        folder, with("  code: idr", "\tcode: idr"), "\tcode", "not valid YAML", "Mend the line");
  }

  @Test
  void anAliasOfItselfIsRefused() {
    assertRefused(
        folder, with("[TikTok]", "&a [*a]"), "platforms:", "not valid YAML", "Mend the line");
  }

  @Test
  void anEmptyFileIsRefused() {
    for (String text : new String[] {"", "\n\n", "# only a comment\n"}) {
      DampakException error =
          catchThrowableOfType(DampakException.class, () -> StudyExample.read(folder, text));

      assertThat(error).hasMessageContaining("line 1").hasMessageContaining("The file is empty.");
    }
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "title: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    DampakException error = catchThrowableOfType(DampakException.class, () -> StudyFile.read(file));

    assertThat(error).hasMessageContaining("latin.yaml").hasMessageContaining("not UTF-8 text.");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    DampakException error =
        catchThrowableOfType(
            DampakException.class, () -> StudyFile.read(folder.resolve("none.yaml")));

    assertThat(error.problem()).contains("none.yaml");
    assertThat(error.remedy()).contains("--study");
    assertThat(error.kind().exitCode()).isEqualTo(2);
  }
}
