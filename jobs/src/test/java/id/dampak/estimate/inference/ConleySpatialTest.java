package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.ClusterFactor;
import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.ParameterCount;
import id.dampak.estimate.Variance;
import id.dampak.linalg.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConleySpatialTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  /** Units of four periods at places of Java; those of a city of ten share a shock. */
  private static Panel market(long seed, int units, double shared) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] latitude = new double[units];
    double[] longitude = new double[units];
    double[] x = new double[units];
    double[] shock = new double[units];
    for (int u = 0; u < units; u++) {
      boolean first = u % 10 == 0;
      latitude[u] = first ? -8 + 2 * random.nextDouble() : latitude[u - 1] + 0.001;
      longitude[u] = first ? 106 + 30 * random.nextDouble() : longitude[u - 1] - 0.001;
      x[u] = (first ? random.nextDouble() : x[u - 1]) + 0.3 * random.nextDouble();
      shock[u] = first ? random.nextDouble() - 0.5 : shock[u - 1];
    }
    double[] noise = random.doubles(4L * units).toArray();
    return Panel.ofRows(4 * units)
        .numeric("unit", i -> Math.floorDiv(i, 4))
        .numeric("city", i -> Math.floorDiv(i, 40))
        .numeric("t", i -> i % 4)
        .numeric("lat", i -> latitude[i / 4])
        .numeric("lon", i -> longitude[i / 4])
        .numeric("x", i -> i % 4 < 2 ? 0 : x[i / 4])
        .numeric("y", i -> (i % 4 < 2 ? 0 : x[i / 4] + shared * shock[i / 4]) + noise[i])
        .build();
  }

  private static FixedEffectsRegression by(String column) {
    return FixedEffectsRegression.of("y", List.of("x"))
        .absorbing("unit", "t")
        .with(new Variance.Clustered(List.of(column), ParameterCount.OFF, ClusterFactor.OFF));
  }

  private static ConleySpatial conley(double cutoff, SpatialKernel kernel) {
    return new ConleySpatial(by("unit"), "lat", "lon", cutoff, kernel);
  }

  @Test
  void everyPairOfUnitsCountsByItsDistance() {
    Panel panel = market(1, 60, 1);
    ClusterMoments moments = by("unit").moments(panel, CrossingEffects.HELD);
    for (SpatialKernel kernel : SpatialKernel.values()) {
      double meat = 0;
      for (int c = 0; c < 60; c++) {
        for (int d = 0; d < 60; d++) {
          int a = 4 * Integer.parseInt(moments.label(c));
          int b = 4 * Integer.parseInt(moments.label(d));
          double part = chord(panel, a, b) / 300;
          double weight = kernel == SpatialKernel.UNIFORM ? 1 : 1 - part;
          meat += part <= 1 ? weight * moments.scores(c)[0] * moments.scores(d)[0] : 0;
        }
      }
      Fit fit = conley(300, kernel).fit(panel);
      Matrix bread = moments.bread();
      assertThat(fit.covariance().at(0, 0))
          .isCloseTo(bread.at(0, 0) * meat * bread.at(0, 0), within(1e-12));
      assertThat(fit.degreesOfFreedom()).isEqualTo(59);
    }
  }

  /** The distance on a sphere from the angle between two vectors, another way than haversine. */
  private static double chord(Panel panel, int a, int b) {
    double[] from = vector(panel, a);
    double[] to = vector(panel, b);
    double square = 0;
    for (int i = 0; i < 3; i++) {
      square += (from[i] - to[i]) * (from[i] - to[i]);
    }
    return 2 * 6371.0088 * Math.asin(Math.sqrt(square) / 2);
  }

  private static double[] vector(Panel panel, int row) {
    double latitude = Math.toRadians(panel.number("lat", row));
    double longitude = Math.toRadians(panel.number("lon", row));
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }

  @Test
  void jakartaAndSurabayaAre664KilometresApart() {
    Panel panel =
        Panel.ofRows(4)
            .numeric("unit", i -> Math.floorDiv(i, 2))
            .numeric("lat", i -> i < 2 ? -6.2 : -7.25)
            .numeric("lon", i -> i < 2 ? 106.816667 : 112.75)
            .numeric("x", i -> i % 2)
            .numeric("y", new double[] {1, 2, 0, 4})
            .build();
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", List.of("x")).with(Variance.clusteredBy("unit"));
    ClusterMoments moments = regression.moments(panel, CrossingEffects.HELD);
    Places places = Places.of(moments, panel, List.of("unit"), "lat", "lon");
    assertThat(places.distance(0, 1)).isCloseTo(664, within(2.0));
  }

  @Test
  void aCutoffBelowEveryDistanceIsClusteringByUnitAndCitiesFarApartAreClusters() {
    Panel panel = market(2, 60, 1);
    Fit apart = conley(1e-6, SpatialKernel.BARTLETT).fit(panel);
    assertThat(apart.estimate("x").stdError())
        .isCloseTo(by("unit").fit(panel).estimate("x").stdError(), CLOSE);
    Panel cities = panel.with("lat", i -> panel.number("city", i)).with("lon", i -> 110);
    Fit together = conley(50, SpatialKernel.UNIFORM).fit(cities);
    assertThat(together.estimate("x").stdError())
        .isCloseTo(by("city").fit(panel).estimate("x").stdError(), CLOSE);
  }

  @Test
  void shocksOfCitiesAreCoveredWhereClustersOfUnitsAreNot() {
    int covered = 0;
    int byUnit = 0;
    int runs = 100;
    for (int run = 0; run < runs; run++) {
      Panel panel = market(100 + run, 400, 3);
      covered += covers(conley(20, SpatialKernel.UNIFORM).fit(panel).estimate("x")) ? 1 : 0;
      byUnit += covers(by("unit").fit(panel).estimate("x")) ? 1 : 0;
    }
    // Forty places are not many: 95 % less 2 % ± 3 standard deviations of a binomial share of 100.
    assertThat(covered / (double) runs).isBetween(0.855, 1.0);
    assertThat(byUnit / (double) runs).isLessThan(0.8);
  }

  private static boolean covers(Estimate estimate) {
    return estimate.confLow() <= 1 && 1 <= estimate.confHigh();
  }

  @Test
  void aNegativeVarianceIsNotRepaired() {
    // Three units on a line, the outer ones near only to the middle one of opposite score.
    Panel panel =
        Panel.ofRows(6)
            .numeric("unit", i -> Math.floorDiv(i, 2))
            .numeric("lat", i -> 0)
            .numeric("lon", i -> Math.floorDiv(i, 2) * 0.9)
            .numeric("x", i -> i % 2)
            .numeric("y", new double[] {0, 1, 0, -2, 0, 1})
            .build();
    ConleySpatial conley =
        new ConleySpatial(
            FixedEffectsRegression.of("y", List.of("x"))
                .absorbing("unit")
                .with(Variance.clusteredBy("unit")),
            "lat",
            "lon",
            150,
            SpatialKernel.UNIFORM);
    Fit fit = conley.fit(panel);
    assertThat(fit.estimate("x").stdError()).isNaN();
    assertThat(fit.warnings()).contains("x has no standard error: its variance is negative");
  }

  @Test
  void unitsWithoutOnePlaceAreRefused() {
    Panel panel = market(3, 20, 1);
    ConleySpatial conley = conley(100, SpatialKernel.UNIFORM);
    Panel missing = panel.with("lat", i -> i / 4 == 7 ? Double.NaN : panel.number("lat", i));
    assertThatThrownBy(() -> conley.fit(missing))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("lat is missing for unit 7");
    Panel metres = panel.with("lon", i -> 1e6);
    assertThatThrownBy(() -> conley.fit(metres))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("between -180 and 180");
    Panel moving = panel.with("lat", i -> i == 6 ? 1 : panel.number("lat", i));
    assertThatThrownBy(() -> conley.fit(moving))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("same unit 1");
    assertThatThrownBy(() -> conley(0, SpatialKernel.UNIFORM))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("0.0 km");
    assertThat(conley.columns()).contains("lat", "lon", "unit", "t", "x", "y");
  }
}
