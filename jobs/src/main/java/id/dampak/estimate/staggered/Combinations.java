package id.dampak.estimate.staggered;

import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Linear combinations of the terms of a fit, with their covariance. */
final class Combinations {
  private final Fit fit;
  private final List<String> names = new ArrayList<>();
  private final List<int[]> indices = new ArrayList<>();
  private final List<double[]> weights = new ArrayList<>();

  Combinations(Fit fit) {
    this.fit = fit;
  }

  /** Adds {@code Σ weights[j] · term(indices[j])}. */
  void add(String name, int[] of, double[] by) {
    names.add(name);
    indices.add(of);
    weights.add(by);
  }

  /** The combinations as a fit of their own. */
  Fit fit(Estimator estimator, Stream<Dropped> dropped) {
    StudentT t = new StudentT(fit.degreesOfFreedom(), fit.level());
    Matrix covariance = covariance();
    List<String> warnings = new ArrayList<>(fit.warnings());
    List<Estimate> estimates = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      double variance = covariance.at(c, c);
      if (variance < 0) {
        String remark = names.get(c) + " has no standard error: its clustered variance is negative";
        warnings.add(remark);
      }
      double stdError = variance < 0 ? Double.NaN : Math.sqrt(variance);
      estimates.add(t.estimate(names.get(c), point(c), stdError));
    }
    return new Fit(
        estimator,
        fit.observations(),
        fit.clusters(),
        dropped.toList(),
        warnings.stream().filter(this::isOfCombinations).toList(),
        estimates,
        covariance,
        fit.degreesOfFreedom(),
        fit.level());
  }

  /** A remark on the variance of a term that is only an ingredient here would puzzle. */
  private boolean isOfCombinations(String warning) {
    int end = warning.indexOf(" has no standard error");
    return end < 0 || names.contains(warning.substring(0, end));
  }

  private double point(int c) {
    double point = 0;
    for (int j = 0; j < indices.get(c).length; j++) {
      point += weights.get(c)[j] * fit.estimates().get(indices.get(c)[j]).estimate();
    }
    return point;
  }

  private Matrix covariance() {
    int n = names.size();
    double[] covariance = new double[n * n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b <= a; b++) {
        covariance[a * n + b] = covariance(a, b);
        covariance[b * n + a] = covariance[a * n + b];
      }
    }
    return Matrix.of(n, n, covariance);
  }

  private double covariance(int a, int b) {
    double sum = 0;
    for (int i = 0; i < indices.get(a).length; i++) {
      for (int j = 0; j < indices.get(b).length; j++) {
        sum +=
            weights.get(a)[i]
                * weights.get(b)[j]
                * fit.covariance().at(indices.get(a)[i], indices.get(b)[j]);
      }
    }
    return sum;
  }
}
