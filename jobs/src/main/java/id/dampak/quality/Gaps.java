package id.dampak.quality;

import id.dampak.quality.Outcome.Found;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files and periods that lack a column more often than is usual. */
final class Gaps {
  private static final int FEWEST_ROWS = 20;

  private final String column;
  private final List<Count> rows;
  private final List<Count> missing;

  private Gaps(Counts counts, String column) {
    this.column = column;
    this.rows = counts.of(Counted.ROWS).toList();
    this.missing = counts.of(Counted.MISSING, column).toList();
  }

  /** How many rows of a file or period lack the column, and which share of them. */
  private record Gap(long rows, double share) {}

  static Outcome outcome(Counts counts, String column, Periods periods, double threshold) {
    return new Gaps(counts, column).outcome(periods, threshold);
  }

  private Outcome outcome(Periods periods, double threshold) {
    NavigableMap<String, Gap> files =
        gaps(count -> true, count -> count.input() + " " + count.file());
    NavigableMap<String, Gap> times =
        gaps(periods::use, count -> periods.text(periods.of(count.day())));
    if (files.isEmpty() && times.isEmpty()) {
      return Outcome.notMeasured("no file or period has " + FEWEST_ROWS + " rows");
    }
    boolean isAlone = files.size() == 1 && rows.stream().allMatch(row -> row.day().isEmpty());
    List<Found> all =
        isAlone
            ? alone(files).toList()
            : Stream.of(files, times).flatMap(this::besideEachOther).toList();
    return Outcome.above(
        threshold,
        all,
        "%s is missing in %s of %s, no file or period standing out"
            .formatted(
                column,
                Texts.whole(Counts.sum(missing.stream())),
                Texts.rows(Counts.sum(rows.stream()))));
  }

  private NavigableMap<String, Gap> gaps(Predicate<Count> use, Function<Count, String> subject) {
    NavigableMap<String, Long> lacking = Counts.by(missing.stream().filter(use), subject);
    NavigableMap<String, Gap> gaps = new TreeMap<>();
    Counts.by(rows.stream().filter(use), subject)
        .forEach(
            (name, count) -> {
              if (count >= FEWEST_ROWS) {
                long some = lacking.getOrDefault(name, 0L);
                gaps.put(name, new Gap(some, some / (double) count));
              }
            });
    return gaps;
  }

  private Stream<Found> besideEachOther(NavigableMap<String, Gap> gaps) {
    double usual = Robust.median(gaps.values().stream().map(Gap::share).toList());
    return found(gaps, usual, "usual are " + Texts.percent(usual));
  }

  /** With no other file and no periods, a column that is there at all should be in each row. */
  private Stream<Found> alone(NavigableMap<String, Gap> gaps) {
    boolean isNowhere = gaps.values().stream().allMatch(gap -> gap.share() == 1);
    return found(gaps, isNowhere ? 1 : 0, "there is no other to compare it with");
  }

  private Stream<Found> found(NavigableMap<String, Gap> gaps, double usual, String beside) {
    return gaps.entrySet().stream()
        .map(
            entry ->
                new Found(
                    entry.getKey(),
                    entry.getValue().share() - usual,
                    entry.getValue().rows(),
                    "%s: %s is missing in %s of the rows (%s)"
                        .formatted(
                            entry.getKey(),
                            column,
                            Texts.percent(entry.getValue().share()),
                            beside)));
  }
}
