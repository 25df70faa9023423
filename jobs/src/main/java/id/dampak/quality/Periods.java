package id.dampak.quality;

import id.dampak.format.Mapping;
import id.dampak.study.Fields;
import id.dampak.study.Input;
import id.dampak.study.Period;
import id.dampak.study.Study;
import id.dampak.study.Window;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The periods of a study, and the days of each input that enter it. Hours count as their day. */
final class Periods {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);

  private final Period period;
  private final Window window;
  private final Map<String, Optional<Window>> uses = new HashMap<>();

  Periods(Study study) {
    this.period = study.period() == Period.HOUR ? Period.DAY : study.period();
    this.window = study.window();
    study.inputs().forEach(input -> uses.put(input.name(), input.use()));
  }

  Period length() {
    return period;
  }

  Window window() {
    return window;
  }

  /** Whether a count is of a day that enters the study. */
  boolean use(Count count) {
    if (count.day().isEmpty()) {
      return false;
    }
    LocalDate day = LocalDate.parse(count.day());
    return window.holds(day)
        && uses.getOrDefault(count.input(), Optional.empty())
            .map(use -> use.holds(day))
            .orElse(true);
  }

  LocalDate of(String day) {
    return of(LocalDate.parse(day));
  }

  LocalDate of(LocalDate day) {
    return period.startOf(day.atStartOfDay()).toLocalDate();
  }

  LocalDate plus(LocalDate start, long count) {
    return period.plus(start.atStartOfDay(), count).toLocalDate();
  }

  long between(LocalDate start, LocalDate other) {
    return period.between(start.atStartOfDay(), other.atStartOfDay());
  }

  /** A period, as people write it. */
  String text(LocalDate start) {
    return switch (period) {
      case HOUR, DAY, WEEK, QUARTER -> start.toString();
      case MONTH -> MONTH.format(start);
    };
  }

  /** Several periods in a row. */
  String text(LocalDate first, LocalDate last) {
    return first.equals(last) ? text(first) : text(first) + " to " + text(last);
  }

  /** Distances at which periods are alike: the same weekday, or the neighbours. */
  int stride() {
    return period == Period.DAY ? 7 : 1;
  }

  /** How many of those to look at on either side. */
  int reach() {
    return switch (period) {
      case HOUR, DAY, WEEK -> 4;
      case MONTH -> 3;
      case QUARTER -> 2;
    };
  }

  /** Whether the same period of other years tells the season. */
  boolean hasSeasons() {
    return period == Period.MONTH || period == Period.QUARTER;
  }

  /** The names of source columns that tell merchants apart, by input. */
  static Map<String, List<String>> merchantColumns(Study study) {
    Map<String, List<String>> columns = new HashMap<>();
    for (Input input : study.inputs()) {
      columns.put(
          input.name(),
          Optional.ofNullable(input.columns().get(Fields.MERCHANT_ID))
              .map(Mapping::columns)
              .orElse(List.of(Fields.MERCHANT_ID)));
    }
    return columns;
  }
}
