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

class FixedLengthTest {
  /** Three coefficients before the event and two after. */
  private static final Matrix COVARIANCE =
      Matrix.of(
          5,
          5,
          new double[] {
            4, 1.2, .5, .6, .2, 1.2, 3, .7, .9, .4, .5, .7, 2, .4, .3, .6, .9, .4, 2.5, 1, .2, .4,
            .3, 1, 3
          });

  private static final double[] ESTIMATES = {-1, 0.5, 0.3, 4, 5};

  private static EventCoefficients study(double sign) {
    return EventCoefficients.of(
        3, Arrays.stream(ESTIMATES).map(x -> sign * x).toArray(), COVARIANCE);
  }

  @Test
  void theCriticalValueOfTheFoldedNormalSplitsItsDistribution() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    for (double t : new double[] {0, 0.1, 1, 3, 50}) {
      double c = FoldedNormal.criticalValue(t, 0.05);
      double inside = normal.cumulativeProbability(c - t) - normal.cumulativeProbability(-c - t);
      assertThat(inside).isCloseTo(0.95, within(1e-12));
      double step = 1e-5;
      double slope =
          (FoldedNormal.criticalValue(t + step, 0.05)
                  - FoldedNormal.criticalValue(Math.abs(t - step), 0.05))
              / (2 * step);
      assertThat(FoldedNormal.slope(t, c)).isCloseTo(slope, within(1e-6));
    }
  }

  @Test
  void noEstimatorOnAFineGridHasAShorterInterval() {
    for (double m : new double[] {0, 0.05, 0.3, 1, 10}) {
      for (List<Double> target :
          List.of(List.of(1.0, 0.0), List.of(0.5, 0.5), List.of(-1.0, 1.0))) {
        FixedLength fixed = new FixedLength(study(1), target, 0.05);
        double[] v = fixed.weights(m);
        double half = fixed.halfLength(v, m);
        assertThat(half).isCloseTo(halfLength(v, m), within(1e-9));
        assertThat(half).isCloseTo(shortestOnGrid(target, m), within(1e-6 * half));
      }
    }
  }

  @Test
  void withOnePeriodBeforeTheLineThroughItIsExtrapolated() {
    EventCoefficients one =
        EventCoefficients.of(1, new double[] {0.2, 1}, Matrix.of(2, 2, new double[] {1, 0, 0, 1}));
    // β̂_1 + β̂_−1 has variance 2 and the bias of one second difference.
    RobustInterval interval = HonestInference.ofFirstEffect(one).smoothness(3);
    double half = Math.sqrt(2) * FoldedNormal.criticalValue(3 / Math.sqrt(2), 0.05);
    assertThat(interval.confLow()).isCloseTo(1.2 - half, within(1e-12));
    assertThat(interval.confHigh()).isCloseTo(1.2 + half, within(1e-12));
  }

  @Test
  void underTheWorstTrendTheIntervalCoversAsOftenAsItSays() {
    double m = 0.4;
    List<Double> target = List.of(0.5, 0.5);
    FixedLength fixed = new FixedLength(study(1), target, 0.05);
    double[] v = fixed.weights(m);
    double half = fixed.halfLength(v, m);
    double[] worst = worstTrend(v, m);
    double[][] root = root(COVARIANCE);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    int covered = 0;
    int runs = 20_000;
    for (int run = 0; run < runs; run++) {
      double estimate = dot(v, draw(worst, root, random));
      covered += Math.abs(estimate) <= half ? 1 : 0;
    }
    // Four standard deviations of a binomial share.
    assertThat(covered / (double) runs).isCloseTo(0.95, within(4 * Math.sqrt(.95 * .05 / runs)));
  }

  @Test
  void turningTheSignsMirrorsTheIntervalAndUnitsOfMeasureScaleIt() {
    RobustInterval one = HonestInference.ofAverageEffect(study(1)).smoothness(0.3);
    RobustInterval mirrored = HonestInference.ofAverageEffect(study(-1)).smoothness(0.3);
    assertThat(mirrored.confLow()).isCloseTo(-one.confHigh(), within(1e-10));
    double unit = 1e6;
    EventCoefficients inRupiah =
        EventCoefficients.of(
            3,
            Arrays.stream(ESTIMATES).map(x -> unit * x).toArray(),
            COVARIANCE.times(unit * unit));
    RobustInterval scaled = HonestInference.ofAverageEffect(inRupiah).smoothness(0.3 * unit);
    assertThat(scaled.confHigh() / unit).isCloseTo(one.confHigh(), within(1e-9));
  }

  @Test
  void atTheBreakdownValueTheIntervalReachesTheNull() {
    HonestInference inference = HonestInference.ofFirstEffect(study(1)).withLevel(0.5);
    double breakdown = inference.breakdownSmoothness(0);
    assertThat(breakdown).isPositive();
    assertThat(inference.smoothness(breakdown).contains(0)).isTrue();
    assertThat(inference.smoothness(breakdown * 0.999).contains(0)).isFalse();
    assertThat(inference.breakdownSmoothness(4)).isZero();
  }

  /** Nested grids around the best point so far, over the two weights that are free. */
  private static double shortestOnGrid(List<Double> target, double m) {
    double[] centre = {0, 0};
    double width = 8;
    double best = Double.POSITIVE_INFINITY;
    for (int zoom = 0; zoom < 40; zoom++) {
      double[] around = centre.clone();
      for (int i = -5; i <= 5; i++) {
        for (int j = -5; j <= 5; j++) {
          double first = around[0] + width * i / 5;
          double second = around[1] + width * j / 5;
          // A linear trend must drop out: −3 v_−3 − 2 v_−2 − v_−1 + l_1 + 2 l_2 = 0.
          double third = target.get(0) + 2 * target.get(1) - 3 * first - 2 * second;
          double half =
              halfLength(new double[] {first, second, third, target.get(0), target.get(1)}, m);
          if (half < best) {
            best = half;
            centre = new double[] {first, second};
          }
        }
      }
      width *= 0.6;
    }
    return best;
  }

  /** σ times the folded-normal quantile, with the worst of all corners of Δ^SD(M). */
  private static double halfLength(double[] v, double m) {
    double sigma = Math.sqrt(COVARIANCE.quadratic(v));
    double bias = dot(v, worstTrend(v, m));
    return sigma * FoldedNormal.criticalValue(bias / sigma, 0.05);
  }

  /** The trend in Δ^SD(M) that moves v'β̂ most: all second differences at ±M are tried. */
  private static double[] worstTrend(double[] v, double m) {
    double[] worst = new double[5];
    for (int corner = 0; corner < 16; corner++) {
      // δ_−3, …, δ_2 from δ_0 = δ_1 = 0 and the second differences at −2, …, 1.
      double[] d = new double[4];
      for (int s = 0; s < 4; s++) {
        d[s] = ((corner >> s) & 1) == 1 ? m : -m;
      }
      double second = d[3];
      double minusOne = d[2];
      double minusTwo = d[1] + 2 * minusOne;
      double minusThree = d[0] + 2 * minusTwo - minusOne;
      double[] trend = {minusThree, minusTwo, minusOne, 0, second};
      worst = dot(v, trend) > dot(v, worst) ? trend : worst;
    }
    return worst;
  }

  static double[] draw(double[] mean, double[][] root, RandomGenerator random) {
    double[] drawn = mean.clone();
    for (int j = 0; j < mean.length; j++) {
      double z = random.nextGaussian();
      for (int i = j; i < mean.length; i++) {
        drawn[i] += root[i][j] * z;
      }
    }
    return drawn;
  }

  /** The Cholesky factor, by the textbook. */
  static double[][] root(Matrix covariance) {
    int n = covariance.rows();
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double left = covariance.at(i, j);
        for (int k = 0; k < j; k++) {
          left -= root[i][k] * root[j][k];
        }
        root[i][j] = i == j ? Math.sqrt(left) : left / root[j][j];
      }
    }
    return root;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
