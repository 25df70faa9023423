package id.dampak.coverage;

import id.dampak.estimate.Panel;
import id.dampak.estimate.reversible.CarryOver;
import id.dampak.estimate.reversible.IntertemporalDid;
import id.dampak.estimate.reversible.SwitchersDid;
import id.dampak.estimate.reversible.TreatmentColumns;
import java.util.List;
import java.util.random.RandomGenerator;

/** Treatments that switch on and off. */
final class OnOff {
  private static final int UNITS = 200;
  private static final int PERIODS = 8;
  private static final TreatmentColumns COLUMNS = TreatmentColumns.of("y", "d", "unit", "t");

  private OnOff() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
            "DID_M",
            "200 units × 8 periods, two thirds switch on and off (0.15 a period), errors"
                + " autocorrelated (0.5)",
            0.2,
            OnOff::switchers),
        CoverageDesign.of(
            "DID_ℓ, ℓ = 2",
            "200 units × 8 periods, a third starts on; each of two thirds switches once; half the"
                + " effect comes a period later",
            0.3,
            OnOff::later),
        CoverageDesign.of(
            "carry-over after the return",
            "200 units × 8 periods, on for two periods and off again; the planted part stays",
            0.3,
            OnOff::left));
  }

  private static Trial switchers(RandomGenerator random, double effect) {
    double[][] d = new double[UNITS][PERIODS];
    for (int i = 0; i < UNITS; i++) {
      for (int t = 1; t < PERIODS; t++) {
        boolean moves = i % 3 > 0 && random.nextDouble() < 0.15;
        d[i][t] = moves ? 1 - d[i][t - 1] : d[i][t - 1];
      }
    }
    Panel panel = panel(random, d, (i, t) -> effect * d[i][t - 1]);
    return Trial.of(effect, SwitchersDid.of(COLUMNS).fit(panel).estimate(SwitchersDid.ALL));
  }

  private static Trial later(RandomGenerator random, double effect) {
    double[][] d = new double[UNITS][PERIODS];
    for (int i = 0; i < UNITS; i++) {
      int first = i % 9 < 6 ? 3 + random.nextInt(5) : PERIODS + 1;
      int start = i % 3 == 0 ? 1 : 0;
      for (int t = 1; t <= PERIODS; t++) {
        d[i][t - 1] = t < first ? start : 1 - start;
      }
    }
    Panel panel =
        panel(
            random, d, (i, t) -> effect * (d[i][t - 1] / 2 + (t > 1 ? d[i][t - 2] : d[i][0]) / 2));
    return Trial.of(effect, IntertemporalDid.of(COLUMNS, 2).fit(panel).estimate("effect[2]"));
  }

  private static Trial left(RandomGenerator random, double effect) {
    double[][] d = new double[UNITS][PERIODS];
    double[][] past = new double[UNITS][PERIODS];
    for (int i = 0; i < UNITS; i++) {
      int first = i % 3 < 2 ? 3 + random.nextInt(4) : PERIODS + 1;
      for (int t = first; t <= PERIODS; t++) {
        d[i][t - 1] = t < first + 2 ? 1 : 0;
        past[i][t - 1] = t < first + 2 ? 0 : 1;
      }
    }
    Panel panel = panel(random, d, (i, t) -> d[i][t - 1] + effect * past[i][t - 1]);
    return Trial.of(effect, CarryOver.of(COLUMNS, 1).fit(panel).estimate(CarryOver.term(1)));
  }

  private static Panel panel(RandomGenerator random, double[][] d, Cells.Value effect) {
    double[] level = Cells.normal(random, UNITS);
    double[][] errors = Cells.errors(random, UNITS, PERIODS, 0.5);
    return new Cells(UNITS, PERIODS)
        .with("d", (i, t) -> d[i][t - 1])
        .with("y", (i, t) -> level[i] + Math.sin(t) + effect.at(i, t) + 0.5 * errors[i][t - 1])
        .panel();
  }
}
