package id.dampak.estimate.reversible;

import id.dampak.estimate.Panel;
import id.dampak.linalg.LongCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The treatment path of each unit: its baseline treatment, the place F of its first switch, and the
 * direction.
 */
final class Paths {
  /** The place F of a unit that is not seen to switch. */
  static final int NEVER = Integer.MAX_VALUE;

  private static final int NONE = -1;

  private final Cells cells;
  private final PathReader reader;
  private final double[] baseline;
  private final int[] base;
  private final int[] first;
  private final int[] cohort;
  private final int bases;
  private final int cohorts;

  private Paths(Cells cells, TreatmentGaps gaps) {
    this.cells = cells;
    this.reader = new PathReader(cells, gaps);
    this.baseline = new double[cells.units()];
    this.base = new int[cells.units()];
    this.first = new int[cells.units()];
    this.cohort = new int[cells.units()];
    TreatmentCodes starts = new TreatmentCodes();
    LongCodes dates = new LongCodes(64);
    LongCodes doses = new LongCodes(64);
    for (int unit = 0; unit < first.length; unit++) {
      baseline[unit] = reader.baseline(unit);
      first[unit] = reader.firstSwitch(unit);
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
    all.addAll(reader.assumptions());
    return all;
  }
}
