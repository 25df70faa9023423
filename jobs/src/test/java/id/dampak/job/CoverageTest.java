package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.coverage.Accuracy;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped study is right as often as it says, on simulated markets. Each bound would be crossed
 * by chance in one of a thousand sets of seeds; the whole is {@code jobs/bin/measure-coverage}.
 */
class CoverageTest {
  private static final int SEEDS = 120;

  /** Of the standard normal: one in a thousand lies further out, on either side. */
  private static final double FAR = 3.29;

  private static final double BY_CHANCE = 0.001;

  private static CoverageStudy.Result result;

  @BeforeAll
  static void draw() {
    result = new CoverageStudy().run(SEEDS, System.err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"loss, against the expected", "sum of coefficients", "placebo loss, against zero"})
  void intervalsHoldTheTruthAsOftenAsTheySay(String name) {
    assertPlausible(result.accuracy(name).covered(), 0.95);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"loss, against the expected", "sum of coefficients", "placebo loss, against zero"})
  void standardErrorsAreAsLargeAsTheSpreadOverSeeds(String name) {
    Accuracy accuracy = result.accuracy(name);
    // The relative standard error of a standard deviation of normal draws is 1 / √(2(n − 1)).
    assertThat(accuracy.stdError() / accuracy.spread())
        .isCloseTo(1, within(FAR / Math.sqrt(2.0 * (SEEDS - 1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"loss, against the expected", "sum of coefficients", "placebo loss, against zero"})
  void estimatesAreNotBiased(String name) {
    Accuracy accuracy = result.accuracy(name);
    assertThat(accuracy.bias()).isCloseTo(0, within(FAR * accuracy.biasError()));
  }

  @Test
  void thePreTrendTestRejectsAsOftenAsItSays() {
    assertThat(result.tests()).hasSize(2);
    result.tests().forEach(test -> assertPlausible(test.rejected(), CoverageStudy.LEVEL));
  }

  /** Within the central 99.9 % of a binomial law. */
  private static void assertPlausible(int count, double probability) {
    BinomialDistribution law = BinomialDistribution.of(SEEDS, probability);
    assertThat(count)
        .isBetween(
            law.inverseCumulativeProbability(BY_CHANCE / 2),
            law.inverseCumulativeProbability(1 - BY_CHANCE / 2));
  }
}
