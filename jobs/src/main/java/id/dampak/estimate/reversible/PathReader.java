package id.dampak.estimate.reversible;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the treatment paths of units, fills what is missing and forgets the outcomes that a path
 * makes useless.
 *
 * <p>Treatments that are missing are dealt with by the conventions of DIDmultiplegtDYN. Of a unit
 * first observed at treatment d that is first seen at another one in F:
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
final class PathReader {
  private final Cells cells;
  private final TreatmentGaps gaps;
  private int filledBefore;
  private int filledAfter;

  PathReader(Cells cells, TreatmentGaps gaps) {
    this.cells = cells;
    this.gaps = gaps;
  }

  /** The first treatment of a unit that is known; NaN if none is. */
  double baseline(int unit) {
    int known = firstKnown(unit);
    return known == cells.start(unit) + cells.periods() ? Double.NaN : cells.treatment(known);
  }

  private int firstKnown(int unit) {
    int end = cells.start(unit) + cells.periods();
    int known = cells.start(unit);
    while (known < end && !cells.hasTreatment(known)) {
      known++;
    }
    return known;
  }

  /** The place F of the first switch, or {@link Paths#NEVER}; fills and forgets on the way. */
  int firstSwitch(int unit) {
    int start = cells.start(unit);
    int end = start + cells.periods();
    int known = firstKnown(unit);
    double baseline = baseline(unit);
    forget(start, known, "before the first observed treatment of the unit");
    if (known == end) {
      return Paths.NEVER;
    }
    int gap = end;
    for (int cell = known + 1; cell < end; cell++) {
      if (!cells.hasTreatment(cell)) {
        gap = Math.min(gap, cell);
      } else if (cells.treatment(cell) != baseline) {
        return switched(unit, known, cell, gap);
      } else if (gap < end && gaps == TreatmentGaps.CUT) {
        break;
      } else {
        fillBefore(baseline, known + 1, cell);
        gap = end;
        known = cell;
      }
    }
    forget(known + 1, end, "after the last certain treatment of a unit not seen to switch");
    return Paths.NEVER;
  }

  private int switched(int unit, int known, int cell, int gap) {
    int end = cells.start(unit) + cells.periods();
    if (gap < cell) {
      forget(known + 1, end, "switched in a period in which its treatment is not observed");
      return Paths.NEVER;
    }
    double baseline = cells.treatment(known);
    double direction = Math.signum(cells.treatment(cell) - baseline);
    for (int later = cell + 1; later < end; later++) {
      if (!cells.hasTreatment(later)) {
        filledAfter += cells.hasOutcome(later) ? 1 : 0;
        cells.fill(later, cells.treatment(cell));
      } else if (direction * (cells.treatment(later) - baseline) < 0) {
        forget(later, end, "treatment has been above and below that of the start");
        break;
      }
    }
    return cell - cells.start(unit);
  }

  private void fillBefore(double baseline, int from, int to) {
    for (int cell = from; cell < to; cell++) {
      filledBefore += cells.hasOutcome(cell) ? 1 : 0;
      cells.fill(cell, baseline);
    }
  }

  private void forget(int from, int to, String reason) {
    for (int cell = from; cell < to; cell++) {
      cells.drop(cell, reason);
    }
  }

  /** What was assumed, and about how many observations. */
  List<String> assumptions() {
    List<String> all = new ArrayList<>();
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
