package id.dampak.estimate.staggered;

import id.dampak.error.AdoptionErrors;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;
import java.util.stream.IntStream;

/** For each row of a panel without missing values: its unit, its period, when the unit starts. */
final class Adoption {
  private final UnitPeriods cells;
  private final Cohorts cohorts;
  private final int[] units;
  private final int[] places;

  private Adoption(UnitPeriods cells, Cohorts cohorts, int[] units, int[] places) {
    this.cells = cells;
    this.cohorts = cohorts;
    this.units = units;
    this.places = places;
  }

  /**
   * Arranges a panel.
   *
   * @throws id.dampak.error.DampakException if two rows are of one unit and period, a period or
   *     cohort is not whole or differs within a unit, or no unit is treated
   */
  static Adoption of(Panel panel, String outcome, String unit, String time, String cohort) {
    UnitPeriods cells = UnitPeriods.of(panel, outcome, unit, time);
    Cohorts cohorts = Cohorts.of(cells, cohort);
    if (cohorts.starts().isEmpty()) {
      throw AdoptionErrors.nobodyTreated(cohort, cells.units());
    }
    int[] units = new int[panel.observations()];
    int[] places = new int[units.length];
    for (int u = 0; u < cells.units(); u++) {
      for (int place = 0; place < cells.periods(); place++) {
        int row = cells.row(u, place);
        if (row >= 0) {
          units[row] = u;
          places[row] = place;
        }
      }
    }
    return new Adoption(cells, cohorts, units, places);
  }

  Cohorts cohorts() {
    return cohorts;
  }

  int rows() {
    return units.length;
  }

  /** Number of periods. */
  int periods() {
    return cells.periods();
  }

  /** The place of the period of a row among all periods, from 0. */
  int place(int row) {
    return places[row];
  }

  /** Period in which the unit of a row starts, {@link Cohorts#NEVER} if it does not. */
  int start(int row) {
    return cohorts.start(units[row]);
  }

  int period(int row) {
    return cells.period(places[row]);
  }

  boolean isNever(int row) {
    return cohorts.isNever(units[row]);
  }

  boolean isTreated(int row) {
    return cohorts.isTreated(units[row], period(row));
  }

  /** Periods since the unit of a row started; of no use for one that never does. */
  int relative(int row) {
    return period(row) - start(row);
  }

  /** What the unit of a row is called. */
  String label(int row) {
    return cells.label(units[row]);
  }

  /** Codes of a group of units, such as their cluster, for each row. */
  int[] groups(String column) {
    int[] groups = cells.group(column);
    return IntStream.range(0, units.length).map(row -> groups[units[row]]).toArray();
  }
}
