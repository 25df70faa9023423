package id.dampak.estimate.staggered;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Covariances by the infinitesimal jackknife: derivatives in the weights of units, numerically. */
final class Influences {
  private static final double STEP = 1e-4;

  private final List<Map<String, Double>> more;
  private final List<Map<String, Double>> less;

  private Influences(List<Map<String, Double>> more, List<Map<String, Double>> less) {
    this.more = more;
    this.less = less;
  }

  /**
   * Moves the weight of each unit a little up and down.
   *
   * @param terms the terms for given weights of the units
   */
  static Influences of(int units, Function<double[], Map<String, Double>> terms) {
    return new Influences(
        moved(units, 1 + STEP).map(terms).toList(), moved(units, 1 - STEP).map(terms).toList());
  }

  /** By how much each unit moves a term. */
  double[] of(String term) {
    return IntStream.range(0, more.size())
        .mapToDouble(i -> (number(more.get(i), term) - number(less.get(i), term)) / (2 * STEP))
        .toArray();
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

  private static Stream<double[]> moved(int units, double weight) {
    return IntStream.range(0, units)
        .mapToObj(
            unit -> {
              double[] weights = new double[units];
              Arrays.fill(weights, 1);
              weights[unit] = weight;
              return weights;
            });
  }

  private static double number(Map<String, Double> terms, String term) {
    return Optional.ofNullable(terms.get(term)).orElseThrow();
  }
}
