package id.dampak.coverage;

import id.dampak.estimate.Panel;
import java.util.random.RandomGenerator;

/** A balanced panel, filled cell by cell: units from 0 on, each with its periods from 1 on. */
final class Cells {
  static final String UNIT = "unit";
  static final String TIME = "t";
  static final String OUTCOME = "y";

  private final int periods;
  private final Panel.Builder panel;

  /** The value of a unit, from 0, in a period, from 1. */
  @FunctionalInterface
  interface Value {
    double at(int unit, int t);
  }

  Cells(int units, int periods) {
    this.periods = periods;
    this.panel = Panel.ofRows(units * periods);
    with(UNIT, (i, t) -> i).with(TIME, (i, t) -> t);
  }

  /** Adds a column. */
  Cells with(String name, Value value) {
    panel.numeric(name, row -> value.at(row / periods, row % periods + 1));
    return this;
  }

  /** Adds a column that does not change over time. */
  Cells with(String name, double[] ofUnit) {
    return with(name, (i, t) -> ofUnit[i]);
  }

  Panel panel() {
    return panel.build();
  }

  /** Independent draws of the standard normal. */
  static double[] normal(RandomGenerator random, int size) {
    double[] draws = new double[size];
    for (int i = 0; i < size; i++) {
      draws[i] = random.nextGaussian();
    }
    return draws;
  }

  /**
   * Errors of variance 1 that follow an autoregression within each unit.
   *
   * @param persistence correlation of neighbouring periods
   */
  static double[][] errors(RandomGenerator random, int units, int periods, double persistence) {
    double[][] errors = new double[units][];
    double fresh = Math.sqrt(1 - persistence * persistence);
    for (int i = 0; i < units; i++) {
      errors[i] = normal(random, periods);
      for (int t = 1; t < periods; t++) {
        errors[i][t] = persistence * errors[i][t - 1] + fresh * errors[i][t];
      }
    }
    return errors;
  }
}
