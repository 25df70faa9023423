package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Matrix;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an estimator found.
 *
 * @param estimator the specification
 * @param observations observations that entered
 * @param clusters clusters by dimension; empty without clustering
 * @param dropped observations that did not enter, by reason
 * @param warnings what a reader should know: collinear terms, singletons kept, a negative variance
 * @param estimates the terms
 * @param covariance covariance of the terms, in their order
 * @param degreesOfFreedom of the t distribution behind intervals and p values
 * @param level confidence level of the intervals
 */
public record Fit(
    Estimator estimator,
    int observations,
    List<Clusters> clusters,
    List<Dropped> dropped,
    List<String> warnings,
    List<Estimate> estimates,
    Matrix covariance,
    double degreesOfFreedom,
    double level) {

  public Fit {
    clusters = List.copyOf(clusters);
    dropped = List.copyOf(dropped);
    warnings = List.copyOf(warnings);
    estimates = List.copyOf(estimates);
  }

  /**
   * The estimate of {@code term}.
   *
   * @throws id.dampak.error.DampakException if the fit has no such term, for instance because it
   *     was collinear
   */
  public Estimate estimate(String term) {
    return estimates.get(indexOf(term));
  }

  /** Whether {@code term} was estimated. */
  public boolean has(String term) {
    return estimates.stream().anyMatch(e -> e.term().equals(term));
  }

  /** The linear combination {@code Σ weight · term}, with its standard error. */
  public Estimate combination(String name, Map<String, Double> weights) {
    double point = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      point += weight.getValue() * estimate(weight.getKey()).estimate();
    }
    return function(name, point, weights);
  }

  /**
   * A smooth function of the terms, with its standard error by the delta method.
   *
   * @param point its value at the estimates
   * @param gradient its derivatives there by the terms that it depends on
   */
  public Estimate function(String name, double point, Map<String, Double> gradient) {
    double[] derivatives = new double[estimates.size()];
    gradient.forEach((term, derivative) -> derivatives[indexOf(term)] += derivative);
    double variance = covariance.quadratic(derivatives);
    double stdError = variance < 0 ? Double.NaN : Math.sqrt(variance);
    return new StudentT(degreesOfFreedom, level).estimate(name, point, stdError);
  }

  /** The estimates by term. */
  Map<String, Double> coefficients() {
    return estimates.stream().collect(Collectors.toMap(Estimate::term, Estimate::estimate));
  }

  private int indexOf(String term) {
    for (int i = 0; i < estimates.size(); i++) {
      if (estimates.get(i).term().equals(term)) {
        return i;
      }
    }
    throw EstimationErrors.noSuchTerm(term, estimates.stream().map(Estimate::term).toList());
  }
}
