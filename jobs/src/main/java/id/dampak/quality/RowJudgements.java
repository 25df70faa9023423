package id.dampak.quality;

import id.dampak.contract.Rule;
import id.dampak.quality.Outcome.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** Outcomes of the rules that look at one accepted row at a time. */
final class RowJudgements {
  private RowJudgements() {}

  static Outcome broken(Rule rule, Rule.Broken broken, Counts counts, double threshold) {
    NavigableMap<String, Long> rows =
        Counts.by(counts.of(Counted.BROKEN, rule.name()), Count::input);
    List<Found> all = new ArrayList<>();
    rows.forEach(
        (input, count) ->
            all.add(
                new Found(
                    input,
                    count,
                    count,
                    "%s of %s: not %s%s"
                        .formatted(
                            Texts.rows(count),
                            input,
                            broken.condition(),
                            first(rule, input, counts)))));
    return Outcome.above(threshold, all, "all " + Texts.rows(counts.total(Counted.ROWS)));
  }

  private static String first(Rule rule, String input, Counts counts) {
    return counts
        .of(Counted.FIRST_BROKEN, rule.name())
        .filter(count -> count.input().equals(input))
        .min(java.util.Comparator.comparing(Count::file).thenComparing(Count::value))
        .map(count -> " (first: row %s of %s)".formatted(Texts.whole(count.value()), count.file()))
        .orElse("");
  }

  static Outcome orphans(Rule rule, Rule.Orphans orphans, Counts counts, double threshold) {
    NavigableMap<String, Long> rows = Counts.by(counts.of(Counted.ROWS), Count::input);
    NavigableMap<String, Long> lost =
        Counts.by(counts.of(Counted.ORPHANS, rule.name()), Count::input);
    List<Found> all = new ArrayList<>();
    lost.forEach(
        (input, count) ->
            all.add(
                new Found(
                    input,
                    count / (double) rows.getOrDefault(input, count),
                    count,
                    "%s of %s (%s): their %s is not in %s"
                        .formatted(
                            Texts.rows(count),
                            input,
                            Texts.percent(count / (double) rows.getOrDefault(input, count)),
                            orphans.column().name(),
                            orphans.parent()))));
    return Outcome.above(
        threshold,
        all,
        "every %s of %s is in %s"
            .formatted(
                orphans.column().name(), Texts.rows(counts.total(Counted.ROWS)), orphans.parent()));
  }

  static Outcome repeatedKeys(Counts counts, double threshold) {
    long repeated = counts.total(Counted.REPEATED_KEYS);
    return Outcome.above(
        threshold,
        List.of(
            new Found(
                "*",
                repeated,
                repeated,
                Texts.rows(repeated) + " share their key with another, and would count twice")),
        "no key repeats among " + Texts.rows(counts.total(Counted.ROWS)));
  }
}
