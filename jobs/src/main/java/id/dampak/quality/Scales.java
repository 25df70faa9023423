package id.dampak.quality;

import id.dampak.quality.Outcome.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Periods whose mean amount is of another order than usual, as where the unit has changed. */
final class Scales {
  private static final int FEWEST_ROWS = 50;
  private static final int FEWEST_PERIODS = 4;

  private Scales() {}

  static Outcome outcome(Counts counts, String column, Periods periods, double threshold) {
    NavigableMap<LocalDate, Long> rows = counts.rowsByPeriod(periods);
    rows.values().removeIf(count -> count < FEWEST_ROWS);
    if (rows.size() < FEWEST_PERIODS) {
      return Outcome.notMeasured(
          "fewer than %d periods have %d rows".formatted(FEWEST_PERIODS, FEWEST_ROWS));
    }
    NavigableMap<LocalDate, Long> sums =
        Counts.by(
            counts.of(Counted.SUM, column).filter(periods::use), count -> periods.of(count.day()));
    NavigableMap<LocalDate, Double> means = new TreeMap<>();
    rows.forEach(
        (period, count) -> means.put(period, sums.getOrDefault(period, 0L) / (double) count));
    double usual = Robust.median(means.values());
    List<Found> all = new ArrayList<>();
    means.forEach(
        (period, mean) ->
            all.add(
                new Found(
                    periods.text(period),
                    Math.abs(Math.log10(mean / usual)),
                    rows.getOrDefault(period, 0L),
                    "%s: the mean %s is %.2g times the usual one"
                        .formatted(periods.text(period), column, mean / usual))));
    return Outcome.above(
        threshold, all, "the mean %s is of one order in %d periods".formatted(column, rows.size()));
  }
}
