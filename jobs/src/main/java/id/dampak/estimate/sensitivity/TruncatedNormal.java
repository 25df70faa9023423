package id.dampak.estimate.sensitivity;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantiles of the standard normal distribution cut to an interval, also far in its tails. */
final class TruncatedNormal {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Beyond this the tail is exponential to all digits that matter and the density underflows. */
  private static final double FAR = 30;

  private TruncatedNormal() {}

  /** The {@code p} quantile of N(0, 1) given that it lies in [{@code low}, {@code high}]. */
  static double quantile(double p, double low, double high) {
    if (low > FAR) {
      double width = Math.exp(-low * (high - low));
      return low - Math.log(1 - p * (1 - width)) / low;
    }
    if (high < -FAR) {
      return -quantile(1 - p, -high, -low);
    }
    double quantile;
    if (low > 0) {
      double tail =
          (1 - p) * NORMAL.survivalProbability(low) + p * NORMAL.survivalProbability(high);
      quantile = NORMAL.inverseSurvivalProbability(tail);
    } else {
      double below =
          (1 - p) * NORMAL.cumulativeProbability(low) + p * NORMAL.cumulativeProbability(high);
      quantile = NORMAL.inverseCumulativeProbability(below);
    }
    return Math.min(high, Math.max(low, quantile));
  }
}
