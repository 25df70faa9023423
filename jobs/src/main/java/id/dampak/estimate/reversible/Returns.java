package id.dampak.estimate.reversible;

import id.dampak.error.ReversibleErrors;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The units that come back to their first treatment, by how long they were away. */
final class Returns {
  private final CarryOver test;
  private final Paths paths;
  private final Report report;
  private final Scores scores = new Scores();
  private final List<SwitcherCounts> counts = new ArrayList<>();
  private final int[] away;
  private final int[] stay;

  Returns(CarryOver test, Paths paths) {
    this.test = test;
    this.paths = paths;
    this.report = new Report(test, test.data(), test.level(), paths.cells());
    report.warn(paths.assumptions());
    int units = paths.cells().units();
    away = new int[units];
    stay = new int[units];
    for (int unit = 0; unit < units; unit++) {
      if (paths.switches(unit)) {
        follow(unit);
      }
    }
  }

  /** Notes how many periods the unit was away, and for how many after that it was back. */
  private void follow(int unit) {
    int first = paths.first(unit);
    int place = first;
    while (place < paths.cells().periods() && paths.dose(unit, place) != 0) {
      place++;
    }
    away[unit] = place - first;
    while (place < paths.cells().periods() && paths.dose(unit, place) == 0) {
      place++;
      stay[unit]++;
    }
  }

  ReversibleFit fit() {
    int switchers = paths.switchers();
    if (switchers == 0) {
      throw ReversibleErrors.noSwitchers(test.data().treatment(), away.length, "");
    }
    IntStream.rangeClosed(1, test.periods()).forEach(this::add);
    if (counts.isEmpty()) {
      throw ReversibleErrors.noReturners(test.data().treatment(), switchers);
    }
    int[] all = IntStream.range(0, counts.size()).toArray();
    Wald wald = new Wald(scores, report.clusters());
    return report.fit(scores, counts, List.of(wald.zero(CarryOver.NO_CARRY_OVER, all)));
  }

  private void add(int j) {
    List<Contrast> found = new ArrayList<>();
    int longest = paths.cells().periods() - j - 1;
    for (int k = 1; k <= longest; k++) {
      BitSet eligible = backFor(j, k);
      if (!eligible.isEmpty()) {
        found.add(new Contrast(paths, new Horizon(k + j, Horizon.Kind.EFFECT), eligible).scored());
      }
    }
    combine(CarryOver.term(j), found);
  }

  /** The units that were away for k periods and then back for at least j. */
  private BitSet backFor(int j, int k) {
    BitSet units = new BitSet(away.length);
    for (int unit = 0; unit < away.length; unit++) {
      if (away[unit] == k && stay[unit] >= j) {
        units.set(unit);
      }
    }
    return units;
  }

  private void combine(String term, List<Contrast> found) {
    double weight = found.stream().mapToDouble(Contrast::weight).sum();
    List<SwitcherCounts> each = found.stream().map(c -> c.counts(term)).toList();
    long lost = each.stream().mapToLong(SwitcherCounts::withoutControls).sum();
    if (lost > 0) {
      report.warn(
          "%s: %d units are back but no unit of their first treatment has yet to switch"
              .formatted(term, lost));
    }
    if (!(weight > 0)) {
      report.warn("%s is left out: no unit is seen back for so long".formatted(term));
      return;
    }
    double[] sum = new double[paths.cells().clusters()];
    for (Contrast contrast : found) {
      for (int c = 0; c < sum.length; c++) {
        sum[c] += contrast.weight() * contrast.scores()[c];
      }
    }
    double total = found.stream().mapToDouble(Contrast::total).sum();
    scores.add(term, total / weight, sum, 1 / weight);
    counts.add(
        new SwitcherCounts(
            term,
            paths.cells().ledger().takeEffectCells(),
            each.stream().mapToLong(SwitcherCounts::switchers).sum(),
            each.stream().mapToLong(SwitcherCounts::in).sum(),
            each.stream().mapToLong(SwitcherCounts::out).sum(),
            lost,
            found.stream().mapToDouble(Contrast::cumulatedDose).sum() / weight));
  }
}
