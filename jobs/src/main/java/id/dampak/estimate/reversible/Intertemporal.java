package id.dampak.estimate.reversible;

import id.dampak.error.EstimationErrors;
import id.dampak.error.ReversibleErrors;
import id.dampak.estimate.JointTest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The effects and placebos of one panel, put together from their contrasts. */
final class Intertemporal {
  private final IntertemporalDid did;
  private final Paths paths;
  private final Report report;
  private final Scores scores = new Scores();
  private final List<SwitcherCounts> counts = new ArrayList<>();

  Intertemporal(IntertemporalDid did, Paths paths) {
    this.did = did;
    this.paths = paths;
    this.report = new Report(did, did.data(), did.level(), paths.cells());
    report.warn(paths.assumptions());
  }

  ReversibleFit fit() {
    BitSet eligible = eligible();
    List<Contrast> effects = new ArrayList<>();
    for (Horizon horizon : horizons(Horizon.Kind.EFFECT, did.effects())) {
      add(horizon, eligible, effects);
    }
    if (effects.isEmpty()) {
      throw ReversibleErrors.noStayers(
          did.data().treatment(), eligible.cardinality(), paths.switchDates());
    }
    for (Horizon horizon : horizons(Horizon.Kind.PLACEBO, did.placebos())) {
      add(horizon, eligible, new ArrayList<>());
    }
    average(effects);
    return report.fit(scores, counts, tests(effects.size()));
  }

  private static List<Horizon> horizons(Horizon.Kind kind, int number) {
    return IntStream.rangeClosed(1, number).mapToObj(l -> new Horizon(l, kind)).toList();
  }

  /** The switchers that are asked for. */
  private BitSet eligible() {
    BitSet eligible = new BitSet(paths.cells().units());
    for (int unit = 0; unit < paths.cells().units(); unit++) {
      if (paths.switches(unit) && (did.direction() == SwitchDirection.BOTH || isSide(unit))) {
        eligible.set(unit);
      }
    }
    if (eligible.isEmpty()) {
      throw ReversibleErrors.noSwitchers(
          did.data().treatment(),
          paths.cells().units(),
          did.direction() == SwitchDirection.BOTH ? "" : " " + did.direction());
    }
    List<Horizon> needed =
        switch (did.composition()) {
          case EACH -> List.of();
          case SAME_FOR_EFFECTS -> horizons(Horizon.Kind.EFFECT, did.effects());
          case SAME_FOR_EFFECTS_AND_PLACEBOS -> {
            List<Horizon> both = new ArrayList<>(horizons(Horizon.Kind.EFFECT, did.effects()));
            both.addAll(horizons(Horizon.Kind.PLACEBO, did.placebos()));
            yield both;
          }
        };
    return needed.isEmpty() ? eligible : complete(eligible, needed);
  }

  private boolean isSide(int unit) {
    return (paths.direction(unit) == 0) == (did.direction() == SwitchDirection.IN);
  }

  private BitSet complete(BitSet eligible, List<Horizon> needed) {
    BitSet complete = (BitSet) eligible.clone();
    for (Horizon horizon : needed) {
      Contrast contrast = new Contrast(paths, horizon, eligible);
      for (int u = complete.nextSetBit(0); u >= 0; u = complete.nextSetBit(u + 1)) {
        if (!contrast.estimates(u)) {
          complete.clear(u);
        }
      }
    }
    if (complete.isEmpty()) {
      throw EstimationErrors.cannotEstimate(
          "effects of the same switchers at every distance",
          "For none of the %d switchers can all of %d effects and placebos be estimated (%s)."
              .formatted(eligible.cardinality(), needed.size(), paths.switchDates()),
          "Ask for fewer effects and placebos, or for all switchers at each distance.");
    }
    report.warn(
        "%d of %d switchers enter: those with every effect that was asked for"
            .formatted(complete.cardinality(), eligible.cardinality()));
    return complete;
  }

  private void add(Horizon horizon, BitSet eligible, List<Contrast> found) {
    Contrast contrast = new Contrast(paths, horizon, eligible).scored();
    SwitcherCounts count = contrast.counts(horizon.term());
    if (count.switchers() == 0) {
      report.warn(
          "%s is left out: no switcher and control are observed that far from the switch"
              .formatted(horizon.term()));
      return;
    }
    if (count.withoutControls() > 0) {
      report.warn(
          "%s: %d switchers have no control of their baseline treatment and do not enter"
              .formatted(horizon.term(), count.withoutControls()));
    }
    double scale = did.scale() == EffectScale.PER_UNIT ? 1 / count.dose() : 1;
    scores.add(
        horizon.term(), scale * contrast.total() / contrast.weight(), contrast.scores(), scale);
    counts.add(count);
    found.add(contrast);
  }

  private void average(List<Contrast> effects) {
    double total = 0;
    double dose = 0;
    double weight = 0;
    double[] sum = new double[paths.cells().clusters()];
    for (Contrast effect : effects) {
      total += effect.total();
      dose += effect.lastDose();
      weight += effect.weight();
      for (int c = 0; c < sum.length; c++) {
        sum[c] += effect.weight() * effect.scores()[c];
      }
    }
    List<SwitcherCounts> each = List.copyOf(counts.subList(0, effects.size()));
    scores.add(IntertemporalDid.AVERAGE, total / dose, sum, 1 / dose);
    counts.add(
        new SwitcherCounts(
            IntertemporalDid.AVERAGE,
            paths.cells().ledger().takeEffectCells(),
            each.stream().mapToLong(SwitcherCounts::switchers).sum(),
            each.stream().mapToLong(SwitcherCounts::in).sum(),
            each.stream().mapToLong(SwitcherCounts::out).sum(),
            each.stream().mapToLong(SwitcherCounts::withoutControls).sum(),
            dose / weight));
  }

  private List<JointTest> tests(int effects) {
    Wald wald = new Wald(scores, report.clusters());
    int placebos = counts.size() - effects - 1;
    List<JointTest> tests = new ArrayList<>();
    int[] first = IntStream.range(0, effects).toArray();
    tests.add(wald.zero(IntertemporalDid.EFFECTS_ARE_ZERO, first));
    if (effects > 1) {
      tests.add(wald.equal(IntertemporalDid.EFFECTS_ARE_EQUAL, first));
    }
    if (placebos > 0) {
      int[] next = IntStream.range(effects, effects + placebos).toArray();
      tests.add(wald.zero(IntertemporalDid.PLACEBOS_ARE_ZERO, next));
    }
    return tests;
  }
}
