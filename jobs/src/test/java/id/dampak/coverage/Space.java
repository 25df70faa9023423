package id.dampak.coverage;

import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import id.dampak.estimate.inference.ConleySpatial;
import id.dampak.estimate.inference.ShiftShare;
import id.dampak.estimate.inference.ShiftShareInterval;
import id.dampak.estimate.inference.SpatialKernel;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Errors that go together across units: of neighbours, or of units with like shares. */
final class Space {
  private static final int UNITS = 800;
  private static final int SHIFTERS = 40;

  /** Degrees; shocks reach half of 100 km, so that units further apart than that share none. */
  private static final double REACH = 0.4;

  private Space() {}

  static List<CoverageDesign> designs() {
    return List.of(
        CoverageDesign.of(
            "Conley",
            "800 units × 4 periods in an archipelago of 4,400 × 1,100 km, exposure and shocks"
                + " shared within 100 km",
            0.5,
            Space::neighbours),
        shares("shift-share, AKM0", ShiftShareInterval.AKM0));
  }

  /** With forty shifters residuals of the estimate are too small. */
  static List<CoverageDesign> limits() {
    return List.of(shares("shift-share, AKM", ShiftShareInterval.AKM));
  }

  private static CoverageDesign shares(String name, ShiftShareInterval interval) {
    return CoverageDesign.of(
        name,
        "600 units with shares in 40 categories, shocks to categories",
        1,
        (random, effect) -> shares(random, effect, interval));
  }

  private static Trial neighbours(RandomGenerator random, double effect) {
    double[] latitude = random.doubles(UNITS, -9, 1).toArray();
    double[] longitude = random.doubles(UNITS, 100, 140).toArray();
    double[] exposure = field(random, latitude, longitude);
    double[] shock = field(random, latitude, longitude);
    double[] level = Cells.normal(random, UNITS);
    Panel panel =
        new Cells(UNITS, 4)
            .with("north", latitude)
            .with("east", longitude)
            .with("d", (i, t) -> t > 2 ? exposure[i] : 0)
            .with(
                "y",
                (i, t) ->
                    level[i]
                        + Math.sin(t)
                        + (t > 2 ? effect * exposure[i] + shock[i] : 0)
                        + 0.5 * random.nextGaussian())
            .panel();
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", List.of("d"))
            .absorbing("unit", "t")
            .with(Variance.clusteredBy("unit"));
    ConleySpatial conley =
        new ConleySpatial(regression, "north", "east", 100, SpatialKernel.UNIFORM);
    return Trial.of(effect, conley.fit(panel).estimate("d"));
  }

  /** At each place the mean of what is drawn for the points of a grid within reach. */
  private static double[] field(RandomGenerator random, double[] latitude, double[] longitude) {
    double step = REACH / 2;
    int rows = (int) Math.ceil(12 / step);
    int columns = (int) Math.ceil(42 / step);
    double[] sources = Cells.normal(random, rows * columns);
    double[] field = new double[UNITS];
    for (int i = 0; i < UNITS; i++) {
      double north = (latitude[i] + 10) / step;
      double east = (longitude[i] - 99) / step;
      for (int r = (int) north - 3; r <= north + 3; r++) {
        for (int c = (int) east - 3; c <= east + 3; c++) {
          double distance = Math.hypot(r - north, c - east) * step;
          field[i] += distance <= REACH ? sources[r * columns + c] / 3.5 : 0;
        }
      }
    }
    return field;
  }

  private static Trial shares(RandomGenerator random, double effect, ShiftShareInterval interval) {
    int units = 600;
    double[] shifter = Cells.normal(random, SHIFTERS);
    double[] shock = Cells.normal(random, SHIFTERS);
    double[][] share = new double[SHIFTERS][units];
    double[] x = new double[units];
    double[] y = new double[units];
    for (int i = 0; i < units; i++) {
      double rest = 1;
      // Half, a quarter and an eighth of a unit's sales in categories at random; the rest in one.
      for (int part = 0; part < 4; part++) {
        double size = part < 3 ? rest / 2 : rest;
        share[random.nextInt(SHIFTERS)][i] += size;
        rest -= size;
      }
      for (int s = 0; s < SHIFTERS; s++) {
        x[i] += share[s][i] * shifter[s];
        y[i] += share[s][i] * shock[s];
      }
      y[i] += effect * x[i] + 0.3 * random.nextGaussian();
    }
    Panel.Builder panel = Panel.ofRows(units).numeric("x", x).numeric("y", y);
    List<String> names = IntStream.range(0, SHIFTERS).mapToObj(s -> "w" + s).toList();
    for (int s = 0; s < SHIFTERS; s++) {
      panel.numeric(names.get(s), share[s]);
    }
    ShiftShare estimator = ShiftShare.of("y", "x", names).with(interval);
    return Trial.of(effect, estimator.fit(panel.build()).estimate("x"));
  }
}
