package id.dampak.quality;

import id.dampak.quality.Outcome.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Shares of the values of a column in each period against those of all periods together: the total
 * variation distance, less what sampling alone would give.
 */
final class Shares {
  private static final int FEWEST_ROWS = 200;
  private static final int FEWEST_PERIODS = 4;

  private final String column;
  private final Periods periods;
  private final Map<String, Double> usual = new HashMap<>();

  private Shares(String column, Periods periods, Iterable<Map<String, Long>> all) {
    this.column = column;
    this.periods = periods;
    Map<String, Long> pooled = new HashMap<>();
    all.forEach(values -> values.forEach((value, rows) -> pooled.merge(value, rows, Long::sum)));
    double total = rows(pooled);
    pooled.forEach((value, rows) -> usual.put(value, rows / total));
  }

  static Outcome outcome(Counts counts, String column, Periods periods, double threshold) {
    NavigableMap<LocalDate, Map<String, Long>> values =
        counts.values(column, periods::use, periods::of);
    List<Long> sizes = values.values().stream().map(Shares::rows).toList();
    if (!(Robust.median(sizes) >= FEWEST_ROWS)) {
      // Too few for shares: by month, then.
      values = counts.values(column, periods::use, day -> LocalDate.parse(day).withDayOfMonth(1));
    }
    NavigableMap<LocalDate, Map<String, Long>> large = new TreeMap<>(values);
    large.values().removeIf(rows -> rows(rows) < FEWEST_ROWS);
    if (large.size() < FEWEST_PERIODS) {
      return Outcome.notMeasured(
          "fewer than %d periods have %d rows".formatted(FEWEST_PERIODS, FEWEST_ROWS));
    }
    return new Shares(column, periods, large.values()).outcome(large, threshold);
  }

  private Outcome outcome(NavigableMap<LocalDate, Map<String, Long>> all, double threshold) {
    List<Found> found = new ArrayList<>();
    List<LocalDate> run = new ArrayList<>();
    double worst = 0;
    for (Map.Entry<LocalDate, Map<String, Long>> period : all.entrySet()) {
      double distance = distance(period.getValue());
      worst = Math.max(worst, distance);
      boolean odd = distance > threshold;
      if (odd) {
        run.add(period.getKey());
      }
      if (!run.isEmpty() && (!odd || period.getKey().equals(all.lastKey()))) {
        found.add(finding(run, all));
        run.clear();
      }
    }
    return new Outcome(
        found,
        java.util.OptionalDouble.of(worst),
        "the shares of %d values over %d periods are stable".formatted(usual.size(), all.size()));
  }

  private double distance(Map<String, Long> values) {
    double total = rows(values);
    double distance = 0;
    double noise = 0;
    for (Map.Entry<String, Double> each : usual.entrySet()) {
      double share = each.getValue();
      distance += Math.abs(values.getOrDefault(each.getKey(), 0L) / total - share);
      noise += Math.sqrt(2 * share * (1 - share) / (Math.PI * total));
    }
    return Math.max(0, (distance - noise) / 2);
  }

  private Found finding(List<LocalDate> run, NavigableMap<LocalDate, Map<String, Long>> all) {
    Map<String, Long> together = new HashMap<>();
    double worst = 0;
    for (LocalDate period : run) {
      Map<String, Long> values = all.getOrDefault(period, Map.of());
      values.forEach((value, rows) -> together.merge(value, rows, Long::sum));
      worst = Math.max(worst, distance(values));
    }
    double total = rows(together);
    String moved =
        usual.keySet().stream()
            .max(
                Comparator.comparingDouble(
                        (String value) ->
                            Math.abs(together.getOrDefault(value, 0L) / total - share(value)))
                    .thenComparing(Comparator.reverseOrder()))
            .orElseThrow();
    String subject = column + " " + periods.text(run.get(0), run.get(run.size() - 1));
    return new Found(
        subject,
        worst,
        rows(together),
        "%s: other shares than usual, above all %s with %s instead of %s"
            .formatted(
                subject,
                moved,
                Texts.percent(together.getOrDefault(moved, 0L) / total),
                Texts.percent(share(moved))));
  }

  private double share(String value) {
    return usual.getOrDefault(value, 0.0);
  }

  private static long rows(Map<String, Long> values) {
    return values.values().stream().mapToLong(rows -> rows).sum();
  }
}
