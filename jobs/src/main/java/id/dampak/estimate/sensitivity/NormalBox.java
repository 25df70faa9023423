package id.dampak.estimate.sensitivity;

import id.dampak.linalg.Matrix;
import id.dampak.linalg.Richtmyer;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The probability that a multivariate normal vector lies in a box around 0, and its mean given that
 * it does: separation of variables (Genz 1992, doi:10.1080/10618600.1992.10477010) over {@value
 * #POINTS} fixed points, the least likely coordinates first.
 */
final class NormalBox {
  private static final int POINTS = 1 << 13;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Part of a variance that the earlier coordinates leave below which it counts as none. */
  private static final double SINGULAR = 1e-10;

  private final int[] order;
  private final double[][] lower;
  private final double[] half;
  private final double[] mean;

  private NormalBox(double[] mean, Matrix covariance, double[] half) {
    int n = mean.length;
    this.mean = mean.clone();
    this.half = half.clone();
    this.order = new int[n];
    this.lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    double[] expected = new double[n];
    for (int i = 0; i < n; i++) {
      bringLeastLikely(i, covariance, expected);
      factorRow(i, covariance);
      double[] cut = cut(i, expected);
      expected[i] = lower[i][i] > 0 ? meanOf(cut[0], cut[1]) : 0;
    }
  }

  /**
   * @param mean of the vector
   * @param covariance of the vector
   * @param half half lengths of the sides of the box
   */
  static Moments moments(double[] mean, Matrix covariance, double[] half) {
    return new NormalBox(mean, covariance, half).integrate();
  }

  private Moments integrate() {
    int n = mean.length;
    Richtmyer sequence = new Richtmyer(Math.max(1, n - 1));
    double total = 0;
    double[] sums = new double[n];
    double[] y = new double[n];
    for (int point = 1; point <= POINTS; point++) {
      double weight = 1;
      for (int i = 0; i < n && weight > 0; i++) {
        double[] cut = cut(i, y);
        if (lower[i][i] == 0) {
          weight *= cut[0] <= 0 && cut[1] >= 0 ? 1 : 0;
          y[i] = 0;
          continue;
        }
        weight *= between(cut[0], cut[1]);
        boolean last = i == n - 1;
        // The tent makes the integrand periodic, which the sequence likes.
        double w = last ? 0 : 1 - Math.abs(2 * sequence.at(point, i) - 1);
        y[i] = last ? meanOf(cut[0], cut[1]) : TruncatedNormal.quantile(w, cut[0], cut[1]);
      }
      total += weight;
      if (weight > 0) {
        for (int i = 0; i < n; i++) {
          sums[order[i]] += weight * (mean[order[i]] + shift(i, y, i + 1));
        }
      }
    }
    for (int i = 0; i < n; i++) {
      sums[i] /= total;
    }
    return new Moments(Math.min(1, total / POINTS), sums);
  }

  /** Where the box cuts the standard normal of coordinate {@code i}, given the earlier ones. */
  private double[] cut(int i, double[] y) {
    double centre = mean[order[i]] + shift(i, y, i);
    double scale = lower[i][i] > 0 ? lower[i][i] : 1;
    double side = half[order[i]];
    return new double[] {(-side - centre) / scale, (side - centre) / scale};
  }

  private double shift(int i, double[] y, int upTo) {
    double sum = 0;
    for (int j = 0; j < upTo; j++) {
      sum += lower[i][j] * y[j];
    }
    return sum;
  }

  /** Moves to place {@code i} the coordinate that is least likely to lie in the box. */
  private void bringLeastLikely(int i, Matrix covariance, double[] expected) {
    int best = i;
    double least = Double.POSITIVE_INFINITY;
    for (int k = i; k < order.length; k++) {
      exchange(i, k);
      factorRow(i, covariance);
      double[] cut = cut(i, expected);
      double probability = lower[i][i] > 0 ? between(cut[0], cut[1]) : 1;
      exchange(i, k);
      if (probability < least) {
        least = probability;
        best = k;
      }
    }
    exchange(i, best);
  }

  private void exchange(int i, int k) {
    int kept = order[i];
    order[i] = order[k];
    order[k] = kept;
  }

  private void factorRow(int i, Matrix covariance) {
    double variance = covariance.at(order[i], order[i]);
    double left = variance;
    for (int j = 0; j < i; j++) {
      double value = covariance.at(order[i], order[j]) - dot(lower[i], lower[j], j);
      lower[i][j] = lower[j][j] > 0 ? value / lower[j][j] : 0;
      left -= lower[i][j] * lower[i][j];
    }
    lower[i][i] = left > SINGULAR * variance ? Math.sqrt(left) : 0;
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double between(double low, double high) {
    return low > 0
        ? NORMAL.survivalProbability(low) - NORMAL.survivalProbability(high)
        : NORMAL.cumulativeProbability(high) - NORMAL.cumulativeProbability(low);
  }

  private static double meanOf(double low, double high) {
    double probability = between(low, high);
    return probability > 0
        ? (NORMAL.density(low) - NORMAL.density(high)) / probability
        : TruncatedNormal.quantile(0.5, low, high);
  }

  /** Probability of the box and the mean within it, NaN where the probability underflows. */
  static final class Moments {
    private final double probability;
    private final double[] mean;

    Moments(double probability, double[] mean) {
      this.probability = probability;
      this.mean = mean;
    }

    double probability() {
      return probability;
    }

    double[] mean() {
      return mean.clone();
    }
  }
}
