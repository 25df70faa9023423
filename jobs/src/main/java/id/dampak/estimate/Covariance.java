package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Factor;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The covariance of the estimates and the degrees of freedom of their t distribution.
 *
 * @param matrix covariance
 * @param degreesOfFreedom N − K, or with clusters min(G) − 1
 * @param clusters clusters by dimension
 */
record Covariance(Matrix matrix, double degreesOfFreedom, List<Clusters> clusters) {

  /** Estimates {@code variance}; {@code factorOf} gives the clusters of a column. */
  static Covariance of(Variance variance, Solved solved, Function<String, Factor> factorOf) {
    int freedom = solved.observations() - solved.parameters();
    if (freedom <= 0) {
      throw EstimationErrors.noDegreesOfFreedom(solved.observations(), solved.parameters());
    }
    if (variance instanceof Variance.Clustered clustered) {
      return clustered(clustered, solved, clustered.by().stream().map(factorOf).toList());
    }
    double factor =
        variance instanceof Variance.Iid
            ? solved.errorVariance()
            : (double) solved.observations() / freedom;
    Matrix matrix =
        variance instanceof Variance.Iid
            ? solved.bread().times(factor)
            : sandwich(solved, solved.scores().meat()).times(factor);
    return new Covariance(matrix, freedom, List.of());
  }

  /** The fit of terms whose covariance this is. */
  Fit fit(
      Estimator estimator,
      double level,
      List<String> terms,
      double[] points,
      Sample sample,
      List<String> warnings) {
    StudentT t = new StudentT(degreesOfFreedom, level);
    List<String> remarks = new ArrayList<>(warnings);
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
        sample.rows().length,
        clusters,
        sample.dropped(),
        remarks,
        estimates,
        matrix,
        degreesOfFreedom,
        level);
  }

  /** One dimension, or Cameron, Gelbach and Miller's V₁ + V₂ − V₁₂. */
  private static Covariance clustered(
      Variance.Clustered variance, Solved solved, List<Factor> dimensions) {
    List<Clusters> counts = new ArrayList<>();
    int fewest = Integer.MAX_VALUE;
    for (int d = 0; d < dimensions.size(); d++) {
      int levels = dimensions.get(d).levels();
      if (levels < 2) {
        throw EstimationErrors.oneCluster(variance.by().get(d));
      }
      counts.add(new Clusters(variance.by().get(d), levels));
      fewest = Math.min(fewest, levels);
    }
    Matrix meat = term(dimensions.get(0), solved, variance.factor(), fewest);
    if (dimensions.size() == 2) {
      Factor cells = dimensions.get(0).crossedWith(dimensions.get(1));
      meat =
          meat.plus(1, term(dimensions.get(1), solved, variance.factor(), fewest))
              .plus(-1, term(cells, solved, variance.factor(), fewest));
    }
    double adjustment = parameterFactor(variance.parameters(), solved, dimensions);
    return new Covariance(sandwich(solved, meat).times(adjustment), fewest - 1.0, counts);
  }

  private static Matrix term(Factor clusters, Solved solved, ClusterFactor rule, int fewest) {
    double own = clusters.levels();
    double factor =
        switch (rule) {
          case MIN -> fewest / (fewest - 1.0);
          case CONVENTIONAL -> own / (own - 1);
          case OFF -> 1;
        };
    return solved.scores().meat(clusters).times(factor);
  }

  private static double parameterFactor(
      ParameterCount rule, Solved solved, List<Factor> dimensions) {
    int k =
        switch (rule) {
          case NESTED -> solved.parametersNotNested(dimensions);
          case ALL -> solved.parameters();
          case NONE -> solved.regressors();
          case OFF -> 1;
        };
    return (solved.observations() - 1.0) / (solved.observations() - k);
  }

  private static Matrix sandwich(Solved solved, Matrix meat) {
    return solved.bread().times(meat).times(solved.bread());
  }
}
