package id.dampak.estimate.reversible;

import id.dampak.estimate.Panel;
import id.dampak.linalg.LongCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The treatment path of each unit: its baseline treatment, the place F of its first switch, and the
 * direction; the outcomes that the path makes useless are forgotten.
 *
 * <p>Treatments that are missing are dealt with as Appendix A of the peer's companion paper says.
 * Of a unit first observed at treatment d that is first seen at another one in F:
 *
 * <ul>
 *   <li>outcomes before the first observed treatment do not enter;
 *   <li>a gap between two observations of d is filled by d, or with {@link TreatmentGaps#CUT} ends
 *       the unit;
 *   <li>where the gap reaches up to F nobody knows when it switched: it is a unit that has not
 *       switched up to the last observation of d, and its later outcomes do not enter;
 *   <li>a gap after F is filled by the treatment of F;
 *   <li>of a unit that does not switch, outcomes after the last observed treatment do not enter;
 *   <li>outcomes from the period on in which the treatment has been on both sides of d do not enter
 *       (the effect of such a path has no sign).
 * </ul>
 */
final class Paths {
  /** The place F of a unit that is not seen to switch. */
  static final int NEVER = Integer.MAX_VALUE;

  private static final int NONE = -1;

  private final Cells cells;
  private final TreatmentGaps gaps;
  private final double[] baseline;
  private final int[] base;
  private final int[] first;
  private final int[] cohort;
  private final int bases;
  private final int cohorts;
  private int filledBefore;
  private int filledAfter;

  private Paths(Cells cells, TreatmentGaps gaps) {
    this.cells = cells;
    this.gaps = gaps;
    this.baseline = new double[cells.units()];
    this.base = new int[cells.units()];
    this.first = new int[cells.units()];
    this.cohort = new int[cells.units()];
    TreatmentCodes starts = new TreatmentCodes();
    LongCodes dates = new LongCodes(64);
    LongCodes doses = new LongCodes(64);
    for (int unit = 0; unit < first.length; unit++) {
      first[unit] = read(unit);
      base[unit] =
          Double.isNaN(baseline[unit]) ? NONE : starts.codeOf(baseline[unit], cells.group(unit));
    }
    bases = starts.size();
    TreatmentCodes reached = new TreatmentCodes();
    for (int unit = 0; unit < first.length; unit++) {
      cohort[unit] = NONE;
      if (first[unit] != NEVER) {
        int date = dates.codeOf((long) base[unit] * cells.periods() + first[unit]);
        int dose = reached.codeOf(cells.treatment(cells.start(unit) + first[unit]), 0);
        cohort[unit] = doses.codeOf(((long) date << 32) | dose);
      }
    }
    cohorts = doses.size();
  }

  /** Reads the paths of a panel. */
  static Paths of(TreatmentColumns columns, TreatmentGaps gaps, Panel panel) {
    return new Paths(Cells.of(columns, panel), gaps);
  }

  /** Reads the path of a unit, forgets and fills, and returns F. */
  private int read(int unit) {
    int start = cells.start(unit);
    int end = start + cells.periods();
    int known = start;
    while (known < end && !cells.hasTreatment(known)) {
      known++;
    }
    baseline[unit] = known == end ? Double.NaN : cells.treatment(known);
    forget(start, known, "before the first observed treatment of the unit");
    if (known == end) {
      return NEVER;
    }
    int gap = end;
    for (int cell = known + 1; cell < end; cell++) {
      if (!cells.hasTreatment(cell)) {
        gap = Math.min(gap, cell);
      } else if (cells.treatment(cell) != baseline[unit]) {
        return switched(unit, known, cell, gap);
      } else if (gap < end && gaps == TreatmentGaps.CUT) {
        break;
      } else {
        fillBefore(unit, known + 1, cell);
        gap = end;
        known = cell;
      }
    }
    forget(known + 1, end, "after the last certain treatment of a unit not seen to switch");
    return NEVER;
  }

  private int switched(int unit, int known, int cell, int gap) {
    int end = cells.start(unit) + cells.periods();
    if (gap < cell) {
      forget(known + 1, end, "switched in a period in which its treatment is not observed");
      return NEVER;
    }
    double direction = Math.signum(cells.treatment(cell) - baseline[unit]);
    for (int later = cell + 1; later < end; later++) {
      if (!cells.hasTreatment(later)) {
        filledAfter += cells.hasOutcome(later) ? 1 : 0;
        cells.fill(later, cells.treatment(cell));
      } else if (direction * (cells.treatment(later) - baseline[unit]) < 0) {
        forget(later, end, "treatment has been above and below that of the start");
        break;
      }
    }
    return cell - cells.start(unit);
  }

  private void fillBefore(int unit, int from, int to) {
    for (int cell = from; cell < to; cell++) {
      filledBefore += cells.hasOutcome(cell) ? 1 : 0;
      cells.fill(cell, baseline[unit]);
    }
  }

  private void forget(int from, int to, String reason) {
    for (int cell = from; cell < to; cell++) {
      cells.drop(cell, reason);
    }
  }

  Cells cells() {
    return cells;
  }

  /** Whether the treatment of the unit was ever observed. */
  boolean isKnown(int unit) {
    return base[unit] != NONE;
  }

  /** Code of the baseline treatment of a unit and the group it is compared within, from 0. */
  int base(int unit) {
    return base[unit];
  }

  int bases() {
    return bases;
  }

  /** The place F of the first switch, or {@link #NEVER}. */
  int first(int unit) {
    return first[unit];
  }

  boolean switches(int unit) {
    return first[unit] != NEVER;
  }

  /** The units of the same baseline, F and treatment in F: a code from 0 for those that switch. */
  int cohort(int unit) {
    return cohort[unit];
  }

  int cohorts() {
    return cohorts;
  }

  /** 0 for a unit whose treatment first rises, 1 for one whose treatment first falls. */
  int direction(int unit) {
    return dose(unit, first[unit]) > 0 ? 0 : 1;
  }

  /** By how much the treatment at a place exceeds the baseline. */
  double dose(int unit, int place) {
    return cells.treatment(cells.start(unit) + place) - baseline[unit];
  }

  /** How many units switch. */
  int switchers() {
    return (int) Arrays.stream(first).filter(f -> f != NEVER).count();
  }

  /** When units first switch, for messages. */
  String switchDates() {
    int[] byPlace = new int[cells.periods()];
    for (int place : first) {
      if (place != NEVER) {
        byPlace[place]++;
      }
    }
    return cells.calendar().dates(byPlace);
  }

  /** What was assumed, and about how many observations. */
  List<String> assumptions() {
    List<String> all = new ArrayList<>(cells.calendar().gaps());
    if (filledBefore > 0) {
      all.add(
          "%d observations lack the treatment between two of the same treatment: taken to have it"
              .formatted(filledBefore));
    }
    if (filledAfter > 0) {
      all.add(
          "%d observations lack the treatment after the switch of their unit: taken to be as in the switch"
              .formatted(filledAfter));
    }
    return all;
  }
}
