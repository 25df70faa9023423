package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class PowerCurveTest {
  private static final NormalDistribution Z = NormalDistribution.of(0, 1);

  /** Placebos that are the normal law itself, at equal steps of probability. */
  private static List<Double> normal(int count, double sigma) {
    return IntStream.range(0, count)
        .mapToObj(i -> sigma * Z.inverseCumulativeProbability((i + 0.5) / count))
        .toList();
  }

  private static List<Double> drawn(long seed, int count) {
    return new SplittableRandom(seed).doubles(count).map(u -> 2 * u - 1.1).boxed().toList();
  }

  @Test
  void placebosOfNormalNoiseHaveThePowerOfTheFormula() {
    double sigma = 3;
    PlaceboPower placebos = PlaceboPower.of(0.05, List.of(normal(20_000, sigma)));
    PowerCurve formula = new StandardErrorPower(sigma, Double.POSITIVE_INFINITY, 0.05);

    for (double power : new double[] {0.1, 0.5, 0.8, 0.9, 0.95}) {
      double analytic =
          sigma * (Z.inverseCumulativeProbability(0.975) + Z.inverseCumulativeProbability(power));
      assertThat(formula.detectable(power)).isCloseTo(analytic, within(1e-9));
      // Steps of probability of 1/20,000 are steps of up to 0.003 where the test rejects.
      assertThat(placebos.detectable(power)).isCloseTo(analytic, within(0.003));
    }
    for (double loss : new double[] {0, 2, 6, 8.4, 12}) {
      double analytic =
          Z.cumulativeProbability(loss / sigma - Z.inverseCumulativeProbability(0.975));
      assertThat(formula.power(loss)).isCloseTo(analytic, within(1e-12));
      assertThat(placebos.power(loss)).isCloseTo(analytic, within(2e-4));
    }
  }

  @Test
  void powerIsTheShareOfDatesOnWhichTheTestWouldRejectThePlantedLoss() {
    for (int count : new int[] {19, 20, 39, 46, 60}) {
      List<Double> placebos = drawn(count, count);
      PlaceboPower curve = PlaceboPower.of(0.05, List.of(placebos));
      for (double loss = 0; loss < 3; loss += 0.037) {
        assertThat(curve.power(loss)).isEqualTo(oneByOne(placebos, loss, 0.05));
      }
    }
  }

  /** The test of {@link RandomisationTest} with each placebo as what happened, less the loss. */
  private static double oneByOne(List<Double> placebos, double loss, double size) {
    long found = 0;
    for (double placebo : placebos) {
      double observed = placebo - loss;
      RandomisationTest test =
          RandomisationTest.of("t", Tail.BOTH, observed, placebos, String::valueOf, t -> t);
      found += test.pValue() <= size + 1e-12 && observed < 0 ? 1 : 0;
    }
    return found / (double) placebos.size();
  }

  @Test
  void fromTheDetectableLossOnThePowerIsReachedAndNotBefore() {
    PlaceboPower curve = PlaceboPower.of(0.05, List.of(drawn(1, 46)));
    for (double power : new double[] {0.2, 0.5, 0.8, 0.95}) {
      double loss = curve.detectable(power);
      assertThat(curve.power(loss + 1e-9)).isGreaterThanOrEqualTo(power);
      assertThat(curve.power(loss - 1e-9)).isLessThan(power);
    }
  }

  @Test
  void samplesHaveTestsOfTheirOwnWhosePowerIsAveraged() {
    List<Double> quiet = normal(40, 1);
    List<Double> noisy = normal(40, 4);
    PlaceboPower both = PlaceboPower.of(0.05, List.of(quiet, noisy));
    for (double loss : new double[] {0.5, 2, 3, 7, 11}) {
      assertThat(both.power(loss))
          .isCloseTo(
              (PlaceboPower.of(0.05, List.of(quiet)).power(loss)
                      + PlaceboPower.of(0.05, List.of(noisy)).power(loss))
                  / 2,
              within(1e-12));
    }
  }

  @Test
  void nineteenPlacebosAreNeededAtFivePercent() {
    assertThat(PlaceboPower.fewest(0.05)).isEqualTo(19);
    assertThat(PlaceboPower.fewest(0.1)).isEqualTo(9);
    assertThat(PlaceboPower.fewest(0.01)).isEqualTo(99);
    assertThat(PlaceboPower.of(0.05, List.of(normal(19, 1))).detectable(0.8)).isPositive();
    assertThatThrownBy(() -> PlaceboPower.of(0.05, List.of(normal(18, 1))))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("18 placebo dates")
        .hasMessageContaining("never below 0.053")
        .hasMessageContaining("reject at 5 %; that takes 19.");
  }

  @Test
  void fewDegreesOfFreedomCostPower() {
    TDistribution t = TDistribution.of(10);
    double sum = t.inverseCumulativeProbability(0.975) + t.inverseCumulativeProbability(0.8);

    assertThat(new StandardErrorPower(2, 10, 0.05).detectable(0.8))
        .isCloseTo(2 * sum, within(1e-12));
    // Bloom (1995), two-tailed at 5 % and 80 %: 2.8 standard errors for many, 3.1 for ten.
    assertThat(sum).isCloseTo(3.1, within(0.05));
  }

  @Test
  void aScaledCurveHasItsLossesMultiplied() {
    PowerCurve curve = PlaceboPower.of(0.05, List.of(normal(100, 1)));
    PowerCurve half = curve.scaled(0.5);

    assertThat(half.detectable(0.8)).isEqualTo(curve.detectable(0.8) / 2);
    assertThat(half.power(1.2)).isEqualTo(curve.power(2.4));
  }
}
