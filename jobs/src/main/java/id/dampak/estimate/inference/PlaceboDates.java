package id.dampak.estimate.inference;

import java.time.LocalDate;
import java.util.List;

/**
 * The dates on which an event of days could as well have begun: of the same weekday, each of its
 * days within the payday window if that day of the event is, and with all its days and the days
 * compared with them inside the data and clear of every real event.
 *
 * @param event first day of the event
 * @param length days of the event
 * @param before days before the event that belong to a window
 * @param after days from the first of the event that belong to a window, {@code length} or more
 * @param payday days of the month on which people have been paid
 * @param first first day of the data
 * @param last last day of the data
 * @param taken real events and holidays that no window may touch; the event itself is always one
 */
public record PlaceboDates(
    LocalDate event,
    int length,
    int before,
    int after,
    PaydayWindow payday,
    LocalDate first,
    LocalDate last,
    List<Days> taken) {

  /**
   * Days of the month from {@code from} to {@code to}, both included, over the end of the month
   * where {@code from} is the later: 25 to 5.
   */
  public record PaydayWindow(int from, int to) {
    /** Every day, so that paydays do not matter. */
    public static final PaydayWindow NONE = new PaydayWindow(1, 31);

    boolean holds(LocalDate day) {
      int d = day.getDayOfMonth();
      return from <= to ? from <= d && d <= to : d >= from || d <= to;
    }
  }

  /** Days from {@code from} to {@code to}, both included. */
  public record Days(LocalDate from, LocalDate to) {
    private boolean touches(LocalDate start, LocalDate end) {
      return !start.isAfter(to) && !end.isBefore(from);
    }
  }

  public PlaceboDates {
    taken = List.copyOf(taken);
    if (length < 1 || before < 0 || after < length) {
      throw new IllegalArgumentException(
          "an event of %d days in a window from %d before to %d after it"
              .formatted(length, before, after));
    }
  }

  /** The dates, ascending, without the event. */
  public List<LocalDate> admissible() {
    LocalDate start = first.plusDays(before);
    long shift = Math.floorMod(event.toEpochDay() - start.toEpochDay(), 7L);
    return start
        .plusDays(shift)
        .datesUntil(last.plusDays(1), java.time.Period.ofDays(7))
        .filter(this::isAdmissible)
        .toList();
  }

  /** Days from the event to {@code placebo}: what to add to the event's period. */
  public int offset(LocalDate placebo) {
    return Math.toIntExact(placebo.toEpochDay() - event.toEpochDay());
  }

  private boolean isAdmissible(LocalDate date) {
    LocalDate from = date.minusDays(before);
    LocalDate to = date.plusDays(after - 1L);
    if (to.isAfter(last) || new Days(event, event.plusDays(length - 1L)).touches(from, to)) {
      return false;
    }
    for (int day = 0; day < length; day++) {
      if (payday.holds(date.plusDays(day)) != payday.holds(event.plusDays(day))) {
        return false;
      }
    }
    return taken.stream().noneMatch(days -> days.touches(from, to));
  }
}
