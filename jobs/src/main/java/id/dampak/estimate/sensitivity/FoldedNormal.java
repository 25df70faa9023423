package id.dampak.estimate.sensitivity;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The distribution of |N(t, 1)|: how far an estimate of bias t standard errors may miss. */
final class FoldedNormal {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int MOST_STEPS = 100;

  private FoldedNormal() {}

  /** cv_α(t): the 1 − α quantile of |N(t, 1)|, for t ≥ 0. */
  static double criticalValue(double t, double alpha) {
    // At this start the tails beyond c still exceed α, and Newton's method rises to the root.
    double c = t + NORMAL.inverseSurvivalProbability(alpha);
    for (int step = 0; step < MOST_STEPS; step++) {
      double excess = NORMAL.survivalProbability(c - t) + NORMAL.survivalProbability(c + t) - alpha;
      double change = excess / (NORMAL.density(c - t) + NORMAL.density(c + t));
      c += change;
      if (Math.abs(change) <= 1e-15 * c) {
        break;
      }
    }
    return c;
  }

  /** The derivative of cv_α at t, where it has the value c. */
  static double slope(double t, double c) {
    // (φ(c−t) − φ(c+t)) / (φ(c−t) + φ(c+t)) with φ(c+t)/φ(c−t) = exp(−2ct).
    return Math.tanh(c * t);
  }
}
