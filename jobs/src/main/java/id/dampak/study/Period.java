package id.dampak.study;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.Locale;

/** Length of a period of the panel, on the wall clock of the region. */
public enum Period {
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS),
  /** Weeks start on Monday (ISO 8601). */
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS),
  QUARTER(IsoFields.QUARTER_YEARS);

  private final TemporalUnit unit;

  Period(TemporalUnit unit) {
    this.unit = unit;
  }

  /** The unit's name in Spark's {@code date_trunc}. */
  public String truncation() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The start of the period that {@code moment} falls in. */
  public LocalDateTime startOf(LocalDateTime moment) {
    LocalDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
    return switch (this) {
      case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
    };
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
