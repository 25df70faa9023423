package id.dampak.quality;

import id.dampak.quality.Outcome.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Rows of each period against the median of its like. Deviations are on the log scale; their
 * standard deviation is estimated from their median, so that the periods that are odd do not hide
 * themselves, and is at least that of counts that vary by chance alone.
 */
final class Volumes {
  private static final int FEWEST_PERIODS = 8;
  private static final int FEWEST_LIKE = 3;
  private static final int FEWEST_YEARS = 2;

  /** Where fewer rows are usual, none at all may be chance. */
  private static final double FEWEST_USUAL = 5;

  /** Smaller differences do not matter, however steady the others are. */
  private static final double SMALLEST_CHANGE = 0.05;

  /** Half a row stands for none on the log scale. */
  private static final double NO_ROW = 0.5;

  private final Periods periods;
  private final NavigableMap<LocalDate, Long> rows = new TreeMap<>();
  private final NavigableMap<LocalDate, Double> usual = new TreeMap<>();
  private final double spread;

  private Volumes(Periods periods, NavigableMap<LocalDate, Long> counted) {
    this.periods = periods;
    for (LocalDate p = counted.firstKey(); !p.isAfter(counted.lastKey()); p = periods.plus(p, 1)) {
      rows.put(p, counted.getOrDefault(p, 0L));
    }
    rows.keySet().forEach(p -> usual.put(p, like(p)));
    if (periods.hasSeasons()) {
      Map<LocalDate, Double> plain = new TreeMap<>(deviations());
      usual.replaceAll((p, expected) -> expected * Math.exp(season(p, plain)));
    }
    double chance = 1 / Math.sqrt(Robust.median(filled(rows.values())));
    this.spread = Math.max(Robust.spread(deviations().values()), chance);
  }

  static Outcome outcome(NavigableMap<LocalDate, Long> counted, Periods periods, double threshold) {
    if (counted.size() < FEWEST_PERIODS) {
      return Outcome.notMeasured("fewer than " + FEWEST_PERIODS + " periods have rows");
    }
    long span = periods.between(counted.firstKey(), counted.lastKey()) + 1;
    if (counted.size() * 2L < span) {
      return Outcome.notMeasured("most periods have no rows");
    }
    Volumes volumes = new Volumes(periods, counted);
    List<Found> found = volumes.found(threshold);
    return new Outcome(
        found,
        volumes.rows.keySet().stream().mapToDouble(p -> Math.abs(volumes.deviation(p))).max(),
        "%d periods, each with about as many rows as its like".formatted(counted.size()));
  }

  private static List<Long> filled(java.util.Collection<Long> counts) {
    return counts.stream().filter(count -> count > 0).toList();
  }

  /** The median of the periods that a period is like. */
  private double like(LocalDate period) {
    List<Long> others =
        filled(
            LongStream.rangeClosed(-periods.reach(), periods.reach())
                .filter(step -> step != 0)
                .mapToObj(step -> periods.plus(period, step * periods.stride()))
                .map(other -> rows.getOrDefault(other, 0L))
                .toList());
    return Robust.median(others.size() < FEWEST_LIKE ? filled(rows.values()) : others);
  }

  private Map<LocalDate, Double> deviations() {
    Map<LocalDate, Double> deviations = new TreeMap<>();
    rows.forEach(
        (p, count) -> {
          if (count > 0) {
            deviations.put(p, Math.log(count / usual.getOrDefault(p, Double.NaN)));
          }
        });
    return deviations;
  }

  /** How far the same period of other years was from its like. */
  private double season(LocalDate period, Map<LocalDate, Double> plain) {
    List<Double> others =
        plain.entrySet().stream()
            .filter(other -> other.getKey().getMonth() == period.getMonth())
            .filter(other -> !other.getKey().equals(period))
            .map(Map.Entry::getValue)
            .toList();
    return others.size() < FEWEST_YEARS ? 0 : Robust.median(others);
  }

  private double deviation(LocalDate period) {
    double count = Math.max(rows.getOrDefault(period, 0L), NO_ROW);
    return Math.log(count / usual.getOrDefault(period, Double.NaN)) / spread;
  }

  private boolean isOdd(LocalDate period, double threshold) {
    long count = rows.getOrDefault(period, 0L);
    double expected = usual.getOrDefault(period, Double.NaN);
    if (count == 0) {
      return expected >= FEWEST_USUAL;
    }
    return Math.abs(deviation(period)) > threshold
        && Math.abs(count / expected - 1) >= SMALLEST_CHANGE;
  }

  /** Odd periods; those to the same side with at most one other between them are one finding. */
  private List<Found> found(double threshold) {
    List<Found> found = new ArrayList<>();
    List<LocalDate> run = new ArrayList<>();
    for (LocalDate p : rows.keySet()) {
      if (isOdd(p, threshold)) {
        if (!run.isEmpty() && !continues(run.get(run.size() - 1), p)) {
          found.add(finding(run));
          run.clear();
        }
        run.add(p);
      }
    }
    if (!run.isEmpty()) {
      found.add(finding(run));
    }
    return found;
  }

  private boolean continues(LocalDate earlier, LocalDate later) {
    return periods.between(earlier, later) <= 2
        && Math.signum(deviation(earlier)) == Math.signum(deviation(later));
  }

  private Found finding(List<LocalDate> run) {
    LocalDate first = run.get(0);
    LocalDate last = run.get(run.size() - 1);
    long count = rows.subMap(first, true, last, true).values().stream().mapToLong(n -> n).sum();
    double expected =
        usual.subMap(first, true, last, true).values().stream().mapToDouble(n -> n).sum();
    String subject = periods.text(first, last);
    String amount = count == 0 ? "no rows" : Texts.rows(count);
    return new Found(
        subject,
        run.stream().mapToDouble(p -> Math.abs(deviation(p))).max().orElseThrow(),
        count,
        "%s has %s where about %s are usual (%s)"
            .formatted(
                subject,
                amount,
                Texts.whole(Math.round(expected)),
                Texts.change(count / expected)));
  }
}
