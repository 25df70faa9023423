package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"https://example.org\";\"Toko\")",
        "+62 812 | calc",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "\uFF1D1+1",
        "-",
      })
  void aTextThatASpreadsheetWouldRunGetsAnApostrophe(String text) {
    assertThat(SafeText.inSpreadsheet(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Toko Maju", "5", "-5", "+62", "-1.5e-3", "-1.500,25", "2025-08-30", "a=b"})
  void otherTextsAndNumbersStayAsTheyAre(String text) {
    assertThat(SafeText.inSpreadsheet(text)).isEqualTo(text);
  }
}
