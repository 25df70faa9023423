package id.dampak.estimate.reversible;

import id.dampak.error.EstimationErrors;
import id.dampak.error.ReversibleErrors;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;
import java.util.ArrayList;
import java.util.List;

/**
 * Outcomes, treatments and weights cell after cell, the periods of a unit side by side, and the
 * units cluster by cluster. NaN stands for what is not known.
 */
final class Cells {
  private static final int MOST_DATES = 3;

  private final TreatmentColumns columns;
  private final UnitPeriods panel;
  private final int periods;
  private final double[] outcome;
  private final double[] treatment;
  private final double[] weights;
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

  /** The period of a place, as the data number it. */
  int period(int place) {
    return panel.period(place);
  }

  Ledger ledger() {
    return ledger;
  }

  TreatmentColumns columns() {
    return columns;
  }

  /** How many did something in which period, given by place; for messages. */
  String dates(int[] byPlace) {
    List<String> shown = new ArrayList<>();
    int more = 0;
    for (int place = 0; place < byPlace.length; place++) {
      if (byPlace[place] > 0 && shown.size() < MOST_DATES) {
        shown.add(byPlace[place] + " in period " + panel.period(place));
      } else if (byPlace[place] > 0) {
        more++;
      }
    }
    return String.join(", ", shown) + (more > 0 ? ", and in " + more + " further periods" : "");
  }

  /** What a reader should know about the periods: those that count as consecutive but are not. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    int step = Integer.MAX_VALUE;
    for (int place = 1; place < periods; place++) {
      step = Math.min(step, panel.period(place) - panel.period(place - 1));
    }
    for (int place = 1; place < periods; place++) {
      if (panel.period(place) - panel.period(place - 1) != step) {
        gaps.add(panel.period(place - 1) + " and " + panel.period(place));
      }
    }
    return gaps.isEmpty()
        ? gaps
        : List.of(
            "No row lies between the periods %s: they count as consecutive"
                .formatted(String.join(", ", gaps)));
  }
}
