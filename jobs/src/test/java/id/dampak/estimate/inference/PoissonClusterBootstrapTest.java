package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.ClusterFactor;
import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.LossFromExposure;
import id.dampak.estimate.OutcomeScale;
import id.dampak.estimate.Panel;
import id.dampak.estimate.ParameterCount;
import id.dampak.estimate.Variance;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PoissonClusterBootstrapTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final FixedEffectsRegression REGRESSION =
      FixedEffectsRegression.of("y", List.of("x", "d"))
          .absorbing("g", "t")
          .with(new Variance.Clustered(List.of("g"), ParameterCount.OFF, ClusterFactor.OFF));

  /** {@code clusters} clusters over five periods, half of them treated in the last two. */
  private static Panel market(SplittableRandom random, int clusters) {
    int n = 5 * clusters;
    double[] x = random.doubles(n).toArray();
    double[] noise = random.doubles(n).map(u -> 2 * u - 1).toArray();
    double[] trend = random.doubles(clusters).map(u -> u - 0.5).toArray();
    return Panel.ofRows(n)
        .categorical(
            "g", java.util.stream.IntStream.range(0, n).mapToObj(i -> "shop " + i / 5).toList())
        .numeric("t", i -> i % 5)
        .numeric("x", x)
        .numeric("d", i -> d(i))
        .numeric("y", i -> 2 * x[i] - d(i) + trend[i / 5] * (i % 5) + noise[i])
        .build();
  }

  private static double d(int i) {
    return i / 5 % 2 == 0 && i % 5 > 2 ? 1 : 0;
  }

  @Test
  void aDrawIsTheRegressionWithTheWeightsOfItsClusters() {
    Panel panel = market(new SplittableRandom(1), 12);
    BootstrapDraws draws =
        PoissonClusterBootstrap.of(REGRESSION, 42).with(CrossingEffects.CARRIED).draw(panel);
    PoissonWeights weights = new PoissonWeights(42);
    for (int b = 0; b < 5; b++) {
      int draw = b;
      Panel.Builder weighted =
          Panel.ofRows(60)
              .numeric("often", i -> weights.weight(draw, DrawHash.ofLabel(panel.label("g", i))))
              .numeric("g", i -> Math.floorDiv(i, 5));
      for (String column : List.of("t", "x", "d", "y")) {
        weighted.numeric(column, i -> panel.number(column, i));
      }
      Fit again = REGRESSION.weightedBy("often").with(new Variance.Iid()).fit(weighted.build());
      assertThat(draws.at(b, 0)).isCloseTo(again.estimate("x").estimate(), CLOSE);
      assertThat(draws.at(b, 1)).isCloseTo(again.estimate("d").estimate(), CLOSE);
    }
  }

  @Test
  void standardErrorsComeNearToTheSandwichAndHeldEffectsToCarriedOnes() {
    Panel panel = market(new SplittableRandom(2), 300);
    Fit fit = REGRESSION.fit(panel);
    PoissonClusterBootstrap held = PoissonClusterBootstrap.of(REGRESSION, 5).withDraws(4000);
    BootstrapDraws one = held.draw(panel);
    BootstrapDraws other = held.with(CrossingEffects.CARRIED).draw(panel);
    for (String term : List.of("x", "d")) {
      double expected = fit.estimate(term).stdError();
      // A standard deviation of 4,000 draws has a relative error of 1/√8000.
      assertThat(one.term(term).normal().stdError() / expected).isCloseTo(1, within(0.04));
      assertThat(other.term(term).normal().stdError() / one.term(term).normal().stdError())
          .isCloseTo(1, within(0.015));
    }
    double cross = fit.covariance().at(0, 1) / Math.sqrt(fit.covariance().at(0, 0));
    assertThat(one.covariance().at(0, 1) / Math.sqrt(one.covariance().at(0, 0)))
        .isCloseTo(cross, within(0.05 * fit.estimate("d").stdError()));
  }

  @Test
  void drawsDependOnLabelsAndNotOnTheOrderOfRowsOrOtherClusters() {
    Panel panel = market(new SplittableRandom(3), 40);
    Panel.Builder backwards =
        Panel.ofRows(200)
            .categorical(
                "g",
                java.util.stream.IntStream.range(0, 200)
                    .mapToObj(i -> panel.label("g", 199 - i))
                    .toList());
    for (String column : List.of("t", "x", "d", "y")) {
      backwards.numeric(column, i -> panel.number(column, 199 - i));
    }
    PoissonClusterBootstrap bootstrap = PoissonClusterBootstrap.of(REGRESSION, 9);
    BootstrapDraws one = bootstrap.draw(panel);
    BootstrapDraws other = bootstrap.draw(backwards.build());
    for (int b = 0; b < 999; b++) {
      assertThat(other.at(b, 1)).isCloseTo(one.at(b, 1), CLOSE);
    }
    assertThat(bootstrap.fit(panel)).usingRecursiveComparison().isEqualTo(bootstrap.fit(panel));
    assertThat(PoissonClusterBootstrap.of(REGRESSION, 10).draw(panel).at(0, 1))
        .isNotEqualTo(one.at(0, 1));
  }

  @Test
  void weightsArePoissonAndIndependentBetweenDrawsClustersAndSeeds() {
    int n = 200_000;
    PoissonWeights weights = new PoissonWeights(1);
    PoissonWeights reseeded = new PoissonWeights(2);
    int[] counts = new int[5];
    double[] cross = new double[3];
    for (int b = 0; b < n; b++) {
      long label = DrawHash.ofLabel("c" + b % 1000);
      int draw = b / 1000;
      int weight = weights.weight(draw, label);
      counts[Math.min(4, weight)]++;
      cross[0] += (weight - 1.0) * (weights.weight(draw + 1, label) - 1) / n;
      long next = DrawHash.ofLabel("c" + (b % 1000 + 1));
      cross[1] += (weight - 1.0) * (weights.weight(draw, next) - 1) / n;
      cross[2] += (weight - 1.0) * (reseeded.weight(draw, label) - 1) / n;
    }
    double probability = Math.exp(-1);
    for (int k = 0; k < 4; k++) {
      assertThat(counts[k] / (double) n).isCloseTo(probability, within(0.005));
      probability /= k + 1;
    }
    // Products of independent weights have variance 1: four standard deviations.
    for (double product : cross) {
      assertThat(product).isCloseTo(0, within(4 / Math.sqrt(n)));
    }
  }

  @Test
  void functionsOfCoefficientsAreTakenDrawByDraw() {
    Panel panel = market(new SplittableRandom(4), 60);
    BootstrapDraws draws = PoissonClusterBootstrap.of(REGRESSION, 9).draw(panel);
    BootstrapEstimate ratio = draws.function("d/x", b -> b.of("d") / b.of("x"));
    double[] values = new double[999];
    Arrays.setAll(values, b -> draws.at(b, 1) / draws.at(b, 0));
    Arrays.sort(values);
    assertThat(ratio.percentile().confLow()).isEqualTo(values[24]);
    assertThat(ratio.percentile().confHigh()).isEqualTo(values[974]);
    assertThat(ratio.bias())
        .isCloseTo(
            Arrays.stream(values).average().orElseThrow() - ratio.normal().estimate(), CLOSE);
    assertThat(ratio.percentile().pValue()).isEqualTo(2 / 1000.0);
    BootstrapEstimate loss = draws.combination("loss", Map.of("d", -3.0, "x", 1.0));
    assertThat(loss.normal().stdError())
        .isCloseTo(Math.sqrt(draws.covariance().quadratic(new double[] {1, -3})), within(1e-9));
    Fit fit = PoissonClusterBootstrap.of(REGRESSION, 9).with(BootstrapInterval.NORMAL).fit(panel);
    assertThat(fit.estimate("d")).isEqualTo(draws.term("d").normal());
    assertThat(fit.combination("loss", Map.of("d", -3.0, "x", 1.0)).stdError())
        .isCloseTo(loss.normal().stdError(), CLOSE);
  }

  @Test
  void aLossIsBootstrappedWithTheWeightsOfItsTerms() {
    SplittableRandom random = new SplittableRandom(14);
    double[] exposure = random.doubles(200).toArray();
    double[] noise = random.doubles(1000).toArray();
    Panel panel =
        Panel.ofRows(1000)
            .numeric("shop", i -> Math.floorDiv(i, 5))
            .numeric("day", i -> i % 5)
            .numeric("size", i -> Math.floorDiv(i, 5) % 2)
            .numeric("e", i -> exposure[i / 5])
            .numeric("y", i -> noise[i] - (i % 5 > 2 ? exposure[i / 5] : 0))
            .build();
    ExposureEventStudy study = ExposureEventStudy.of("y", "e", "shop", "day", 3);
    LossFromExposure losses =
        new LossFromExposure(study, new OutcomeScale.Levels(), List.of(0, 1), List.of());
    Estimate lost = losses.total(study.fit(panel), panel).lost();
    BootstrapDraws draws = PoissonClusterBootstrap.of(study, 3).draw(panel);
    BootstrapEstimate loss = draws.combination("loss", losses.weights(panel));
    assertThat(loss.normal().estimate()).isCloseTo(lost.estimate(), CLOSE);
    // A standard deviation of 999 draws has a relative error of 1/√1998.
    assertThat(loss.normal().stdError() / lost.stdError()).isCloseTo(1, within(0.08));
    double parts = 0;
    for (Map<String, Double> weights : losses.weightsBy("size", panel).values()) {
      parts += draws.combination("part", weights).normal().estimate();
    }
    assertThat(parts).isCloseTo(lost.estimate(), CLOSE);
  }

  @Test
  void sixtyClustersAreCoveredByBothIntervals() {
    SplittableRandom random = new SplittableRandom(6);
    int runs = 300;
    int percentile = 0;
    int normal = 0;
    for (int run = 0; run < runs; run++) {
      BootstrapEstimate d =
          PoissonClusterBootstrap.of(REGRESSION, run).draw(market(random, 60)).term("d");
      percentile += covers(d.percentile()) ? 1 : 0;
      normal += covers(d.normal()) ? 1 : 0;
    }
    // 95 % ± 3 standard deviations of a binomial share of 300.
    assertThat(percentile / (double) runs).isBetween(0.912, 0.988);
    assertThat(normal / (double) runs).isBetween(0.912, 0.988);
  }

  private static boolean covers(Estimate estimate) {
    return estimate.confLow() <= -1 && -1 <= estimate.confHigh();
  }

  @Test
  void aTreatmentOfTwoClustersIsLostInTooManyDraws() {
    Panel panel = market(new SplittableRandom(7), 30);
    Panel.Builder two =
        Panel.ofRows(150)
            .numeric("g", i -> Math.floorDiv(i, 5))
            .numeric("d", i -> i / 5 < 2 && i % 5 > 2 ? 1 : 0);
    for (String column : List.of("t", "x", "y")) {
      two.numeric(column, i -> panel.number(column, i));
    }
    PoissonClusterBootstrap held = PoissonClusterBootstrap.of(REGRESSION, 9);
    assertThatThrownBy(() -> held.fit(two.build()))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("draws of d")
        .hasMessageContaining("2.3 effective clusters");
    assertThatThrownBy(() -> held.with(CrossingEffects.CARRIED).fit(two.build()))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("of 999 draws");
  }

  @Test
  void fewDrawsAndFunctionsWithoutAValueAreRefused() {
    assertThatThrownBy(() -> PoissonClusterBootstrap.of(REGRESSION, 9).withDraws(500))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("500 draws");
    ClusterMoments moments =
        REGRESSION.moments(market(new SplittableRandom(8), 40), CrossingEffects.HELD);
    BootstrapDraws draws = PoissonClusterBootstrap.of(REGRESSION, 9).draw(moments);
    assertThatThrownBy(() -> draws.function("root", b -> Math.sqrt(b.of("d"))))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("root");
    assertThatThrownBy(() -> draws.term("z")).isInstanceOf(DampakException.class);
    double centre = draws.fit().estimate("d").estimate();
    assertThatThrownBy(
            () -> draws.function("half", b -> b.of("d") > centre ? Double.NaN : b.of("d")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("half");
  }
}
