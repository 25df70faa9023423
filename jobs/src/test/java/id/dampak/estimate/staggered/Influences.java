package id.dampak.estimate.staggered;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Covariances by the infinitesimal jackknife: derivatives in the weights of units, numerically. */
final class Influences {
  private static final double STEP = 1e-4;

  private Influences() {}

  /**
   * By how much each unit moves each term.
   *
   * @param terms the terms for given weights of the units
   */
  static Map<String, double[]> of(int units, Function<double[], Map<String, Double>> terms) {
    Map<String, double[]> influences = new TreeMap<>();
    for (int i = 0; i < units; i++) {
      Map<String, Double> more = terms.apply(weights(units, i, 1 + STEP));
      Map<String, Double> less = terms.apply(weights(units, i, 1 - STEP));
      for (String term : more.keySet()) {
        influences.computeIfAbsent(term, name -> new double[units])[i] =
            (more.get(term) - less.get(term)) / (2 * STEP);
      }
    }
    return influences;
  }

  /** The covariance of two terms, with units in clusters. */
  static double covariance(double[] a, double[] b, int[] clusters) {
    int count = Arrays.stream(clusters).max().orElseThrow() + 1;
    double[] sumA = new double[count];
    double[] sumB = new double[count];
    for (int i = 0; i < a.length; i++) {
      sumA[clusters[i]] += a[i];
      sumB[clusters[i]] += b[i];
    }
    double covariance = 0;
    for (int c = 0; c < count; c++) {
      covariance += sumA[c] * sumB[c];
    }
    return covariance;
  }

  private static double[] weights(int units, int changed, double weight) {
    double[] weights = new double[units];
    Arrays.fill(weights, 1);
    weights[changed] = weight;
    return weights;
  }
}
