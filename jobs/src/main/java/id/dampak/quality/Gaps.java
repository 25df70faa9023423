package id.dampak.quality;

import id.dampak.quality.Outcome.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Files and periods that lack a column more often than is usual. */
final class Gaps {
  private static final int FEWEST_ROWS = 20;

  private Gaps() {}

  static Outcome outcome(Counts counts, String column, Periods periods, double threshold) {
    List<Found> all = new ArrayList<>();
    List<Count> rows = counts.of(Counted.ROWS).toList();
    List<Count> missing = counts.of(Counted.MISSING, column).toList();
    compare(
        column,
        Counts.by(rows.stream(), count -> count.input() + " " + count.file()),
        Counts.by(missing.stream(), count -> count.input() + " " + count.file()),
        all);
    compare(
        column,
        Counts.by(rows.stream().filter(periods::use), c -> periods.text(periods.of(c.day()))),
        Counts.by(missing.stream().filter(periods::use), c -> periods.text(periods.of(c.day()))),
        all);
    if (all.isEmpty()) {
      return Outcome.notMeasured("no file or period has " + FEWEST_ROWS + " rows");
    }
    return Outcome.above(
        threshold,
        all,
        "%s is missing in %s of %s, no file or period standing out"
            .formatted(
                column,
                Texts.whole(Counts.sum(missing.stream())),
                Texts.rows(Counts.sum(rows.stream()))));
  }

  private static void compare(
      String column,
      NavigableMap<String, Long> rows,
      NavigableMap<String, Long> missing,
      List<Found> all) {
    rows.values().removeIf(count -> count < FEWEST_ROWS);
    NavigableMap<String, Double> shares = new TreeMap<>();
    rows.forEach(
        (subject, count) ->
            shares.put(subject, missing.getOrDefault(subject, 0L) / (double) count));
    double usual = Robust.median(shares.values());
    shares.forEach(
        (subject, share) ->
            all.add(
                new Found(
                    subject,
                    share - usual,
                    missing.getOrDefault(subject, 0L),
                    "%s: %s is missing in %s of the rows (usual are %s)"
                        .formatted(subject, column, Texts.percent(share), Texts.percent(usual)))));
  }
}
