package id.dampak.estimate.staggered;

import id.dampak.error.AdoptionErrors;
import id.dampak.error.EstimationErrors;
import id.dampak.estimate.UnitPeriods;
import java.util.Arrays;
import java.util.List;

/**
 * When each unit was first treated, for a treatment that stays. A unit whose cohort is missing, 0,
 * infinite or later than the last period is never treated within the data.
 */
final class Cohorts {
  /** The start of a unit that is not treated within the data. */
  static final int NEVER = Integer.MAX_VALUE;

  private final int[] starts;

  private Cohorts(int[] starts) {
    this.starts = starts;
  }

  /**
   * The cohorts of the units of a panel.
   *
   * @param column period in which the treatment of the unit starts
   * @throws id.dampak.error.DampakException if it differs within a unit or is no whole period
   */
  static Cohorts of(UnitPeriods panel, String column) {
    double[] first = panel.constant(column);
    int last = panel.period(panel.periods() - 1);
    int[] starts = new int[first.length];
    for (int unit = 0; unit < starts.length; unit++) {
      double start = first[unit];
      if (Double.isNaN(start) || start == 0 || start > last) {
        starts[unit] = NEVER;
      } else if (start == Math.rint(start)) {
        starts[unit] = (int) Math.max(start, Integer.MIN_VALUE);
      } else {
        throw EstimationErrors.cannotEstimate(
            "effects by cohort",
            "Unit %s has %s = %s, which is no whole period."
                .formatted(panel.label(unit), column, start),
            "Give the period in which treatment starts, and 0 or nothing to units never treated.");
      }
    }
    return new Cohorts(starts);
  }

  /**
   * The cohorts of the units of a balanced panel from whether they are treated. A unit that is
   * treated throughout starts in the first period.
   *
   * @param column 1 while a unit is treated, 0 while it is not
   * @throws id.dampak.error.DampakException if a value is neither, or a treatment ends
   */
  static Cohorts ofTreatment(UnitPeriods panel, String column) {
    int[] starts = new int[panel.units()];
    for (int unit = 0; unit < starts.length; unit++) {
      starts[unit] = NEVER;
      for (int place = 0; place < panel.periods(); place++) {
        double treated = panel.value(column, unit, place);
        int period = panel.period(place);
        if (treated != 0 && treated != 1) {
          throw AdoptionErrors.notOnOrOff(column, panel.label(unit), period, treated);
        }
        if (treated == 0 && starts[unit] != NEVER) {
          throw AdoptionErrors.switchedOff(column, panel.label(unit), period);
        }
        if (treated == 1 && starts[unit] == NEVER) {
          starts[unit] = period;
        }
      }
    }
    return new Cohorts(starts);
  }

  /** The period in which the treatment of a unit starts, or {@link #NEVER}. */
  int start(int unit) {
    return starts[unit];
  }

  /** Whether a unit is not treated within the data. */
  boolean isNever(int unit) {
    return starts[unit] == NEVER;
  }

  /** Whether a unit is treated in a period. */
  boolean isTreated(int unit, int period) {
    return period >= starts[unit];
  }

  /** The starts that occur, ascending, without {@link #NEVER}. */
  List<Integer> starts() {
    return Arrays.stream(starts).filter(s -> s != NEVER).distinct().sorted().boxed().toList();
  }

  /** How many units start in a period. */
  int size(int start) {
    return (int) Arrays.stream(starts).filter(s -> s == start).count();
  }
}
