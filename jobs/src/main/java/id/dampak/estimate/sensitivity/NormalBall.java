package id.dampak.estimate.sensitivity;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * The non-central χ²: the probability that N(μ, I) in r dimensions lies in a ball around 0 depends
 * on μ through λ = μ'μ only, and the mean within the ball is μ P(χ²_r+2(λ) ≤ c) / P(χ²_r(λ) ≤ c).
 */
final class NormalBall {
  private static final double NEGLIGIBLE = 1e-15;

  private NormalBall() {}

  /** P(χ²_r(λ) ≤ c), as a Poisson mixture of central ones. */
  static double probability(double c, int rank, double lambda) {
    if (lambda == 0) {
      return ChiSquaredDistribution.of(rank).cumulativeProbability(c);
    }
    PoissonDistribution mixing = PoissonDistribution.of(lambda / 2);
    int first = mixing.inverseCumulativeProbability(NEGLIGIBLE);
    int last = mixing.inverseSurvivalProbability(NEGLIGIBLE);
    double sum = 0;
    for (int j = first; j <= last; j++) {
      sum +=
          mixing.probability(j)
              * ChiSquaredDistribution.of(rank + 2.0 * j).cumulativeProbability(c);
    }
    return Math.min(1, sum);
  }

  /** The factor by which being in the ball shrinks the mean. */
  static double shrinkage(double c, int rank, double lambda) {
    return probability(c, rank + 2, lambda) / probability(c, rank, lambda);
  }
}
