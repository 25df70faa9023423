package id.dampak.study;

import static id.dampak.study.StudyExample.assertRefused;
import static id.dampak.study.StudyExample.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountingReaderTest {
  private static final String COMPARISON = "    - name: COST\n      annual_amount: 22000000000\n";

  @TempDir Path folder;

  @Test
  void everyKeyBecomesWhatItDeclares() {
    assertThat(StudyExample.read(folder, StudyExample.TEXT).accounting())
        .isEqualTo(
            new Accounting(
                OptionalInt.of(4),
                OptionalDouble.of(0.15),
                Optional.of(
                    new Accounting.SurveyWeights(
                        Study.Dimension.SIZE_CLASS,
                        Map.of("mikro", 900.0, "kecil", 40.5),
                        "a survey")),
                List.of(
                    new Accounting.Comparison(
                        "COST",
                        22e9,
                        "yearly sales",
                        List.of(new Accounting.Factor("digital share", 0.3)),
                        "a tool"))));
  }

  @Test
  void nothingOfAComparisonHasADefaultButThatThereAreNoFactors() {
    String text = with("      factors:\n        digital share: 0.3\n", "");
    assertThat(StudyExample.read(folder, text).accounting().comparisons().get(0).factors())
        .isEmpty();
    for (String line :
        List.of("of: yearly sales", "source: a tool", "annual_amount: 22000000000")) {
      String key = line.substring(0, line.indexOf(':') + 1);
      assertRefused(folder, with("      " + line + "\n", ""), "- name: COST", "lacks the key", key);
    }
  }

  @Test
  void weightsAreDeclaredWithTheirSource() {
    assertRefused(
        folder,
        with("    weights:\n      mikro: 900\n      kecil: 40.5\n", ""),
        "by: size_class",
        "lacks the key",
        "weights:");
    assertRefused(folder, with("    source: a survey\n", ""), "by: size_class", "lacks", "source:");
  }

  @Test
  void twoComparisonsOfOneNameAreRefused() {
    String rest = "      of: more\n      source: another\n";
    assertRefused(
        folder,
        with(COMPARISON, COMPARISON + rest + COMPARISON),
        "comparisons:",
        "two comparisons are named",
        "Rename one");
  }
}
