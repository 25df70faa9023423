package id.dampak.method;

import static id.dampak.method.PlantedStudy.BY_REGION;
import static id.dampak.method.PlantedStudy.BY_USE;
import static id.dampak.method.PlantedStudy.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.panel.Market;
import id.dampak.panel.PlantedMarket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every method that a study can name finds what was planted, from the words of its file on. */
class StudyMethodTest {
  /** Days are by themselves noisy with a standard error below 1. */
  private static final double CLOSE = 2.5;

  @TempDir Path folder;

  /** Units that use the feature lose 20 a day, which is 40 at full exposure. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "exposure_event_study | leads: 14, lags: 10, fixed_effects: [unit, region^period]"
            + " | mean over the suspended periods | -40",
        "difference_in_differences | fixed_effects: [unit, period], clusters: [unit]"
            + " | treatment | -40",
        "dose_bins | leads: 14, lags: 10, fixed_effects: [unit, period], dose_cuts: []"
            + " | exposure(0.0, )[0] | -20",
        "triple_differences | leads: 14, lags: 10, fixed_effects: [unit, period]"
            + " | exposure:feature | -40",
        "imputation | leads: 3 | ATT | -20",
        "sun_abraham | clusters: [unit] | period::0 | -20",
        "callaway_santanna | clusters: [unit] | simple | -20",
        "bacon | clusters: [unit] | treated | -20",
        "did_2x2 | shift: 0 | ATT | -20",
        "did_l | leads: 2, lags: 3 | effect[1] | -20",
        "did_m | leads: 1 | DID_M | -40",
        "carry_over | lags: 2 | after[1] | 0",
        "synthetic_did | errors: jackknife | att | -20",
        "synthetic_control | errors: none | att | -20",
        "average_did | errors: none | att | -20",
      })
  void aNationwideSuspensionIsMeasuredByWhoUsesTheFeature(
      String method, String options, String term, double planted) {
    Analysis found = analyse(PlantedMarket.nationwide(28, 29, 30), BY_USE, method, options);

    assertThat(term(found, term).estimate()).isCloseTo(planted, within(CLOSE));
  }

  /** Of 100 a day 80 are left at half exposure. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "poisson_event_study | leads: 14, lags: 10, fixed_effects: [unit, period]"
            + " | mean over the suspended periods",
        "ppml | fixed_effects: [unit, period], clusters: [unit] | treatment",
      })
  void expectedSalesFallInLogarithms(String method, String options, String term) {
    Analysis found = analyse(PlantedMarket.nationwide(28, 29, 30), BY_USE, method, options);

    assertThat(term(found, term).estimate())
        .isCloseTo(Math.log(0.8) / PlantedMarket.EXPOSURE, within(0.05));
  }

  /** Three units a region lose 20 each in the regions that are hit. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "difference_in_differences | fixed_effects: [unit, period], clusters: [unit] | treatment",
        "callaway_santanna | compare: not_yet_treated | simple",
        "imputation | clusters: [region] | ATT",
        "did_l | lags: 3 | average",
        "did_m | leads: 1 | DID_M",
        "synthetic_did | errors: jackknife | att",
        "synthetic_control | errors: placebo | att",
        "average_did | errors: placebo | att",
      })
  void aRegionalSuspensionIsMeasuredByTheOtherRegions(String method, String options, String term) {
    Analysis found =
        analyse(
            PlantedMarket.regional(28, 29, 30),
            BY_REGION,
            method,
            "aggregation: region, " + options);

    assertThat(term(found, term).estimate()).isCloseTo(-60, within(3 * CLOSE));
  }

  @Test
  void oneSeriesIsMeasuredByItsOwnPast() {
    Analysis found =
        analyse(
            PlantedMarket.nationwide(28, 29, 30),
            BY_USE,
            "interrupted_series",
            "aggregation: total, seasons: [day_of_week], serial_errors: stationary");

    // Forty units use the feature.
    assertThat(term(found, "level change").estimate()).isCloseTo(-800, within(100.0));
  }

  @Test
  void twoEventsShareAPath() {
    Analysis found =
        analyse(
            PlantedMarket.nationwide(14, 28),
            BY_USE,
            "stacked_events",
            "leads: 7, lags: 7, fixed_effects: [unit, period]");

    assertThat(term(found, "exposure[0]").estimate()).isCloseTo(-40, within(CLOSE));
  }

  @Test
  void aLossInMoneyComesWithThePoissonPath() {
    Analysis found =
        analyse(
            PlantedMarket.nationwide(28, 29, 30),
            BY_USE,
            "poisson_event_study",
            "leads: 14, lags: 10, fixed_effects: [unit, period]");

    // Forty units lose 20 on each of three days.
    assertThat(found.losses().get(0).loss().lost().estimate()).isCloseTo(2400, within(150.0));
    assertThat(found.losses()).extracting(Analysis.GroupLoss::dimension).contains("size_class");
  }

  @Test
  void aSuspensionOfAllRegionsLeavesNoRegionToCompareWith() {
    assertThatThrownBy(
            () ->
                analyse(
                    PlantedMarket.nationwide(28, 29, 30),
                    BY_REGION,
                    "did_l",
                    "aggregation: region, lags: 2"))
        .isInstanceOf(DampakException.class);
  }

  private Analysis analyse(Market market, String exposure, String method, String options) {
    return PlantedStudy.analyse(
        PlantedStudy.of(
            folder, exposure, "method: %s, outcome: {scale: level}, %s".formatted(method, options)),
        market);
  }
}
