package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.LongCodes;
import java.util.Arrays;

/** What a panel must be like to carry an exposure event study; everything else is refused. */
final class EventChecks {
  private final ExposureEventStudy study;
  private final Panel panel;
  private final int[] rows;

  EventChecks(ExposureEventStudy study, Panel panel, int[] rows) {
    this.study = study;
    this.panel = panel;
    this.rows = rows;
  }

  /** Periods are whole numbers. */
  void requirePeriods() {
    requireWholePeriods(Terms.values(panel, study.time(), rows));
  }

  /** A unit has one row in a period, and one exposure. */
  void requireUnits() {
    Column.Coded units = Terms.coded(panel, study.unit());
    requireOneRowPerUnitAndPeriod(units, Terms.values(panel, study.time(), rows));
    requireOneExposurePerUnit(units);
  }

  private void requireWholePeriods(double[] time) {
    for (int i = 0; i < time.length; i++) {
      if (time[i] != Math.rint(time[i]) || Math.abs(time[i]) > Integer.MAX_VALUE / 2.0) {
        throw EstimationErrors.notWholePeriods(study.time(), time[i], panel.rowName(rows[i]));
      }
    }
  }

  private void requireOneRowPerUnitAndPeriod(Column.Coded units, double[] time) {
    LongCodes cells = new LongCodes(rows.length);
    for (int i = 0; i < rows.length; i++) {
      cells.codeOf((long) units.codes()[rows[i]] << 32 | ((int) time[i] & 0xffffffffL));
      if (cells.size() <= i) {
        throw EstimationErrors.duplicate(
            study.unit(), Terms.label(panel, study.unit(), rows[i]), study.time(), (int) time[i]);
      }
    }
  }

  private void requireOneExposurePerUnit(Column.Coded units) {
    double[] exposure = panel.numbers(study.exposure());
    double[] first = new double[units.levels()];
    Arrays.fill(first, Double.NaN);
    for (int row : rows) {
      int unit = units.codes()[row];
      if (Double.isNaN(first[unit])) {
        first[unit] = exposure[row];
      } else if (first[unit] != exposure[row]) {
        throw EstimationErrors.exposureVaries(
            study.exposure(), Terms.label(panel, study.unit(), row), first[unit], exposure[row]);
      }
    }
  }
}
