package id.dampak.study;

import java.time.LocalDate;

/**
 * Local days, half-open.
 *
 * @param from first day
 * @param until first day after the window
 */
public record Window(LocalDate from, LocalDate until) {

  /** Whether a day is one of them. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  boolean holds(Window other) {
    return !other.from.isBefore(from) && !other.until.isAfter(until);
  }

  @Override
  public String toString() {
    return "from " + from + " until " + until;
  }
}
