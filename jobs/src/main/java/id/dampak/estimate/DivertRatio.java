package id.dampak.estimate;

import java.util.Map;
import java.util.TreeMap;

/** What other channels gained of what the suspended one lost. */
final class DivertRatio {
  private static final String TERM = "divert";

  private DivertRatio() {}

  static Estimate of(TripleDifferences specification, Fit channels) {
    String own = specification.term(specification.suspended());
    Estimate lost = channels.estimate(own);
    double gained =
        channels.estimates().stream()
            .filter(estimate -> !estimate.term().equals(own))
            .mapToDouble(Estimate::estimate)
            .sum();
    double ratio = -gained / lost.estimate();
    if (!(lost.confLow() > 0 || lost.confHigh() < 0)) {
      double none = Double.NaN;
      return new Estimate(TERM, ratio, none, none, none, none);
    }
    Map<String, Double> gradient = new TreeMap<>();
    for (Estimate estimate : channels.estimates()) {
      double derivative = estimate.term().equals(own) ? -ratio : -1;
      gradient.put(estimate.term(), derivative / lost.estimate());
    }
    return channels.function(TERM, ratio, gradient);
  }
}
