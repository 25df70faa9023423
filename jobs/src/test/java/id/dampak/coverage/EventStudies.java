package id.dampak.coverage;

import id.dampak.estimate.Bins;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.PoissonEventStudy;
import id.dampak.estimate.StackedEvents;
import java.util.List;
import java.util.random.RandomGenerator;

/** Suspensions that hit every merchant at once, some more than others. */
final class EventStudies {
  private static final int UNITS = 180;
  private static final int PERIODS = 12;
  private static final int EVENT = 9;
  private static final List<Integer> AFTER = List.of(0, 1, 2, 3);

  /** Of the effect in each period of the event; their mean is 1. */
  private static final double[] PATH = {1.6, 1.2, 0.8, 0.4};

  private EventStudies() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
            "exposure event study",
            "180 units × 12 periods, shocks to each of 3 sectors × period, exposure differs by"
                + " sector, mean of 4 periods",
            -0.35,
            EventStudies::linear),
        CoverageDesign.of(
            "Poisson event study",
            "400 units × 10 periods, counts of twice Poisson's variance, mean of 4 periods",
            -0.25,
            EventStudies::poisson),
        CoverageDesign.of(
            "stacked events",
            "150 units, 3 events whose effects differ, windows of 7 periods",
            -0.25,
            EventStudies::stacked));
  }

  private static Trial linear(RandomGenerator random, double effect) {
    double[] level = Cells.normal(random, UNITS);
    double[] shock = Cells.normal(random, 3 * PERIODS);
    double[] exposure = new double[UNITS];
    for (int i = 0; i < UNITS; i++) {
      exposure[i] = 0.2 * (i % 3) + 0.6 * random.nextDouble();
    }
    double[][] errors = Cells.errors(random, UNITS, PERIODS, 0.5);
    Panel panel =
        new Cells(UNITS, PERIODS)
            .with("sector", (i, t) -> i % 3)
            .with("e", exposure)
            .with(
                "y",
                (i, t) ->
                    level[i]
                        + shock[3 * (t - 1) + i % 3]
                        + (t >= EVENT ? PATH[t - EVENT] * effect * exposure[i] : 0)
                        + 0.3 * errors[i][t - 1])
            .panel();
    ExposureEventStudy study =
        ExposureEventStudy.of("y", "e", "unit", "t", EVENT).but().within("sector").build();
    return Trial.of(effect, study.average(study.fit(panel), AFTER));
  }

  private static Trial poisson(RandomGenerator random, double effect) {
    int units = 400;
    int event = 7;
    double[] level = Cells.normal(random, units);
    double[] exposure = random.doubles(units).toArray();
    Panel panel =
        new Cells(units, 10)
            .with("e", exposure)
            .with(
                "y",
                (i, t) -> {
                  double part = t >= event ? PATH[t - event] * effect * exposure[i] : 0;
                  return Counts.draw(
                      random, Math.exp(1.5 + 0.5 * level[i] + 0.2 * Math.sin(t) + part));
                })
            .panel();
    ExposureEventStudy study = ExposureEventStudy.of("y", "e", "unit", "t", event);
    Fit fit = new PoissonEventStudy(study).fit(panel);
    return Trial.of(effect, study.average(fit, AFTER));
  }

  private static Trial stacked(RandomGenerator random, double effect) {
    int units = 150;
    double[] level = Cells.normal(random, units);
    double[] exposure = random.doubles(units).toArray();
    double[][] errors = Cells.errors(random, units, 24, 0.5);
    // In periods 5, 13 and 21, for three periods each.
    double[] sizes = {0.5, 1, 1.5};
    Panel panel =
        new Cells(units, 24)
            .with("e", exposure)
            .with(
                "y",
                (i, t) -> {
                  double size = Math.floorMod(t - 5, 8) < 3 && t >= 5 ? sizes[(t - 5) / 8] : 0;
                  return level[i]
                      + Math.cos(t)
                      + size * effect * exposure[i]
                      + 0.3 * errors[i][t - 1];
                })
            .panel();
    ExposureEventStudy study = ExposureEventStudy.of("y", "e", "unit", "t", 5);
    Fit fit = new StackedEvents(study, List.of(5, 13, 21), new Bins(-4, 2)).fit(panel);
    return Trial.of(effect, study.average(fit, List.of(0, 1, 2)));
  }
}
