package id.dampak.text;

import java.io.Serializable;

/**
 * Probabilities from which a text may be flagged, each chosen on out-of-fold scores as the lowest
 * that flags at most a stated share of the training texts that do not incite.
 *
 * @param atOnePercent flags at most 1 in 100 of them, and misses most
 * @param atFivePercent flags at most 5 in 100; the one that measures are reported at
 * @param atTenPercent flags at most 10 in 100, and misses fewest
 */
public record Thresholds(double atOnePercent, double atFivePercent, double atTenPercent)
    implements Serializable {

  static Thresholds choose(boolean[] positive, double[] score) {
    return new Thresholds(
        Measures.thresholdAtFalsePositiveShare(positive, score, 0.01),
        Measures.thresholdAtFalsePositiveShare(positive, score, 0.05),
        Measures.thresholdAtFalsePositiveShare(positive, score, 0.10));
  }
}
