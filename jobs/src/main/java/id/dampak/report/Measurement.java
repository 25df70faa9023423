package id.dampak.report;

import java.util.Optional;

/**
 * An estimate with its interval, where it has one.
 *
 * @param estimate the point estimate, in the units of {@code scale}
 * @param interval its confidence interval; empty where no standard error is defined
 * @param scale what it is measured in
 */
public record Measurement(double estimate, Optional<Interval> interval, Scale scale) {

  public Measurement {
    if (!Double.isFinite(estimate)) {
      throw new IllegalArgumentException("estimate " + estimate + " is not a number to report");
    }
  }

  /** The estimate, for example {@code Rp1.23 billion}. */
  public String estimateText() {
    return notation().full().apply(estimate);
  }

  /** The interval, for example {@code Rp1.01 billion to Rp1.45 billion}; empty without one. */
  public String intervalText() {
    return interval
        .map(
            ends ->
                notation().full().apply(ends.low()) + " to " + notation().full().apply(ends.high()))
        .orElse("");
  }

  /** Estimate and interval for a sentence: {@code 12.3% (95% interval 10.1% to 14.5%)}. */
  public String text() {
    return interval
        .map(ends -> estimateText() + " (" + ends.levelText() + " interval " + intervalText() + ")")
        .orElse(estimateText());
  }

  private Scale.Notation notation() {
    double largest =
        interval.stream()
            .mapToDouble(ends -> Math.max(Math.abs(ends.low()), Math.abs(ends.high())))
            .reduce(Math.abs(estimate), Math::max);
    // Half an interval is about two standard errors.
    double spread = interval.map(ends -> (ends.high() - ends.low()) / 4).orElse(0.0);
    return scale.notation(largest, spread);
  }
}
