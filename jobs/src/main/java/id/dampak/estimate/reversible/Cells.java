package id.dampak.estimate.reversible;

import id.dampak.error.EstimationErrors;
import id.dampak.error.ReversibleErrors;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;

/**
 * Outcomes, treatments and weights cell after cell, the periods of a unit side by side, and the
 * units cluster by cluster. NaN stands for what is not known.
 */
final class Cells {
  private final TreatmentColumns columns;
  private final UnitPeriods panel;
  private final int periods;
  private final double[] outcome;
  private final double[] treatment;
  private final double[] weights;
  private final int[] group;
  private final int[] cluster;
  private final int[] order;
  private final Ledger ledger;

  private Cells(TreatmentColumns columns, UnitPeriods panel) {
    this.columns = columns;
    this.panel = panel;
    this.periods = panel.periods();
    this.outcome = panel.values(columns.outcome());
    this.treatment = panel.values(columns.treatment());
    this.weights = columns.weights().map(panel::values).orElseGet(() -> new double[0]);
    this.group = columns.within().map(panel::group).orElseGet(() -> new int[0]);
    this.cluster = panel.group(columns.clusters());
    this.order = inOrderOf(cluster);
    this.ledger = new Ledger(panel.dropped(), panel.observations());
  }

  /**
   * Reads a panel.
   *
   * @throws id.dampak.error.DampakException if a number is infinite, a weight negative, a cluster
   *     missing or different within a unit, no outcome left, or the panel is none
   */
  static Cells of(TreatmentColumns columns, Panel panel) {
    Cells cells =
        new Cells(
            columns,
            UnitPeriods.withMissingOutcomes(
                panel, columns.outcome(), columns.unit(), columns.time()));
    boolean any = false;
    for (int cell = 0; cell < cells.outcome.length; cell++) {
      cells.check(cell);
      any |= cells.hasOutcome(cell);
    }
    if (!any) {
      throw EstimationErrors.noObservations(
          cells.ledger.dropped().stream().map(d -> d.rows() + " rows: " + d.reason()).toList());
    }
    return cells;
  }

  private void check(int cell) {
    int unit = cell / periods;
    int place = cell % periods;
    if (!panel.isObserved(unit, place)) {
      return;
    }
    if (Double.isNaN(outcome[cell])) {
      ledger.drop(columns.outcome() + " missing (its treatment still counts)");
    } else if (weights.length > 0 && !(weights[cell] > 0)) {
      if (weights[cell] < 0) {
        throw ReversibleErrors.negativeWeight(
            columns.weights().orElse(""), panel.label(unit), panel.period(place), weights[cell]);
      }
      drop(cell, columns.weights().orElse("") + " (weight) missing or zero");
    }
  }

  private static int[] inOrderOf(int[] cluster) {
    int clusters = 0;
    for (int c : cluster) {
      clusters = Math.max(clusters, c + 1);
    }
    int[] start = new int[clusters + 1];
    for (int c : cluster) {
      start[c + 1]++;
    }
    for (int c = 0; c < clusters; c++) {
      start[c + 1] += start[c];
    }
    int[] order = new int[cluster.length];
    for (int unit = 0; unit < order.length; unit++) {
      order[start[cluster[unit]]++] = unit;
    }
    return order;
  }

  /** Forgets an outcome; counts it if it was known. */
  void drop(int cell, String reason) {
    if (!Double.isNaN(outcome[cell])) {
      outcome[cell] = Double.NaN;
      ledger.drop(reason);
    }
  }

  /** Sets a treatment that is not known. */
  void fill(int cell, double value) {
    treatment[cell] = value;
  }

  boolean hasOutcome(int cell) {
    return !Double.isNaN(outcome[cell]);
  }

  double outcome(int cell) {
    return outcome[cell];
  }

  boolean hasTreatment(int cell) {
    return !Double.isNaN(treatment[cell]);
  }

  double treatment(int cell) {
    return treatment[cell];
  }

  double weight(int cell) {
    return weights.length == 0 ? 1 : weights[cell];
  }

  /** The first cell of a unit. */
  int start(int unit) {
    return unit * periods;
  }

  int units() {
    return cluster.length;
  }

  int periods() {
    return periods;
  }

  /** The unit at a position of the order in which clusters are kept together. */
  int unitAt(int position) {
    return order[position];
  }

  int cluster(int unit) {
    return cluster[unit];
  }

  int clusters() {
    return order.length == 0 ? 0 : cluster[order[order.length - 1]] + 1;
  }

  /** The units that a unit may be compared with: a code from 0, all 0 without such a column. */
  int group(int unit) {
    return group.length == 0 ? 0 : group[unit];
  }

  Calendar calendar() {
    return new Calendar(panel);
  }

  Ledger ledger() {
    return ledger;
  }
}
