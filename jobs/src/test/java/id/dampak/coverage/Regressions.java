package id.dampak.coverage;

import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.PoissonRegression;
import id.dampak.estimate.Variance;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** Linear and Poisson regressions, with and without fixed effects, by their standard errors. */
final class Regressions {
  private static final int UNITS = 150;
  private static final int PERIODS = 10;
  private static final int EVENT = 7;
  private static final double PERSISTENCE = 0.5;

  private Regressions() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
            "OLS, iid", "60 rows, independent errors of one variance", 0.35, Regressions::iid),
        CoverageDesign.of(
            "OLS, HC1", "200 rows, variance grows with the regressor", 0.3, Regressions::robust),
        CoverageDesign.of(
            "OLS with fixed effects",
            "150 units × 10 periods, exposure × event, errors autocorrelated within units (0.5)",
            0.25,
            (random, effect) -> panel(random, effect, false)),
        CoverageDesign.of(
            "WLS with fixed effects",
            "the same, error variances 1/weight",
            0.25,
            (random, effect) -> panel(random, effect, true)),
        CoverageDesign.of(
            "OLS, two-way clustered",
            "50 units × 50 periods, regressor and errors with unit and period components",
            0.5,
            Regressions::twoWay),
        CoverageDesign.of(
            "PPML with fixed effects",
            "300 units × 8 periods, counts of twice Poisson's variance, zeros among them",
            -0.15,
            Regressions::counts));
  }

  private static Trial iid(RandomGenerator random, double effect) {
    Panel panel = crossSection(random, 60, effect, x -> 1);
    return Trial.of(effect, FixedEffectsRegression.of("y", List.of("x")).fit(panel).estimate("x"));
  }

  private static Trial robust(RandomGenerator random, double effect) {
    Panel panel = crossSection(random, 200, effect, x -> 0.5 + Math.abs(x));
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", List.of("x")).with(new Variance.Hc1());
    return Trial.of(effect, regression.fit(panel).estimate("x"));
  }

  private static Panel crossSection(
      RandomGenerator random, int rows, double effect, DoubleUnaryOperator sd) {
    double[] x = Cells.normal(random, rows);
    return Panel.ofRows(rows)
        .numeric("x", x)
        .numeric("y", i -> 1 + effect * x[i] + sd.applyAsDouble(x[i]) * random.nextGaussian())
        .build();
  }

  private static Trial panel(RandomGenerator random, double effect, boolean weighted) {
    double[] level = Cells.normal(random, UNITS);
    double[] exposure = random.doubles(UNITS).toArray();
    double[] weight = random.doubles(UNITS, 0.2, 2).toArray();
    double[][] errors = Cells.errors(random, UNITS, PERIODS, PERSISTENCE);
    Panel panel =
        new Cells(UNITS, PERIODS)
            .with("w", weight)
            .with("d", (i, t) -> t >= EVENT ? exposure[i] : 0)
            .with(
                "y",
                (i, t) ->
                    level[i]
                        + Math.sin(t)
                        + (t >= EVENT ? effect * exposure[i] : 0)
                        + 0.3 * errors[i][t - 1] / (weighted ? Math.sqrt(weight[i]) : 1))
            .panel();
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", List.of("d"))
            .absorbing("unit", "t")
            .with(Variance.clusteredBy("unit"));
    return Trial.of(
        effect, (weighted ? regression.weightedBy("w") : regression).fit(panel).estimate("d"));
  }

  private static Trial twoWay(RandomGenerator random, double effect) {
    int size = 50;
    double[] xOfUnit = Cells.normal(random, size);
    double[] xOfPeriod = Cells.normal(random, size);
    double[] ofUnit = Cells.normal(random, size);
    double[] ofPeriod = Cells.normal(random, size);
    double[][] x = new double[size][size];
    Panel panel =
        new Cells(size, size)
            .with(
                "x", (i, t) -> x[i][t - 1] = xOfUnit[i] + xOfPeriod[t - 1] + random.nextGaussian())
            .with(
                "y",
                (i, t) ->
                    effect * x[i][t - 1] + ofUnit[i] + ofPeriod[t - 1] + random.nextGaussian())
            .panel();
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", List.of("x")).with(Variance.clusteredBy("unit", "t"));
    return Trial.of(effect, regression.fit(panel).estimate("x"));
  }

  private static Trial counts(RandomGenerator random, double effect) {
    int units = 300;
    int event = 6;
    double[] level = Cells.normal(random, units);
    double[] exposure = random.doubles(units).toArray();
    Panel panel =
        new Cells(units, 8)
            .with("d", (i, t) -> t >= event ? exposure[i] : 0)
            .with(
                "y",
                (i, t) -> {
                  double part = t >= event ? effect * exposure[i] : 0;
                  return Counts.draw(random, Math.exp(1 + 0.5 * level[i] + 0.1 * t + part));
                })
            .panel();
    PoissonRegression regression =
        PoissonRegression.of("y", List.of("d"))
            .absorbing("unit", "t")
            .with(Variance.clusteredBy("unit"));
    return Trial.of(effect, regression.fit(panel).estimate("d"));
  }
}
