package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import java.util.Locale;

/**
 * A span of time, both ends within it.
 *
 * @param from first period
 * @param to last period
 */
public record Span(double from, double to) {

  public Span {
    if (!(from <= to)) {
      throw SensitivityErrors.emptySpan(from, to);
    }
  }

  boolean holds(double time) {
    return from <= time && time <= to;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s to %s", number(from), number(to));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
