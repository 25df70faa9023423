package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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

  /** The whole numbers in it. */
  public List<Integer> within() {
    return IntStream.rangeClosed((int) Math.ceil(from), (int) Math.floor(to)).boxed().toList();
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
