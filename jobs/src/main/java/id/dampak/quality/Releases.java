package id.dampak.quality;

import id.dampak.quality.Outcome.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Releases of a source whose rows all carry one period, where its other releases usually bring late
 * rows of earlier periods too: a sign that the period was stamped on rather than reported.
 */
final class Releases {
  private static final int FEWEST = 6;

  private Releases() {}

  /** A release: its rows, those of its most frequent period, and that period. */
  private record Release(String name, long rows, long most, LocalDate period) {
    static Release of(String name, List<Count> counts, Periods periods) {
      NavigableMap<LocalDate, Long> rows =
          Counts.by(counts.stream(), count -> periods.of(count.day()));
      LocalDate most =
          rows.entrySet().stream()
              .max(java.util.Map.Entry.comparingByValue())
              .orElseThrow()
              .getKey();
      long all = rows.values().stream().mapToLong(n -> n).sum();
      return new Release(name, all, rows.getOrDefault(most, 0L), most);
    }

    double late() {
      return 1 - (double) most / rows;
    }
  }

  /**
   * The outcome of the rule.
   *
   * @param threshold usual share of late rows up to which their absence is no evidence
   */
  static Outcome outcome(Counts counts, Periods periods, double threshold) {
    NavigableMap<String, List<Count>> byInput =
        counts
            .of(Counted.ROWS)
            .filter(count -> !count.release().isEmpty() && !count.day().isEmpty())
            .collect(Collectors.groupingBy(Count::input, TreeMap::new, Collectors.toList()));
    List<Found> found = new ArrayList<>();
    int looked = 0;
    for (String input : byInput.keySet()) {
      NavigableMap<String, List<Count>> byRelease =
          byInput.getOrDefault(input, List.of()).stream()
              .collect(Collectors.groupingBy(Count::release, TreeMap::new, Collectors.toList()));
      List<Release> releases =
          byRelease.entrySet().stream()
              .map(entry -> Release.of(entry.getKey(), entry.getValue(), periods))
              .toList();
      double usual = Robust.median(releases.stream().map(Release::late).toList());
      looked += releases.size();
      if (releases.size() >= FEWEST && usual >= threshold) {
        releases.stream()
            .filter(release -> release.most() == release.rows())
            .forEach(release -> found.add(finding(input, release, usual, periods)));
      }
    }
    if (looked == 0) {
      return Outcome.notMeasured("the source has no releases");
    }
    return new Outcome(
        found,
        OptionalDouble.of(found.stream().mapToDouble(Found::measured).max().orElse(0)),
        looked + " releases, none of a single period where late rows are usual");
  }

  private static Found finding(String input, Release release, double usual, Periods periods) {
    return new Found(
        input + " " + release.name(),
        usual,
        release.rows(),
        ("all %s that count from release %s of %s carry the period %s; usually %s of a release are"
                + " late rows of other periods, which would be about %s here")
            .formatted(
                Texts.rows(release.rows()),
                release.name(),
                input,
                periods.text(release.period()),
                Texts.percent(usual),
                Texts.whole(Math.round(usual * release.rows()))));
  }
}
