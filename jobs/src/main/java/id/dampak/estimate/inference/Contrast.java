package id.dampak.estimate.inference;

import id.dampak.error.EstimationErrors;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Linear combinations of terms. */
final class Contrast {

  private Contrast() {}

  /** The weight of each of {@code terms}. */
  static double[] of(List<String> terms, Map<String, Double> weights) {
    double[] contrast = new double[terms.size()];
    weights.forEach(
        (term, weight) -> {
          int j = terms.indexOf(term);
          if (j < 0) {
            throw EstimationErrors.noSuchTerm(term, terms);
          }
          contrast[j] += weight;
        });
    return contrast;
  }

  /** For instance {@code 1.0·a + -2.0·b}; of a single term with weight 1 its name. */
  static String name(Map<String, Double> weights) {
    return new TreeMap<>(weights)
        .entrySet().stream()
            .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + "·" + e.getKey())
            .collect(Collectors.joining(" + "));
  }
}
