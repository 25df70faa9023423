package id.dampak.estimate.staggered;

import id.dampak.error.DifferenceInDifferencesErrors;

/** What comparison units are weighted by: the odds π/(1 − π) of being treated. */
final class Odds {
  private final Propensity propensity;
  private final double[] untrimmed;
  private final double[] weights;
  private final int trimmed;

  private Odds(Propensity propensity, double[] untrimmed, double[] weights, int trimmed) {
    this.propensity = propensity;
    this.untrimmed = untrimmed;
    this.weights = weights;
    this.trimmed = trimmed;
  }

  /**
   * The odds by the propensity score that belongs to {@code way}.
   *
   * @throws id.dampak.error.DampakException if a score is too close to 1
   */
  static Odds of(Comparison data, Adjustment way, Overlap overlap) {
    Propensity logit = Propensity.logit(data);
    requireOverlap(data, logit, overlap);
    Propensity propensity = logit;
    if (way == Adjustment.IMPROVED_DOUBLY_ROBUST) {
      propensity = Propensity.calibrated(logit);
      requireOverlap(data, propensity, overlap);
    }
    double[] untrimmed = new double[data.units()];
    double[] weights = new double[data.units()];
    int trimmed = 0;
    for (int i = 0; i < weights.length; i++) {
      double v = propensity.index()[i];
      if (!data.isTreated(i)) {
        untrimmed[i] = Math.exp(v);
        weights[i] = weight(v, overlap.trim());
        trimmed += score(v) >= overlap.trim() ? 1 : 0;
      }
    }
    if (trimmed == data.units() - data.treatedUnits()) {
      throw DifferenceInDifferencesErrors.allTrimmed(data.name(), overlap.trim());
    }
    return new Odds(propensity, untrimmed, weights, trimmed);
  }

  /** The propensity score of a unit with index {@code v = x'γ}. */
  static double score(double v) {
    return 1 / (1 + Math.exp(-v));
  }

  /** The weight of a comparison unit with index {@code v}: none from the score {@code trim} on. */
  static double weight(double v, double trim) {
    return score(v) >= trim ? 0 : Math.exp(v);
  }

  Propensity propensity() {
    return propensity;
  }

  /** Odds of all comparison units, 0 for the treated; for reading only. */
  double[] untrimmed() {
    return untrimmed;
  }

  /** The same without units whose score comes too close to 1; for reading only. */
  double[] weights() {
    return weights;
  }

  /** How many comparison units have no weight. */
  int trimmed() {
    return trimmed;
  }

  private static void requireOverlap(Comparison data, Propensity propensity, Overlap overlap) {
    double largest = 0;
    for (double v : propensity.index()) {
      largest = Math.max(largest, score(v));
    }
    if (largest >= overlap.refuse()) {
      throw DifferenceInDifferencesErrors.noOverlap(data.name(), largest, overlap.refuse());
    }
  }
}
