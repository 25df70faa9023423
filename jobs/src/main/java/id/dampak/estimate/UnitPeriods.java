package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The observations of a panel arranged as units by periods: what every estimator reads that
 * compares a unit with itself at another time. A unit is observed once in a period or not at all;
 * rows whose outcome, unit or period is missing are left out and counted.
 */
public final class UnitPeriods {
  private static final int ABSENT = -1;

  private final Panel panel;
  private final Names names;
  private final int[] periods;
  private final int[] firstRow;
  private final int[] rows;
  private final double[] outcome;
  private final List<Dropped> dropped;

  /** What the columns are called, for messages. */
  private record Names(String outcome, String unit, String time) {}

  private UnitPeriods(
      Panel panel, Names names, int[] periods, int[] firstRow, int[] rows, List<Dropped> dropped) {
    this.panel = panel;
    this.names = names;
    this.periods = periods;
    this.firstRow = firstRow;
    this.rows = rows;
    this.outcome = panel.numbers(names.outcome());
    this.dropped = dropped;
  }

  /**
   * Arranges a panel.
   *
   * @param outcome numeric column
   * @param unit column that tells units apart
   * @param time numeric column of whole periods; periods that no row has do not count
   * @throws id.dampak.error.DampakException if a period is not whole, an outcome is infinite, no
   *     row is left, the outcome is the same in all of them, or two rows are of the same unit and
   *     period
   */
  public static UnitPeriods of(Panel panel, String outcome, String unit, String time) {
    Sample sample = new Sample(panel);
    sample.requireNumbers(outcome);
    return arranged(panel, new Names(outcome, unit, time), sample);
  }

  /**
   * Arranges a panel like {@link #of} but keeps the rows whose outcome is missing: for estimators
   * that need the treatment of a unit also in periods in which its outcome is not known.
   *
   * @throws id.dampak.error.DampakException as {@link #of}
   */
  public static UnitPeriods withMissingOutcomes(
      Panel panel, String outcome, String unit, String time) {
    return arranged(panel, new Names(outcome, unit, time), new Sample(panel));
  }

  private static UnitPeriods arranged(Panel panel, Names names, Sample sample) {
    String unit = names.unit();
    String time = names.time();
    sample.requireNumbers(time);
    sample.requireCategories(unit);
    int[] used = sample.rows();
    requireVariation(names.outcome(), panel.numbers(names.outcome()), used);
    double[] when = panel.numbers(time);
    int[] periods = periods(time, when, used);
    Column.Coded units = sample.coded(unit);
    int[] number = new int[units.levels()];
    Arrays.fill(number, ABSENT);
    int[] firstRow = new int[units.levels()];
    int count = 0;
    for (int row : used) {
      int code = units.codes()[row];
      if (number[code] == ABSENT) {
        firstRow[count] = row;
        number[code] = count++;
      }
    }
    int[] rows = new int[Math.multiplyExact(count, periods.length)];
    Arrays.fill(rows, ABSENT);
    for (int row : used) {
      int period = Arrays.binarySearch(periods, (int) when[row]);
      int cell = number[units.codes()[row]] * periods.length + period;
      if (rows[cell] != ABSENT) {
        throw EstimationErrors.twice(unit, panel.label(unit, row), time, periods[period]);
      }
      rows[cell] = row;
    }
    return new UnitPeriods(
        panel, names, periods, Arrays.copyOf(firstRow, count), rows, sample.dropped());
  }

  /** Of an outcome that is the same everywhere every effect would be 0, and as if known exactly. */
  private static void requireVariation(String column, double[] outcomes, int[] rows) {
    double first = Double.NaN;
    int known = 0;
    for (int row : rows) {
      if (Double.isNaN(outcomes[row])) {
        continue;
      }
      if (known > 0 && outcomes[row] != first) {
        return;
      }
      first = outcomes[row];
      known++;
    }
    if (known > 1) {
      throw EstimationErrors.noVariation(column, List.of());
    }
  }

  private static int[] periods(String column, double[] when, int[] rows) {
    for (int row : rows) {
      if (when[row] != Math.rint(when[row]) || Math.abs(when[row]) > Integer.MAX_VALUE / 2.0) {
        throw EstimationErrors.notWholePeriods(column, when[row], row + 1);
      }
    }
    return Arrays.stream(rows).map(row -> (int) when[row]).distinct().sorted().toArray();
  }

