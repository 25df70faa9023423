package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.Clusters;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.UnitPeriods;
import id.dampak.linalg.Matrix;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Groups by periods without a gap, in the order of the groups' labels. */
final class GroupPanel {
  private final UnitPeriods cells;
  private final int[] units;
  private final String group;
  private final double[][] treatment;
  private final int[] treated;
  private final int[] controls;

  private GroupPanel(UnitPeriods cells, int[] units, String group, double[][] treatment) {
    this.cells = cells;
    this.units = units;
    this.group = group;
    this.treatment = treatment;
    this.treated = IntStream.range(0, units.length).filter(g -> varies(treatment[g])).toArray();
    this.controls = IntStream.range(0, units.length).filter(g -> !varies(treatment[g])).toArray();
  }

  /**
   * Arranges a panel.
   *
   * @param treatment numeric column, constant over time in control groups
   * @throws id.dampak.error.DampakException if a group lacks a value in some period, no group is
   *     treated, or fewer than two are not
   */
  static GroupPanel of(Panel panel, String outcome, String treatment, String group, String time) {
    UnitPeriods cells = UnitPeriods.of(panel, outcome, group, time);
    int[] units =
        IntStream.range(0, cells.units())
            .boxed()
            .sorted(Comparator.comparing(cells::label))
            .mapToInt(Integer::intValue)
            .toArray();
    values(cells, units, outcome);
    GroupPanel groups = new GroupPanel(cells, units, group, values(cells, units, treatment));
    if (groups.treated.length == 0 || groups.controls.length < 2) {
      throw InferenceErrors.noGroups(groups.treated.length, groups.controls.length, treatment);
    }
    return groups;
  }

  private static double[][] values(UnitPeriods cells, int[] units, String column) {
    double[][] values = new double[units.length][cells.periods()];
    for (int g = 0; g < units.length; g++) {
      for (int t = 0; t < cells.periods(); t++) {
        values[g][t] = cells.value(column, units[g], t);
        if (!Double.isFinite(values[g][t])) {
          throw InferenceErrors.notBalanced(cells.label(units[g]), cells.period(t), column);
        }
      }
    }
    return values;
  }

  private static boolean varies(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return true;
      }
    }
    return false;
  }

  int groups() {
    return units.length;
  }

  int periods() {
    return cells.periods();
  }

  String label(int g) {
    return cells.label(units[g]);
  }

  /** A numeric column, groups × periods. */
  double[][] values(String column) {
    return values(cells, units, column);
  }

  /** The treatment, groups × periods. */
  double[][] treatment() {
    return treatment;
  }

  /** Groups whose treatment changes over time. */
  int[] treated() {
    return treated.clone();
  }

  /** Groups whose treatment does not. */
  int[] controls() {
    return controls.clone();
  }

  /** The fit of one effect. */
  Fit fit(Estimator estimator, Estimate estimate, double level, List<String> warnings) {
    List<Dropped> dropped = cells.dropped();
    double variance = estimate.stdError() * estimate.stdError();
    return new Fit(
        estimator,
        cells.observations(),
        List.of(new Clusters(group, units.length)),
        dropped,
        warnings,
        List.of(estimate),
        Matrix.of(1, 1, new double[] {variance}),
        Double.POSITIVE_INFINITY,
        level);
  }
}
