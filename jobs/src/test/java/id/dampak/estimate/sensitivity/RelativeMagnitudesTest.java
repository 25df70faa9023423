package id.dampak.estimate.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class RelativeMagnitudesTest {
  private static final double ALPHA = 0.05;

  /** Two coefficients before the event and two after. */
  private static final Matrix COVARIANCE =
      Matrix.of(
          4, 4, new double[] {4, 1.2, .5, .6, 1.2, 3, .7, .9, .5, .7, 2, .4, .6, .9, .4, 2.5});

  private static final double[] ESTIMATES = {-1.5, 0.5, 4, 5};
  private static final EventCoefficients STUDY = EventCoefficients.of(2, ESTIMATES, COVARIANCE);

  /** |δ_t+1 − δ_t| ≤ M̄ (δ_−1 − δ_−2) for t = 0, 1. */
  private static double[][] bounds(double mBar) {
    return new double[][] {
      {mBar, -mBar, 1, 0}, {mBar, -mBar, -1, 0}, {mBar, -mBar, -1, 1}, {mBar, -mBar, 1, -1}
    };
  }

  @Test
  void theTestIsThatOfTheVerticesWrittenOut() {
    for (List<Double> target : List.of(List.of(1.0, 0.0), List.of(0.5, 0.5), List.of(-1.0, 1.0))) {
      for (double mBar : new double[] {0.3, 1, 2}) {
        MomentTest test = new MomentTest(STUDY, bounds(mBar), target, ALPHA);
        Vertices twin = new Vertices(STUDY, bounds(mBar), target);
        double critical = LeastFavourable.criticalValue(test, ALPHA);
        int conditional = 0;
        for (double theta = -15; theta <= 20; theta += 0.37) {
          MomentTest.Outcome ours = test.test(theta, critical);
          assertThat(ours.statistic()).isCloseTo(twin.statistic(theta), within(1e-10));
          if (ours.statistic() > 0 && ours.statistic() <= critical) {
            conditional++;
            assertThat(ours.critical())
                .isCloseTo(twin.critical(theta, critical, ALPHA), within(1e-8));
          }
        }
        assertThat(conditional).isPositive();
      }
    }
  }

  @Test
  void theLeastFavourableCriticalValueIsTheQuantileOfManyDraws() {
    List<Double> target = List.of(1.0, 0.0);
    MomentTest test = new MomentTest(STUDY, bounds(1), target, ALPHA);
    Vertices twin = new Vertices(STUDY, bounds(1), target);
    double critical = LeastFavourable.criticalValue(test, ALPHA);
    double[][] root = FixedLengthTest.root(COVARIANCE);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(21);
    int above = 0;
    int runs = 200_000;
    for (int run = 0; run < runs; run++) {
      double[] drawn = FixedLengthTest.draw(new double[4], root, random);
      above += twin.statistic(twin.moments(drawn, 0)) > critical ? 1 : 0;
    }
    double kappa = ALPHA / 10;
    assertThat(above / (double) runs).isCloseTo(kappa, within(4 * Math.sqrt(kappa / runs)));
  }

  @Test
  void theIntervalIsTheHullOfWhatIsNotRejected() {
    for (double mBar : new double[] {0, 0.5, 1.5}) {
      RelativeMagnitudes set = new RelativeMagnitudes(STUDY, List.of(1.0, 0.0), ALPHA, mBar);
      RobustInterval interval = set.interval();
      assertThat(set.accepts(interval.confLow())).isTrue();
      assertThat(set.accepts(interval.confHigh())).isTrue();
      for (double away = 1e-4; away < 20; away += 0.05) {
        assertThat(set.accepts(interval.confLow() - away)).isFalse();
        assertThat(set.accepts(interval.confHigh() + away)).isFalse();
      }
    }
  }

  @Test
  void withoutViolationAfterTheEventTheIntervalIsNearlyTheOriginalOne() {
    // One coefficient after the event: |t| against a critical value that spends α/10 first.
    EventCoefficients one =
        EventCoefficients.of(1, new double[] {0.2, 1}, Matrix.of(2, 2, new double[] {1, 0, 0, 1}));
    HonestInference inference = HonestInference.ofFirstEffect(one);
    RobustInterval none = inference.relativeMagnitudes(0);
    assertThat(none.confLow()).isCloseTo(inference.original().confLow(), within(0.02));
    assertThat(none.confHigh()).isCloseTo(inference.original().confHigh(), within(0.02));
    assertThat(inference.relativeMagnitudes(2).confHigh()).isGreaterThan(none.confHigh() + 0.4);
  }

  @Test
  void atTheCornerOfTheBoundsTheIntervalCoversAtLeastAsOftenAsItSays() {
    double mBar = 1;
    // δ_−2 = 0, δ_−1 = −1: the largest step before the event is 1 in size, as are all after it.
    double[] corner = {0, -1, 1, 2};
    double[][] root = FixedLengthTest.root(COVARIANCE);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    int covered = 0;
    int runs = 300;
    for (int run = 0; run < runs; run++) {
      EventCoefficients study =
          EventCoefficients.of(2, FixedLengthTest.draw(corner, root, random), COVARIANCE);
      // The effect is 0: all of β after the event is a violation.
      boolean accepted = new RelativeMagnitudes(study, List.of(1.0, 0.0), ALPHA, mBar).accepts(0);
      covered += accepted ? 1 : 0;
    }
    // Three standard deviations of a binomial share below 0.95.
    assertThat(covered / (double) runs).isGreaterThan(0.95 - 3 * Math.sqrt(.95 * .05 / runs));
  }

  @Test
  void turningTheSignsMirrorsTheIntervalAndUnitsOfMeasureScaleIt() {
    RobustInterval one = HonestInference.ofAverageEffect(STUDY).relativeMagnitudes(0.8);
    double unit = -1e6;
    EventCoefficients inRupiah =
        EventCoefficients.of(
            2,
            Arrays.stream(ESTIMATES).map(x -> unit * x).toArray(),
            COVARIANCE.times(unit * unit));
    RobustInterval other = HonestInference.ofAverageEffect(inRupiah).relativeMagnitudes(0.8);
    assertThat(other.confLow() / unit).isCloseTo(one.confHigh(), within(1e-5));
    assertThat(other.confHigh() / unit).isCloseTo(one.confLow(), within(1e-5));
  }

  @Test
  void atTheBreakdownValueTheNullIsNoLongerRejected() {
    HonestInference inference = HonestInference.ofFirstEffect(STUDY).withLevel(0.9);
    double breakdown = inference.breakdownRelativeMagnitudes(0);
    assertThat(breakdown).isBetween(0.05, 3.0);
    assertThat(new RelativeMagnitudes(STUDY, List.of(1.0, 0.0), 0.1, breakdown).accepts(0))
        .isTrue();
    assertThat(new RelativeMagnitudes(STUDY, List.of(1.0, 0.0), 0.1, breakdown * .999).accepts(0))
        .isFalse();
    assertThat(inference.breakdownRelativeMagnitudes(4)).isZero();
  }

  @Test
  void quantilesOfTheCutNormalAreRightFarOutToo() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double x = TruncatedNormal.quantile(0.95, 1, 3);
    double share =
        (normal.cumulativeProbability(x) - normal.cumulativeProbability(1))
            / (normal.cumulativeProbability(3) - normal.cumulativeProbability(1));
    assertThat(share).isCloseTo(0.95, within(1e-12));
    assertThat(TruncatedNormal.quantile(0.05, -3, -1)).isCloseTo(-x, within(1e-12));
    double near = TruncatedNormal.quantile(0.95, 29.999, 40);
    assertThat(TruncatedNormal.quantile(0.95, 30.001, 40)).isCloseTo(near, within(0.003));
    assertThat(TruncatedNormal.quantile(0.95, 50, Double.POSITIVE_INFINITY))
        .isCloseTo(50 - Math.log(0.05) / 50, within(1e-12));
    assertThat(TruncatedNormal.quantile(0.95, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
        .isCloseTo(1.6448536269514722, within(1e-12));
  }
}
