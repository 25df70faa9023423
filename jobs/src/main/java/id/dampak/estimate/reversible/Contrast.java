package id.dampak.estimate.reversible;

import java.util.BitSet;

/**
 * DID_ℓ or its placebo for some of the switchers:
 *
 * <pre>DID_ℓ = 1/N_ℓ Σ_g S_g w_g [ΔY_g − mean of ΔY over the controls of g]</pre>
 *
 * where ΔY is the change between the two places of the {@link Horizon}, S_g = ±1 the direction of
 * the switch, and the controls of g are the units of the same baseline treatment (and group) that
 * have not switched by F_g − 1 + ℓ.
 *
 * <p>The score of a unit is its part of the sum once means are taken out: of the switchers of the
 * same baseline, F and treatment in F from a switcher, of the controls from a control. A set that
 * lies in one cluster has no variation to learn from; then the mean is that of the switchers of one
 * direction and their controls together, and without two clusters in these either, 0. Deviations
 * are scaled by √(C/(C − 1)), C being the clusters of the set.
 */
final class Contrast {
  private static final int DIRECTIONS = 2;

  private final Paths paths;
  private final Cells cells;
  private final Horizon horizon;
  private final Changes changes;
  private final BitSet eligible;
  private final Tally cohorts;
  private final Tally controls;
  private final Tally switchers;
  private final Tally unions;
  private final double[] scores;
  private final long[] entered = new long[DIRECTIONS];
  private double total;
  private double weight;
  private double cumulatedDose;
  private double lastDose;
  private long withoutControls;
  private long usedCells;

  /**
   * Computes the estimate; {@link #scored} the rest.
   *
   * @param eligible the switchers that are asked for; all units may be controls
   */
  Contrast(Paths paths, Horizon horizon, BitSet eligible) {
    this.paths = paths;
    this.cells = paths.cells();
    this.horizon = horizon;
    this.changes = new Changes(paths, horizon);
    this.eligible = eligible;
    int sets = Math.multiplyExact(paths.bases(), cells.periods());
    cohorts = new Tally(paths.cohorts());
    controls = new Tally(sets);
    switchers = new Tally(DIRECTIONS * sets);
    unions = new Tally(DIRECTIONS * sets);
    scores = new double[cells.clusters()];
    for (int i = 0; i < cells.units(); i++) {
      tally(cells.unitAt(i));
    }
    sum();
  }

  /** Computes the scores too, and enters in the ledger what is used. */
  Contrast scored() {
    for (int i = 0; i < cells.units() && weight > 0; i++) {
      score(cells.unitAt(i));
    }
    return this;
  }

  private void tally(int unit) {
    if (!paths.isKnown(unit)) {
      return;
    }
    int cluster = cells.cluster(unit);
    for (int s = horizon.earliest(); s <= changes.lastAsControl(unit); s++) {
      if (changes.isDefined(unit, s)) {
        int set = set(unit, s);
        controls.add(set, changes.change(unit, s), changes.weight(unit, s), cluster);
        unions.add(DIRECTIONS * set, changes.change(unit, s), changes.weight(unit, s), cluster);
        unions.add(DIRECTIONS * set + 1, changes.change(unit, s), changes.weight(unit, s), cluster);
      }
    }
    if (isSwitcher(unit)) {
      int s = paths.first(unit) - 1;
      int side = DIRECTIONS * set(unit, s) + paths.direction(unit);
      cohorts.add(paths.cohort(unit), changes.change(unit, s), changes.weight(unit, s), cluster);
      switchers.add(side, changes.change(unit, s), changes.weight(unit, s), cluster);
      unions.add(side, changes.change(unit, s), changes.weight(unit, s), cluster);
    }
  }

  private void sum() {
    for (int side = 0; side < switchers.sets(); side++) {
      int set = side / DIRECTIONS;
      if (controls.units(set) == 0) {
        withoutControls += switchers.units(side);
      } else if (switchers.units(side) > 0) {
        double difference = switchers.mean(side) - controls.mean(set);
        total += sign(side) * switchers.weight(side) * difference;
        weight += switchers.weight(side);
        entered[side % DIRECTIONS] += switchers.units(side);
      }
    }
  }

  private void score(int unit) {
    if (!paths.isKnown(unit)) {
      return;
    }
    double score = 0;
    for (int s = horizon.earliest(); s <= changes.lastAsControl(unit); s++) {
      int side = DIRECTIONS * set(unit, s);
      if (changes.isDefined(unit, s) && switchers.units(side) + switchers.units(side + 1) > 0) {
        score -= ofControl(unit, s, side) + ofControl(unit, s, side + 1);
        use(unit, s);
      }
    }
    if (isSwitcher(unit) && controls.units(set(unit, paths.first(unit) - 1)) > 0) {
      score += ofSwitcher(unit, paths.first(unit) - 1);
      use(unit, paths.first(unit) - 1);
    }
    scores[cells.cluster(unit)] += score / weight;
  }

  private double ofControl(int unit, int s, int side) {
    int set = side / DIRECTIONS;
    double share = switchers.weight(side) / controls.weight(set);
    return sign(side)
        * share
        * changes.weight(unit, s)
        * controls.deviation(set, unions, side, changes.change(unit, s));
  }

  private double ofSwitcher(int unit, int s) {
    int side = DIRECTIONS * set(unit, s) + paths.direction(unit);
    for (int place = s + 1; place <= horizon.until(s); place++) {
      cumulatedDose += changes.weight(unit, s) * Math.abs(paths.dose(unit, place));
    }
    lastDose += changes.weight(unit, s) * Math.abs(paths.dose(unit, horizon.until(s)));
    double deviation = cohorts.deviation(paths.cohort(unit), unions, side, changes.change(unit, s));
    return sign(side) * changes.weight(unit, s) * deviation;
  }

  private void use(int unit, int s) {
    usedCells++;
    changes.use(unit, s);
  }

  private boolean isSwitcher(int unit) {
    return eligible.get(unit) && changes.hasSwitch(unit);
  }

  private int set(int unit, int s) {
    return paths.base(unit) * cells.periods() + s;
  }

  private static int sign(int side) {
    return side % DIRECTIONS == 0 ? 1 : -1;
  }

  /** Whether the unit enters as a switcher. */
  boolean estimates(int unit) {
    return isSwitcher(unit) && controls.units(set(unit, paths.first(unit) - 1)) > 0;
  }

  /** Σ_g S_g w_g [ΔY_g − mean of its controls]. */
  double total() {
    return total;
  }

  /** N_ℓ: the weight of the switchers that enter. */
  double weight() {
    return weight;
  }

  /** Σ_g w_g Σ_{k ≤ ℓ} |D_{F+k−1} − D_1|. */
  double cumulatedDose() {
    return cumulatedDose;
  }

  /** Σ_g w_g |D_{F−1+ℓ} − D_1|. */
  double lastDose() {
    return lastDose;
  }

  /** The scores of the clusters, which sum to the error of total / weight; not a copy. */
  double[] scores() {
    return scores;
  }

  /** What stands behind the term that this estimates. */
  SwitcherCounts counts(String term) {
    return new SwitcherCounts(
        term,
        usedCells,
        entered[0] + entered[1],
        entered[0],
        entered[1],
        withoutControls,
        cumulatedDose / weight);
  }
}
