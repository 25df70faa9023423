package id.dampak.quality;

import id.dampak.quality.Outcome.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Periods in which far more rows than usual are superseded by another of their key. */
final class Repeated {
  private static final int FEWEST_PERIODS = 6;
  private static final int FEWEST_ROWS = 50;

  private Repeated() {}

  static Outcome outcome(Counts counts, Periods periods, double threshold) {
    NavigableMap<LocalDate, Long> landed =
        Counts.by(counts.of(Counted.LANDED).filter(periods::use), count -> periods.of(count.day()));
    if (landed.size() < FEWEST_PERIODS) {
      return Outcome.notMeasured("hardly any row was superseded");
    }
    List<String> files = counts.of(Counted.LANDED).map(Repeated::file).distinct().toList();
    NavigableMap<LocalDate, Long> accepted =
        Counts.by(
            counts.of(Counted.ROWS).filter(periods::use).filter(c -> files.contains(file(c))),
            count -> periods.of(count.day()));
    NavigableMap<LocalDate, Double> shares = new TreeMap<>();
    landed.forEach(
        (period, rows) ->
            shares.put(period, 1 - accepted.getOrDefault(period, 0L) / (double) rows));
    double usual = Robust.median(shares.values());
    List<Found> all = new ArrayList<>();
    landed.forEach(
        (period, rows) -> {
          long repeats = rows - accepted.getOrDefault(period, 0L);
          if (repeats >= FEWEST_ROWS) {
            all.add(
                new Found(
                    periods.text(period),
                    shares.getOrDefault(period, 0.0) - usual,
                    repeats,
                    "%s of the %s that landed for %s are superseded by others of their key (%s; usual are %s)"
                        .formatted(
                            Texts.whole(repeats),
                            Texts.rows(rows),
                            periods.text(period),
                            Texts.percent(repeats / (double) rows),
                            Texts.percent(usual))));
          }
        });
    return Outcome.above(
        threshold, all, "usually %s of the rows are superseded".formatted(Texts.percent(usual)));
  }

  private static String file(Count count) {
    return count.input() + "/" + count.file();
  }
}
