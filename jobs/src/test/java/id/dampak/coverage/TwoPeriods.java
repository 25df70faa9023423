package id.dampak.coverage;

import id.dampak.estimate.Panel;
import id.dampak.estimate.staggered.Adjustment;
import id.dampak.estimate.staggered.BeforeAndAfter;
import id.dampak.estimate.staggered.DoublyRobust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Two groups and two periods; a covariate moves both the trend and who is treated. */
final class TwoPeriods {
  private static final int UNITS = 500;

  private TwoPeriods() {}

  static List<CoverageDesign> designs() {
    List<CoverageDesign> designs = new ArrayList<>();
    for (Adjustment adjustment : Adjustment.values()) {
      designs.add(
          CoverageDesign.of(
              "DRDID 2×2, " + words(adjustment),
              "500 units, a covariate moves trends and (logit) who is treated",
              0.3,
              (random, effect) -> trial(random, effect, adjustment)));
    }
    return designs;
  }

  private static String words(Adjustment adjustment) {
    return adjustment.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Trial trial(RandomGenerator random, double effect, Adjustment adjustment) {
    double[] x = Cells.normal(random, UNITS);
    double[] before = Cells.normal(random, UNITS);
    double[] treated = new double[UNITS];
    double[] after = new double[UNITS];
    for (int i = 0; i < UNITS; i++) {
      treated[i] = random.nextDouble() < 1 / (1 + Math.exp(0.3 - 0.7 * x[i])) ? 1 : 0;
      before[i] += x[i];
      after[i] = before[i] + 0.5 + 0.5 * x[i] + effect * treated[i] + random.nextGaussian();
    }
    Panel panel =
        Panel.ofRows(UNITS)
            .numeric("before", before)
            .numeric("after", after)
            .numeric("d", treated)
            .numeric("x", x)
            .build();
    DoublyRobust estimator =
        DoublyRobust.of(new BeforeAndAfter.Columns("before", "after"), "d", List.of("x"))
            .with(adjustment);
    return Trial.of(effect, estimator.fit(panel).estimate(DoublyRobust.ATT));
  }
}
