package id.dampak.estimate.staggered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every effect ATT(g, t) of a sample, and how each unit moves it. */
final class GroupTimes {
  private final CallawaySantAnna options;
  private final StaggeredSample sample;
  private final List<GroupTime> cells;
  private final List<Optional<Effect>> effects = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private GroupTimes(CallawaySantAnna options, StaggeredSample sample) {
    this.options = options;
    this.sample = sample;
    int firstPlace = options.basePeriod() == BasePeriod.VARYING ? 1 : 0;
    List<GroupTime> all = new ArrayList<>();
    for (int group : sample.groups()) {
      for (int place = firstPlace; place < sample.periods(); place++) {
        all.add(cell(group, place));
      }
    }
    this.cells = List.copyOf(all);
  }

  /**
   * Estimates all effects.
   *
   * @throws id.dampak.error.DampakException if one of them cannot be estimated
   */
  static GroupTimes of(CallawaySantAnna options, StaggeredSample sample) {
    GroupTimes all = new GroupTimes(options, sample);
    boolean[] used = new boolean[sample.cells().units()];
    all.cells.forEach(cell -> all.estimate(cell, used));
    sample.reportUnused(used);
    return all;
  }

  List<GroupTime> cells() {
    return cells;
  }

  /** The estimate of the k-th effect. */
  double att(int k) {
    return effects.get(k).map(Effect::att).orElse(0.0);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** ψ of a unit for the k-th effect, divided by the number of all units. */
  double influence(int unit, int k) {
    GroupTime cell = cells.get(k);
    if (cell.isReference() || !enters(unit, cell)) {
      return 0;
    }
    int base = cell.base();
    double psi =
        effects
            .get(k)
            .orElseThrow()
            .influence(
                sample.cohorts().start(unit) == cell.group(),
                change(unit, cell),
                j -> sample.covariates().value(j, unit, base));
    return psi / sizes.get(k);
  }

  private GroupTime cell(int group, int place) {
    int time = sample.cells().period(place);
    int base = place - 1;
    if (options.basePeriod() == BasePeriod.UNIVERSAL || time >= group - options.anticipation()) {
      base = 0;
      while (sample.cells().period(base + 1) < group - options.anticipation()) {
        base++;
      }
    }
    int later = Math.max(time, sample.cells().period(base));
    return new GroupTime(group, time, place, base, later + options.anticipation());
  }

  private void estimate(GroupTime cell, boolean[] used) {
    if (cell.isReference()) {
      effects.add(Optional.empty());
      sizes.add(0);
      return;
    }
    int[] members = Arrays.stream(sample.units()).filter(unit -> enters(unit, cell)).toArray();
    double[] change = new double[members.length];
    boolean[] treated = new boolean[members.length];
    double[][] x = new double[sample.covariates().columns()][members.length];
    for (int i = 0; i < members.length; i++) {
      int unit = members[i];
      used[unit] = true;
      change[i] = change(unit, cell);
      treated[i] = sample.cohorts().start(unit) == cell.group();
      for (int j = 0; j < x.length; j++) {
        x[j][i] = sample.covariates().value(j, unit, cell.base());
      }
    }
    Effect effect =
        new Comparison(cell.term(), sample.covariates().names(), change, treated, x)
            .effect(options.adjustment(), options.overlap());
    effects.add(Optional.of(effect));
    sizes.add(members.length);
    if (effect.trimmed() > 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: %d comparison units have a propensity score of %s or more and no weight",
              cell.term(),
              effect.trimmed(),
              options.overlap().trim()));
    }
  }

  private boolean enters(int unit, GroupTime cell) {
    int start = sample.cohorts().start(unit);
    boolean compared =
        switch (options.comparison()) {
          case NEVER_TREATED -> start == Cohorts.NEVER;
          case NOT_YET_TREATED -> start > cell.notYetAfter();
        };
    return (start == cell.group() || compared)
        && sample.cells().isObserved(unit, cell.place())
        && sample.cells().isObserved(unit, cell.base())
        && sample.covariates().areKnown(unit, cell.base());
  }

  private double change(int unit, GroupTime cell) {
    return sample.cells().outcome(unit, cell.place()) - sample.cells().outcome(unit, cell.base());
  }
}
