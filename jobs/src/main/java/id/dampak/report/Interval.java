package id.dampak.report;

import java.util.Optional;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end
 * @param level its level, for example 0.95
 */
public record Interval(double low, double high, double level) {

  public Interval {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException("interval from " + low + " to " + high);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("confidence level " + level);
    }
  }

  /** The interval, or nothing where an estimator marks its ends as not defined by NaN. */
  public static Optional<Interval> ifDefined(double low, double high, double level) {
    return Double.isNaN(low) || Double.isNaN(high)
        ? Optional.empty()
        : Optional.of(new Interval(low, high, level));
  }

  /** Whether the data are compatible with no effect at this level. */
  public boolean includesZero() {
    return low <= 0 && high >= 0;
  }

  /** The level for people, for example {@code 95%}. */
  public String levelText() {
    return DecimalText.atMost(1, 100 * level) + "%";
  }
}