  /** Number of units. */
  public int units() {
    return firstRow.length;
  }

  /** Number of periods in which any unit is observed. */
  public int periods() {
    return periods.length;
  }

  /** The period of the given place, from 0, in ascending order. */
  public int period(int place) {
    return periods[place];
  }

  /** The place of a period; negative if no unit is observed in it. */
  public int placeOf(int period) {
    return Arrays.binarySearch(periods, period);
  }

  /** What a unit is called. */
  public String label(int unit) {
    return panel.label(names.unit(), firstRow[unit]);
  }

  /** Number of observed cells. */
  public int observations() {
    return (int) Arrays.stream(rows).filter(row -> row != ABSENT).count();
  }

  /** Whether every unit is observed in every period. */
  public boolean isBalanced() {
    return observations() == rows.length;
  }

  /** Whether the unit is observed in the period of the given place. */
  public boolean isObserved(int unit, int place) {
    return rows[unit * periods.length + place] != ABSENT;
  }

  /** The row of the panel of a unit in the period of the given place; negative if there is none. */
  public int row(int unit, int place) {
    return rows[unit * periods.length + place];
  }

  /** The outcome of a unit in the period of the given place; NaN where it is not observed. */
  public double outcome(int unit, int place) {
    int row = rows[unit * periods.length + place];
    return row == ABSENT ? Double.NaN : outcome[row];
  }

  /**
   * Another numeric column of a unit in the period of the given place; NaN where it is not observed
   * or missing.
   */
  public double value(String column, int unit, int place) {
    int row = rows[unit * periods.length + place];
    return row == ABSENT ? Double.NaN : panel.numbers(column)[row];
  }

  /**
   * A copy of a numeric column, cell after cell: the periods of the first unit, then those of the
   * second; NaN where a unit is not observed or the value is missing.
   *
   * @throws id.dampak.error.DampakException if a value is infinite
   */
  public double[] values(String column) {
    double[] numbers = panel.numbers(column);
    double[] values = new double[rows.length];
    for (int cell = 0; cell < rows.length; cell++) {
      values[cell] = rows[cell] == ABSENT ? Double.NaN : numbers[rows[cell]];
      if (Double.isInfinite(values[cell])) {
        throw EstimationErrors.infinite(column, rows[cell] + 1);
      }
    }
    return values;
  }

  /**
   * A numeric column that is the same in all observations of a unit: its value for each unit, NaN
   * where it is missing in all.
   *
   * @throws id.dampak.error.DampakException if it differs between two observations of a unit
   */
  public double[] constant(String column) {
    double[] values = panel.numbers(column);
    double[] constant = DoubleStream.generate(() -> Double.NaN).limit(units()).toArray();
    for (int cell = 0; cell < rows.length; cell++) {
      int unit = cell / periods.length;
      double value = rows[cell] == ABSENT ? Double.NaN : values[rows[cell]];
      if (Double.isNaN(constant[unit])) {
        constant[unit] = value;
      } else if (!Double.isNaN(value) && value != constant[unit]) {
        throw EstimationErrors.varies(column, label(unit), constant[unit], value);
      }
    }
    return constant;
  }

  /**
   * A column of categories that is the same in all observations of a unit, such as the cluster that
   * it belongs to: codes from 0 by first appearance.
   *
   * @throws id.dampak.error.DampakException if it is missing or differs between two observations
   */
  public int[] group(String column) {
    Column.Coded coded = Terms.coded(panel, column);
    int[] renumbered = new int[coded.levels()];
    Arrays.fill(renumbered, ABSENT);
    int[] groups = new int[units()];
    Arrays.fill(groups, ABSENT);
    int count = 0;
    for (int cell = 0; cell < rows.length; cell++) {
      if (rows[cell] == ABSENT) {
        continue;
      }
      int unit = cell / periods.length;
      int code = coded.codes()[rows[cell]];
      if (code < 0 || (groups[unit] != ABSENT && renumbered[code] != groups[unit])) {
        throw EstimationErrors.groupVaries(column, label(unit));
      }
      if (renumbered[code] == ABSENT) {
        renumbered[code] = count++;
      }
      groups[unit] = renumbered[code];
    }
    return groups;
  }

  /** Rows of the panel that are in no cell, by reason. */
  public List<Dropped> dropped() {
    return List.copyOf(dropped);
  }
}
