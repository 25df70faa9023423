package id.dampak.estimate.staggered;

import id.dampak.linalg.Gram;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Influence functions of several estimates, one number for each unit and estimate. Numbers are
 * asked for block by block and never stored, so that memory is linear in the number of units.
 */
final class InfluenceFunctions {
  private static final int BLOCK = 32_768;

  private final int estimates;
  private final Influence influence;

  /** ψ of one estimate for one unit. */
  interface Influence {
    double of(int unit, int estimate);
  }

  InfluenceFunctions(int estimates, Influence influence) {
    this.estimates = estimates;
    this.influence = influence;
  }

  /**
   * The covariance of the estimates, {@code Σ_c ψ_c ψ_c' / n²} with ψ_c the sum of ψ over the units
   * of cluster c. There is no small-sample factor.
   */
  Matrix covariance(UnitClusters clusters) {
    Matrix sum = Matrix.zero(estimates, estimates);
    for (int from = 0; from < clusters.count(); from += BLOCK) {
      int first = from;
      int last = Math.min(clusters.count(), from + BLOCK);
      double[][] sums = new double[estimates][];
      IntStream.range(0, estimates)
          .parallel()
          .forEach(estimate -> sums[estimate] = sums(estimate, clusters, first, last));
      double[] ones = new double[last - first];
      Arrays.fill(ones, 1);
      sum = sum.plus(1, Gram.of(sums, ones));
    }
    double n = clusters.units();
    return sum.times(1 / (n * n));
  }

  private double[] sums(int estimate, UnitClusters clusters, int first, int last) {
    double[] sums = new double[last - first];
    for (int cluster = first; cluster < last; cluster++) {
      for (int place = clusters.from(cluster); place < clusters.from(cluster + 1); place++) {
        sums[cluster - first] += influence.of(clusters.unit(place), estimate);
      }
    }
    return sums;
  }
}
