package id.dampak.estimate.reversible;

import id.dampak.error.ReversibleErrors;
import id.dampak.estimate.JointTest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** DID_M of one panel, put together from its parts. */
final class Switches {
  private static final OptionalInt ANY = OptionalInt.empty();
  private static final OptionalInt INCREASES = OptionalInt.of(0);
  private static final OptionalInt DECREASES = OptionalInt.of(1);

  private final SwitchersDid did;
  private final Cells cells;
  private final Moves moves;
  private final Report report;
  private final Scores scores = new Scores();
  private final List<SwitcherCounts> counts = new ArrayList<>();

  Switches(SwitchersDid did, Cells cells) {
    this.did = did;
    this.cells = cells;
    this.moves = new Moves(cells);
    this.report = new Report(did, did.data(), did.level(), cells);
    report.warn(cells.calendar().gaps());
  }

  ReversibleFit fit() {
    int[] switches = moves.switchesByPlace();
    int all = IntStream.of(switches).sum();
    if (all == 0) {
      throw ReversibleErrors.noSwitchers(
          did.data().treatment(), cells.units(), " between two consecutive periods");
    }
    MoveContrast effects = new MoveContrast(cells, moves, 0);
    if (!add(effects, new Pool(SwitchersDid.ALL, ANY, ANY))) {
      throw ReversibleErrors.noStayers(
          did.data().treatment(), all, cells.calendar().dates(switches));
    }
    add(effects, new Pool(SwitchersDid.UP, INCREASES, ANY));
    add(effects, new Pool(SwitchersDid.DOWN, DECREASES, ANY));
    if (did.detail() == PeriodDetail.BY_PERIOD) {
      for (int t = 1; t < cells.periods(); t++) {
        OptionalInt place = OptionalInt.of(t);
        String name = "[" + cells.calendar().period(t) + "]";
        add(effects, new Pool(SwitchersDid.UP + name, INCREASES, place));
        add(effects, new Pool(SwitchersDid.DOWN + name, DECREASES, place));
      }
    }
    for (int k = 1; k <= did.placebos(); k++) {
      String term = placebo(k);
      if (!add(new MoveContrast(cells, moves, k), new Pool(term, ANY, ANY))) {
        report.warn("%s is left out: no switcher and stayer are observed so long".formatted(term));
      }
    }
    return report.fit(scores, counts, tests());
  }

  private static String placebo(int k) {
    return "placebo[" + k + "]";
  }

  private boolean add(MoveContrast contrast, Pool pool) {
    SwitcherCounts count = contrast.add(pool, did.scale(), scores);
    if (count.withoutControls() > 0 && pool.direction().isEmpty()) {
      report.warn(
          "%s: %d switches in periods in which nobody stayed at that treatment do not enter"
              .formatted(pool.term(), count.withoutControls()));
    }
    if (count.switchers() == 0) {
      return false;
    }
    counts.add(count);
    return true;
  }

  private List<JointTest> tests() {
    Wald wald = new Wald(scores, report.clusters());
    List<String> terms = scores.terms();
    List<JointTest> tests = new ArrayList<>();
    int[] both = {terms.indexOf(SwitchersDid.UP), terms.indexOf(SwitchersDid.DOWN)};
    if (both[0] >= 0 && both[1] >= 0) {
      tests.add(wald.equal(SwitchersDid.UP_EQUALS_DOWN, both));
    }
    int[] placebos =
        IntStream.rangeClosed(1, did.placebos())
            .map(k -> terms.indexOf(placebo(k)))
            .filter(i -> i >= 0)
            .toArray();
    if (placebos.length > 0) {
      tests.add(wald.zero(SwitchersDid.PLACEBOS_ARE_ZERO, placebos));
    }
    return tests;
  }
}
