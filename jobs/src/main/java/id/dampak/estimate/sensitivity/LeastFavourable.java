package id.dampak.estimate.sensitivity;

import id.dampak.linalg.Eigen;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.Richtmyer;
import id.dampak.linalg.Root;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The critical value of size κ = α/10 of the statistic when every moment binds: the 1 − κ quantile
 * of h(ξ) = max γ'ξ, ξ ~ N(0, R).
 *
 * <p>Write ξ = L z with z standard normal in r dimensions, z = ρu with |u| = 1. h is homogeneous,
 * so that given the direction u the probability P(h ≤ c) = P(χ²_r ≤ (c/h(Lu))²) is known exactly,
 * and only directions are sampled: {@value #DIRECTIONS} points of a fixed sequence and their
 * opposites. The quantile is the same at every call, and far less noisy than one of as many
 * simulated ξ.
 */
final class LeastFavourable {
  static final int DIRECTIONS = 1024;

  private static final double RANK = 1e-10;
  private static final double ACCURACY = 1e-6;

  private LeastFavourable() {}

  /** κ: the part of α that the first of the two stages takes. */
  static double sizeOf(double alpha) {
    return alpha / 10;
  }

  /** A bound of the critical value: γ'ξ is a mean of moments, of which each is standard normal. */
  static double largest(MomentTest test, double alpha) {
    return NormalDistribution.of(0, 1)
        .inverseSurvivalProbability(sizeOf(alpha) / test.correlation().rows());
  }

  static double criticalValue(MomentTest test, double alpha) {
    double[][] loadings = loadings(test.correlation());
    int rank = loadings.length;
    Richtmyer sequence = new Richtmyer(rank);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double[] heights = new double[2 * DIRECTIONS];
    double[] z = new double[rank];
    for (int n = 0; n < DIRECTIONS; n++) {
      double squared = 0;
      for (int d = 0; d < rank; d++) {
        z[d] = normal.inverseCumulativeProbability(sequence.at(n + 1, d));
        squared += z[d] * z[d];
      }
      double[] moments = moments(loadings, z, 1 / Math.sqrt(squared));
      heights[2 * n] = test.statistic(moments);
      heights[2 * n + 1] = test.statistic(moments(loadings, z, -1 / Math.sqrt(squared)));
    }
    return quantile(heights, rank, sizeOf(alpha));
  }

  private static double quantile(double[] heights, int rank, double kappa) {
    ChiSquaredDistribution squaredLength = ChiSquaredDistribution.of(rank);
    double highest = 0;
    for (double h : heights) {
      highest = Math.max(highest, h);
    }
    // Nobody exceeds what the longest z of this probability gives in the highest direction.
    double most = highest * Math.sqrt(squaredLength.inverseSurvivalProbability(kappa));
    return Root.between(
        0,
        most,
        ACCURACY * most,
        c -> {
          double above = 0;
          for (double h : heights) {
            above += h > 0 ? squaredLength.survivalProbability(c * c / (h * h)) : 0;
          }
          return above / heights.length - kappa;
        });
  }

  private static double[] moments(double[][] loadings, double[] z, double factor) {
    double[] moments = new double[loadings[0].length];
    for (int d = 0; d < z.length; d++) {
      for (int j = 0; j < moments.length; j++) {
        moments[j] += factor * z[d] * loadings[d][j];
      }
    }
    return moments;
  }

  /** The columns of L with LL' = R, by falling eigenvalue. */
  private static double[][] loadings(Matrix correlation) {
    Eigen eigen = Eigen.of(correlation);
    double[] values = eigen.values();
    int rank = 0;
    while (rank < values.length && values[rank] > RANK * values[0]) {
      rank++;
    }
    double[][] loadings = new double[rank][values.length];
    for (int d = 0; d < rank; d++) {
      for (int j = 0; j < values.length; j++) {
        loadings[d][j] = Math.sqrt(values[d]) * eigen.vectors().at(j, d);
      }
    }
    return loadings;
  }
}
