package id.dampak.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dampak.report.EventStudy.PreTrendTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IDR | 0 | 0              | Rp0
          IDR | 0 | 950            | Rp950
          IDR | 0 | 12345          | Rp12,345
          IDR | 0 | 999999         | Rp1.00 million
          IDR | 0 | 1000000        | Rp1.00 million
          IDR | 0 | 12345678       | Rp12.3 million
          IDR | 0 | 456000000      | Rp456 million
          IDR | 0 | 999800000      | Rp1.00 billion
          IDR | 0 | 1234567890     | Rp1.23 billion
          IDR | 0 | -1234567890    | −Rp1.23 billion
          IDR | 0 | 98765432100000 | Rp98.8 trillion
          USD | 2 | 1234           | US$12.3
          USD | 2 | 199            | US$1.99
          USD | 2 | -123456789     | −US$1.23 million
          MYR | 2 | 5000000        | MYR 50,000
          """)
  void moneyReadsAsPeopleSayIt(String code, int minorDigits, double minor, String expected) {
    Scale scale = new Scale.Money(new Currency(code, minorDigits));

    assertThat(new Measurement(minor, Optional.empty(), scale).estimateText())
        .isEqualTo(expected.replace("MYR ", "MYR\u00a0"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0%",
    "0.098, 9.8%",
    "-0.1426, −14.3%",
    "0.0042, 0.42%",
    "1.5, 150.0%",
    "0.00001, 0.001%"
  })
  void fractionsReadAsPercentages(double fraction, String expected) {
    assertThat(new Measurement(fraction, Optional.empty(), new Scale.Percent()).estimateText())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.15377, 0.01516, −0.1538",
    "0.00526, 0.0142, 0.0053",
    "1234.5678, 250, '1,235'",
    "2.5, 0.9996, 2.50",
    "-0.00001, 0.5, 0.000",
    "7, 0, 7.00"
  })
  void coefficientsShowThreeDigitsOfTheirStandardError(
      double estimate, double standardError, String expected) {
    Scale.Notation notation = new Scale.Plain("").notation(estimate, standardError);

    assertThat(notation.full().apply(estimate)).isEqualTo(expected);
  }

  @Test
  void anIntervalSharesItsUnitWithTheEstimate() {
    Interval interval = new Interval(-40_000_000, 1_300_000_000, 0.95);
    Measurement loss = new Measurement(630_000_000, Optional.of(interval), SampleReport.MONEY);

    assertThat(loss.text())
        .isEqualTo("Rp0.63 billion (95% interval −Rp0.04 billion to Rp1.30 billion)");
  }

  @ParameterizedTest
  @CsvSource({"0.95, 95%", "0.9, 90%", "0.999, 99.9%"})
  void levelsReadWithoutNeedlessDecimals(double level, String expected) {
    assertThat(new Interval(0, 1, level).levelText()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, <0.001", "0.0004, <0.001", "0.0006, 0.001", "0.0321, 0.032", "1, 1.000"})
  void aProbabilityIsNeverShownAsZero(double pValue, String expected) {
    assertThat(ProbabilityText.cell(pValue)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1184, '−1,184'", "1048312, '1,048,312'"})
  void countsAreGroupedByThousands(long count, String expected) {
    assertThat(DecimalText.whole(count)).isEqualTo(expected);
  }

  @Test
  void noMeasurementIsMadeOfWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measurement(Double.NaN, Optional.empty(), SampleReport.MONEY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, 1, 95));
  }

  @Test
  void theEndsThatAnEstimatorLeavesUndefinedMakeNoInterval() {
    assertThat(Interval.ifDefined(Double.NaN, Double.NaN, 0.95)).isEmpty();
    assertThat(Interval.ifDefined(-1, 1, 0.95)).contains(new Interval(-1, 1, 0.95));
  }

  @Test
  void thePreTrendTestIsPutIntoWordsThatDoNotOverclaim() {
    assertThat(new PreTrendTest("F(2, 9)", 0.4, 0.68).words())
        .contains("do not differ", "F(2,\u00a09)\u00a0=\u00a00.40", "does not prove");
    assertThat(new PreTrendTest("F(2, 9)", 9.1, 0.0001).words())
        .contains("differ jointly", "<\u00a00.001")
        .doesNotContain("do not differ");
    assertThat(new PreTrendTest("F(2, 9)", Double.NaN, Double.NaN).words())
        .contains("cannot be tested");
  }

  @Test
  void whatIsNotANumberIsNotPrintedAsOne() {
    assertThat(DecimalText.exactly(2, Double.NaN)).isEqualTo("not defined");
    assertThat(DecimalText.exactly(2, Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }
}
