package id.dampak.estimate.staggered;

import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;
import java.util.List;

/** Covariates of units by periods, after a column of ones. */
final class Covariates {
  private final List<String> names;
  private final int periods;
  private final double[][] values;

  private Covariates(List<String> names, int periods, double[][] values) {
    this.names = names;
    this.periods = periods;
    this.values = values;
  }

  /**
   * Reads covariates.
   *
   * @throws id.dampak.error.DampakException if one is infinite
   */
  static Covariates of(Panel panel, UnitPeriods cells, List<String> names) {
    requireFinite(panel, names);
    double[][] values = new double[names.size()][cells.units() * cells.periods()];
    for (int j = 0; j < values.length; j++) {
      for (int cell = 0; cell < values[j].length; cell++) {
        values[j][cell] = cells.value(names.get(j), cell / cells.periods(), cell % cells.periods());
      }
    }
    return new Covariates(List.copyOf(names), cells.periods(), values);
  }

  /** Refuses infinite values of the columns. */
  static void requireFinite(Panel panel, List<String> names) {
    for (String name : names) {
      for (int row = 0; row < panel.observations(); row++) {
        if (Double.isInfinite(panel.number(name, row))) {
          throw EstimationErrors.infinite(name, row + 1);
        }
      }
    }
  }

  List<String> names() {
    return names;
  }

  /** Number of columns, that of ones counted. */
  int columns() {
    return values.length + 1;
  }

  /** A value; column 0 is that of ones. */
  double value(int column, int unit, int place) {
    return column == 0 ? 1 : values[column - 1][unit * periods + place];
  }

  /** Whether all are known. */
  boolean areKnown(int unit, int place) {
    for (double[] column : values) {
      if (Double.isNaN(column[unit * periods + place])) {
        return false;
      }
    }
    return true;
  }
}
