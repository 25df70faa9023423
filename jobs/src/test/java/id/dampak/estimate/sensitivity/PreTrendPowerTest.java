package id.dampak.estimate.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.linalg.Matrix;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PreTrendPowerTest {
  /** Three coefficients before the event and one after. */
  private static final Matrix COVARIANCE =
      Matrix.of(
          4, 4, new double[] {4, 1.2, .5, .6, 1.2, 3, .7, .9, .5, .7, 2, .4, .6, .9, .4, 2.5});

  private static final PreTrendPower POWER =
      PreTrendPower.of(EventCoefficients.of(3, new double[] {0, 0, 0, 0}, COVARIANCE));

  @Test
  void slopesAndBiasesAreThoseOfTheMultivariateNormalOfScipy() {
    // scipy.stats.multivariate_normal.cdf for the slopes, Gauss-Legendre with 80³ nodes for E.
    same(POWER.detectable(0.5), 1.0462650360, 1.3828945536, 0.5793924098);
    same(POWER.detectable(0.8), 1.6046501494, 2.2090368922, 0.2317569633);
  }

  @Test
  void theJointTestIsThatOfTheNonCentralChiSquareOfScipy() {
    PreTrendPower joint = POWER.with(PreTrendTest.JOINT);
    same(joint.detectable(0.5), 1.4357978382, 1.7805605466, 0.5 / 0.95);
    same(joint.detectable(0.8), 1.9752810759, 2.5996974500, 0.2 / 0.95);
    assertThat(joint.power(0)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void studiesThatPassAreBiasedAsMuchAsSimulated() {
    for (PreTrendTest test : PreTrendTest.values()) {
      double slope = 1.2;
      DetectableTrend trend = POWER.with(test).at(slope);
      double[] mean = {-3 * slope, -2 * slope, -slope, slope};
      double[][] root = FixedLengthTest.root(COVARIANCE);
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
      int runs = 100_000;
      int passed = 0;
      double sum = 0;
      for (int run = 0; run < runs; run++) {
        double[] drawn = FixedLengthTest.draw(mean, root, random);
        if (passes(test, drawn, root)) {
          passed++;
          sum += drawn[3];
        }
      }
      assertThat(trend.power()).isCloseTo(1 - passed / (double) runs, within(0.005));
      assertThat(trend.biasGivenPass()).isCloseTo(sum / passed, within(0.04));
      assertThat(trend.bias()).isCloseTo(slope, within(1e-12));
    }
  }

  @Test
  void withOnePeriodBeforeEverythingHasAClosedForm() {
    EventCoefficients one =
        EventCoefficients.of(1, new double[] {0, 0}, Matrix.of(2, 2, new double[] {1, 0, 0, 1}));
    DetectableTrend trend = PreTrendPower.of(one).detectable(0.5);
    // Φ(−1.96 + s) + Φ(−1.96 − s) = 1/2.
    assertThat(trend.slope()).isCloseTo(1.95988, within(1e-4));
    // Uncorrelated estimates are not moved by what was tested.
    assertThat(trend.biasGivenPass()).isCloseTo(trend.bias(), within(1e-9));
  }

  @Test
  void oneAndJointTestsOfOneCoefficientAgree() {
    EventCoefficients one =
        EventCoefficients.of(1, new double[] {0, 0}, Matrix.of(2, 2, new double[] {2, 1, 1, 3}));
    DetectableTrend single = PreTrendPower.of(one).at(2);
    DetectableTrend joint = PreTrendPower.of(one).with(PreTrendTest.JOINT).at(2);
    assertThat(joint.power()).isCloseTo(single.power(), within(1e-10));
    assertThat(joint.biasGivenPass()).isCloseTo(single.biasGivenPass(), within(1e-9));
  }

  @Test
  void manyIndividualTestsRejectByChanceAloneWhichNeedsNoSlope() {
    int n = 21;
    double[] identity = new double[n * n];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    EventCoefficients many = EventCoefficients.of(20, new double[n], Matrix.of(n, n, identity));
    DetectableTrend trend = PreTrendPower.of(many).detectable(0.5);
    assertThat(trend.slope()).isZero();
    assertThat(trend.power()).isCloseTo(1 - Math.pow(0.95, 20), within(1e-4));
  }

  @Test
  void collinearCoefficientsCountOnce() {
    // The second coefficient is twice the third, as if there were a line.
    Matrix line = Matrix.of(3, 3, new double[] {4, 2, 0, 2, 1, 0, 0, 0, 1});
    EventCoefficients study = EventCoefficients.of(2, new double[] {0, 0, 0}, line);
    assertThat(PreTrendPower.of(study).power(0)).isCloseTo(0.05, within(1e-6));
    assertThat(PreTrendPower.of(study).with(PreTrendTest.JOINT).power(0))
        .isCloseTo(0.05, within(1e-9));
  }

  @Test
  void aPowerOutsideZeroAndOneIsRefused() {
    assertThatThrownBy(() -> POWER.detectable(1.5))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("The power is 1.5");
    assertThatThrownBy(() -> new PreTrendPower(POWER.study(), List.of(1.0), PreTrendTest.JOINT, 0))
        .hasMessageContaining("The size of the test is 0.0");
  }

  private static boolean passes(PreTrendTest test, double[] drawn, double[][] root) {
    double z = 1.959963984540054;
    return switch (test) {
      case INDIVIDUAL ->
          Math.abs(drawn[0]) <= 2 * z
              && Math.abs(drawn[1]) <= Math.sqrt(3) * z
              && Math.abs(drawn[2]) <= Math.sqrt(2) * z;
      case JOINT -> {
        // Forward substitution: the length of L⁻¹β̂ squared is the Wald statistic.
        double[] y = new double[3];
        double wald = 0;
        for (int i = 0; i < 3; i++) {
          y[i] = drawn[i];
          for (int j = 0; j < i; j++) {
            y[i] -= root[i][j] * y[j];
          }
          y[i] /= root[i][i];
          wald += y[i] * y[i];
        }
        yield wald <= 7.814727903251179;
      }
    };
  }

  private static void same(DetectableTrend ours, double slope, double bias, double bayes) {
    assertThat(ours.slope()).isCloseTo(slope, within(1e-5));
    assertThat(ours.bias()).isCloseTo(slope, within(1e-5));
    assertThat(ours.biasGivenPass()).isCloseTo(bias, within(1e-4));
    assertThat(ours.bayesFactor()).isCloseTo(bayes, within(1e-5));
  }
}
