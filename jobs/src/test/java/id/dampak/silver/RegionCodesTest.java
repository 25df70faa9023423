package id.dampak.silver;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.study.Input.Target;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class RegionCodesTest {

  @Test
  void codesAreReadInTheSystemThatTheInputDeclares() {
    // 91 is Papua to one, Papua Barat to the other; 97 is a code of one only; names are names.
    assertThat(regions("kemendagri", "91", "92", "31", "Papua Barat"))
        .isEqualTo(List.of("1 | 91", "2 | 92", "3 | 31", "4 | 92"));
    assertThat(regions("bps", "91", "94", "97", "31", "Papua Barat"))
        .isEqualTo(List.of("1 | 92", "2 | 91", "3 | 95", "4 | 31", "5 | 92"));
  }

  @Test
  void aCodeWithoutItsSystemIsSetAsideWithBothReadings() {
    TypedRows typed = typed("", "91", "97", "31", "42", "Papua");
    assertThat(Rows.texts(typed.accepted(), "merchant_id")).isEqualTo(List.of("5"));
    assertThat(Rows.texts(typed.quarantined(), "source_row", "reasons"))
        .isEqualTo(
            List.of(
                "1 | [region \"91\" is Papua by kemendagri and Papua Barat by bps;"
                    + " the input does not declare region_codes]",
                "2 | [region \"97\" is Papua Pegunungan by bps;"
                    + " the input does not declare region_codes]",
                "3 | [region \"31\" is DKI Jakarta by kemendagri and DKI Jakarta by bps;"
                    + " the input does not declare region_codes]",
                "4 | [region \"42\" is no province of Indonesia]"));
  }

  private static List<String> regions(String system, String... texts) {
    return Rows.texts(
        typed(", region_codes: " + system, texts).accepted(), "merchant_id", "region_code");
  }

  private static TypedRows typed(String keys, String... regions) {
    String[] lines = new String[regions.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = (i + 1) + " | " + regions[i];
    }
    return Silver.typed(
        StudyText.daily()
            .with("inputs", "{shops: {table: merchant, format: csv, files: []" + keys + "}}"),
        Target.MERCHANT,
        Rows.landed("shops", "merchant_id | region", lines));
  }
}
