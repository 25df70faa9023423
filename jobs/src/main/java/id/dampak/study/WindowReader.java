package id.dampak.study;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Reads a span of days. */
final class WindowReader {
  private static final String DATE = "a date such as 2025-08-30";

  private WindowReader() {}

  /** A block that holds nothing but the two days. */
  static Window window(Section section) {
    Window window = days(section);
    section.done();
    return window;
  }

  /** The two days of a block that holds other keys too. */
  static Window days(Section section) {
    Window window =
        new Window(
            section.read("from", DATE, LocalDate::parse),
            section.read("until", DATE, LocalDate::parse));
    if (!window.until().isAfter(window.from())) {
      throw section.contradiction(
          "until",
          "the days end on " + window.until() + ", not after their start " + window.from(),
          "\"until\" is the first day that is no longer part of them",
          "Give a day after " + window.from());
    }
    return window;
  }

  /** Refuses a window whose first or last period is cut. */
  static void requireWholePeriods(Section section, Window window, Period period) {
    requireStart(section, "from", window.from(), period);
    requireStart(section, "until", window.until(), period);
  }

  private static void requireStart(Section section, String key, LocalDate day, Period period) {
    LocalDateTime start = period.startOf(day.atStartOfDay());
    if (!start.equals(day.atStartOfDay())) {
      throw section.contradiction(
          key,
          "\"" + key + "\" is " + day + ", which starts no " + period.truncation(),
          "A period that is cut short would look like a fall in sales",
          "Write "
              + start.toLocalDate()
              + " or "
              + period.plus(start, 1).toLocalDate()
              + ", where a "
              + period.truncation()
              + " starts");
    }
  }
}
