package id.dampak.estimate.inference;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One of several hypotheses, that a function of coefficients is 0.
 *
 * @param name what is tested
 * @param function smooth in the coefficients
 */
public record Hypothesis(String name, ToDoubleFunction<Coefficients> function) {

  /** That a coefficient is 0. */
  public static Hypothesis ofTerm(String term) {
    return new Hypothesis(term, coefficients -> coefficients.of(term));
  }

  /** That {@code Σ weight · term} is 0. */
  public static Hypothesis ofCombination(String name, Map<String, Double> weights) {
    // In a fixed order, so that sums round alike in every run.
    Map<String, Double> ordered = new TreeMap<>(weights);
    return new Hypothesis(
        name,
        coefficients -> {
          double sum = 0;
          for (Map.Entry<String, Double> weight : ordered.entrySet()) {
            sum += weight.getValue() * coefficients.of(weight.getKey());
          }
          return sum;
        });
  }
}
