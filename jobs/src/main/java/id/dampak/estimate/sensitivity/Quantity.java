package id.dampak.estimate.sensitivity;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The number that a study is about: a linear combination of the terms of a fit.
 *
 * @param name what it is called
 * @param weights weight of each term
 */
public record Quantity(String name, Map<String, Double> weights) {

  public Quantity {
    // In the order of the terms, so that sums have the same digits whatever the map.
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  /** A single term. */
  public static Quantity term(String term) {
    return new Quantity(term, Map.of(term, 1.0));
  }

  /** Its estimate. */
  Estimate in(Fit fit) {
    return fit.combination(name, weights);
  }
}
