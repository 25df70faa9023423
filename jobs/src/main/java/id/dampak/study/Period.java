package id.dampak.study;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Length of a period of the panel, on the wall clock of the region. */
public enum Period {
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS),
  /** Weeks start on Monday (ISO 8601). */
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS),
  QUARTER(java.time.temporal.IsoFields.QUARTER_YEARS);

  private final java.time.temporal.TemporalUnit unit;

  Period(java.time.temporal.TemporalUnit unit) {
    this.unit = unit;
  }

  /** The unit's name in Spark's {@code date_trunc}. */
  public String truncation() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The start {@code count} periods after {@code start}; negative counts go back. */
  public LocalDateTime plus(LocalDateTime start, long count) {
    return start.plus(count, unit);
  }

  /** Whole periods from {@code start} to {@code other}. */
  public long between(LocalDateTime start, LocalDateTime other) {
    return unit.between(start, other);
  }
}
