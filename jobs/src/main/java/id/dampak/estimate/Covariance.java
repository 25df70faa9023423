package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The covariance of the estimates and the degrees of freedom of their t distribution.
 *
 * @param matrix covariance
 * @param degreesOfFreedom N − K, or with clusters min(G) − 1
 * @param clusters clusters by dimension
 */
record Covariance(Matrix matrix, double degreesOfFreedom, List<Clusters> clusters) {

  /** Estimates {@code variance}. */
  static Covariance of(Variance variance, Solved solved) {
    int freedom = solved.observations() - solved.parameters();
    if (freedom <= 0) {
      throw EstimationErrors.noDegreesOfFreedom(solved.observations(), solved.parameters());
    }
    if (variance instanceof Variance.Clustered clustered) {
      return clustered(clustered, solved);
    }
    double factor =
        variance instanceof Variance.Iid
            ? solved.errorVariance()
            : (double) solved.observations() / freedom;
    Matrix matrix =
        variance instanceof Variance.Iid
            ? solved.bread().matrix().times(factor)
            : solved.bread().sandwich(solved.meat()).times(factor);
    return new Covariance(matrix, freedom, List.of());
  }

  /** The fit of terms whose covariance this is. */
  Fit fit(Estimator estimator, double level, List<String> terms, double[] points, Entered entered) {
    StudentT t = new StudentT(degreesOfFreedom, level);
    List<String> remarks = new ArrayList<>(entered.warnings());
    List<Estimate> estimates = new ArrayList<>();
    for (int j = 0; j < points.length; j++) {
      double variance = matrix.at(j, j);
      if (variance < 0) {
        remarks.add(
            "%s has no standard error: its two-way clustered variance is negative"
                .formatted(terms.get(j)));
      }
      double stdError = variance < 0 ? Double.NaN : Math.sqrt(variance);
      estimates.add(t.estimate(terms.get(j), points[j], stdError));
    }
    return new Fit(
        estimator,
        entered.observations(),
        clusters,
        entered.dropped(),
        remarks,
        estimates,
        matrix,
        degreesOfFreedom,
        level);
  }

  /** One dimension, or Cameron, Gelbach and Miller's V₁ + V₂ − V₁₂. */
  private static Covariance clustered(Variance.Clustered variance, Solved solved) {
    List<Clusters> counts = new ArrayList<>();
    int fewest = Integer.MAX_VALUE;
    for (String column : variance.by()) {
      int levels = solved.clusters(column);
      if (levels < 2) {
        throw EstimationErrors.oneCluster(column);
      }
      counts.add(new Clusters(column, levels));
      fewest = Math.min(fewest, levels);
    }
    Matrix meat = term(variance.by().subList(0, 1), solved, variance.factor(), fewest);
    if (variance.by().size() == 2) {
      meat =
          meat.plus(1, term(variance.by().subList(1, 2), solved, variance.factor(), fewest))
              .plus(-1, term(variance.by(), solved, variance.factor(), fewest));
    }
    double adjustment = parameterFactor(variance, solved);
    return new Covariance(solved.bread().sandwich(meat).times(adjustment), fewest - 1.0, counts);
  }

  private static Matrix term(List<String> by, Solved solved, ClusterFactor rule, int fewest) {
    Solved.Meat meat = solved.meat(by);
    double own = meat.clusters();
    double factor =
        switch (rule) {
          case MIN -> fewest / (fewest - 1.0);
          case CONVENTIONAL -> own / (own - 1);
          case OFF -> 1;
        };
    return meat.matrix().times(factor);
  }

  private static double parameterFactor(Variance.Clustered variance, Solved solved) {
    int k =
        switch (variance.parameters()) {
          case NESTED -> solved.parametersNotNested(variance.by());
          case ALL -> solved.parameters();
          case NONE -> solved.regressors();
          case OFF -> 1;
        };
    return (solved.observations() - 1.0) / (solved.observations() - k);
  }
}
