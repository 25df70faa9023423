package id.dampak.estimate.staggered;

import id.dampak.linalg.Matrix;
import java.util.stream.IntStream;

/**
 * Influence functions of several estimates, one number for each unit and estimate. Numbers are
 * asked for block by block and never stored, so that memory does not grow with units times
 * estimates. The covariance is the same to the last digit on any number of threads.
 */
final class InfluenceFunctions {
  /** Clusters whose sums stay in the cache while all products are formed. */
  private static final int BLOCK = 1024;

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
    double[] products = new double[estimates * estimates];
    for (int from = 0; from < clusters.count(); from += BLOCK) {
      int first = from;
      int last = Math.min(clusters.count(), from + BLOCK);
      double[][] sums = new double[estimates][];
      IntStream.range(0, estimates)
          .parallel()
          .forEach(a -> sums[a] = sums(a, clusters, first, last));
      IntStream.range(0, estimates).parallel().forEach(a -> addProducts(a, sums, products));
    }
    for (int a = 0; a < estimates; a++) {
      for (int b = 0; b < a; b++) {
        products[a * estimates + b] = products[b * estimates + a];
      }
    }
    double n = clusters.units();
    return Matrix.of(estimates, estimates, products).times(1 / (n * n));
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

  /** Adds the products of estimate {@code a} and those that follow it. */
  private void addProducts(int a, double[][] sums, double[] products) {
    for (int b = a; b < estimates; b++) {
      double sum = 0;
      for (int c = 0; c < sums[a].length; c++) {
        sum += sums[a][c] * sums[b][c];
      }
      products[a * estimates + b] += sum;
    }
  }
}
