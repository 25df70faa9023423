package id.dampak.estimate.reversible;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Terms with a score for each cluster; their covariance is the sum of products of the scores. */
final class Scores {
  private final List<String> terms = new ArrayList<>();
  private final List<Double> points = new ArrayList<>();
  private final List<double[]> scores = new ArrayList<>();

  /** Adds a term whose scores are {@code factor} times the given ones. */
  void add(String term, double point, double[] byCluster, double factor) {
    double[] scaled = byCluster.clone();
    for (int c = 0; c < scaled.length; c++) {
      scaled[c] *= factor;
    }
    terms.add(term);
    points.add(point);
    scores.add(scaled);
  }

  List<String> terms() {
    return List.copyOf(terms);
  }

  double[] points() {
    return points.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Positive semi-definite whatever the data, because it is one sum over clusters. */
  Matrix covariance() {
    int n = terms.size();
    double[] covariance = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i * n + j] = product(scores.get(i), scores.get(j));
        covariance[j * n + i] = covariance[i * n + j];
      }
    }
    return Matrix.of(n, n, covariance);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += a[c] * b[c];
    }
    return sum;
  }

  /** Normal intervals and p values. */
  List<Estimate> estimates(Matrix covariance, double level) {
    StudentT normal = new StudentT(Double.POSITIVE_INFINITY, level);
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      double stdError = Math.sqrt(covariance.at(i, i));
      estimates.add(normal.estimate(terms.get(i), points.get(i), stdError));
    }
    return estimates;
  }
}
