package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BellMcCaffreyTest {
  private static final Offset<Double> CLOSE = within(1e-8);
  private static final FixedEffectsRegression PLAIN =
      FixedEffectsRegression.of("y", List.of("x", "d")).with(Variance.clusteredBy("g"));

  @ParameterizedTest
  @ValueSource(strings = {"", "i", "t", "i t", "i t s", "g t", "i s^t"})
  void varianceAndDegreesOfFreedomAreThoseOfEveryDummyWrittenOut(String effects) {
    SmallClusters data = new SmallClusters(11);
    String[] names = effects.isEmpty() ? new String[0] : effects.split(" ");
    for (boolean weighted : new boolean[] {false, true}) {
      FixedEffectsRegression regression = PLAIN.absorbing(names);
      regression = weighted ? regression.weightedBy("w") : regression;
      DenseClubSandwich twin = DenseClubSandwich.of(data, names, weighted);
      AdjustedVariance variance = new BellMcCaffrey(regression).variance(data.panel());
      for (int j = 0; j < 2; j++) {
        String term = List.of("x", "d").get(j);
        Estimate estimate = variance.combination(term, Map.of(term, 1.0));
        assertThat(estimate.stdError()).isCloseTo(Math.sqrt(twin.variance(j)), CLOSE);
        assertThat(variance.degreesOfFreedom(term)).isCloseTo(twin.degreesOfFreedom(j), CLOSE);
      }
    }
  }

  @Test
  void withClustersOfOneObservationItIsHc2() {
    SmallClusters data = new SmallClusters(3);
    Panel panel = data.panel();
    Fit fit =
        new BellMcCaffrey(
                FixedEffectsRegression.of("y", List.of("x")).with(Variance.clusteredBy("row")))
            .fit(panel);
    double[] x = data.x;
    double mean = java.util.Arrays.stream(x).average().orElseThrow();
    double sxx = java.util.Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    double hc2 = 0;
    for (int i = 0; i < x.length; i++) {
      double u =
          data.y[i] - fit.estimate("(Intercept)").estimate() - fit.estimate("x").estimate() * x[i];
      double leverage = 1.0 / x.length + (x[i] - mean) * (x[i] - mean) / sxx;
      hc2 += Math.pow((x[i] - mean) / sxx * u, 2) / (1 - leverage);
    }
    assertThat(fit.estimate("x").stdError()).isCloseTo(Math.sqrt(hc2), CLOSE);
  }

  @Test
  void twoBalancedArmsHaveWelchsDegreesOfFreedomForEqualVariances() {
    // Three clusters an arm, two rows each: V is a sum of two mean squares with 2 degrees each.
    double[] y = {1, 2, 4, 3, 2, 2, 9, 7, 5, 6, 8, 4};
    Panel panel =
        Panel.ofRows(12)
            .numeric("y", y)
            .numeric("d", i -> Math.floorDiv(i, 6))
            .numeric("g", i -> Math.floorDiv(i, 2))
            .build();
    BellMcCaffrey few =
        new BellMcCaffrey(
            FixedEffectsRegression.of("y", List.of("d")).with(Variance.clusteredBy("g")));
    AdjustedVariance variance = few.variance(panel);
    assertThat(variance.degreesOfFreedom("d")).isCloseTo(4, CLOSE);
    assertThat(variance.degreesOfFreedom("(Intercept)")).isCloseTo(2, CLOSE);
    double[] means = {1.5, 3.5, 2, 8, 5.5, 6};
    double first = 0;
    double second = 0;
    for (int c = 0; c < 3; c++) {
      first += Math.pow(means[c] - 7 / 3.0, 2) / 2;
      second += Math.pow(means[c + 3] - 6.5, 2) / 2;
    }
    assertThat(few.fit(panel).estimate("d").stdError())
        .isCloseTo(Math.sqrt((first + second) / 3), CLOSE);
    assertThat(few.fit(panel).warnings()).anyMatch(w -> w.startsWith("(Intercept) rests on 2.00"));
  }

  @Test
  void combinationsHaveDegreesOfFreedomOfTheirOwn() {
    SmallClusters data = new SmallClusters(5);
    BellMcCaffrey few = new BellMcCaffrey(PLAIN.absorbing("i", "t"));
    AdjustedVariance variance = few.variance(data.panel());
    Fit fit = few.fit(data.panel());
    Map<String, Double> weights = Map.of("x", 2.0, "d", -1.0);
    Estimate sum = variance.combination("2x − d", weights);
    assertThat(sum.estimate()).isCloseTo(fit.combination("", weights).estimate(), CLOSE);
    assertThat(sum.stdError()).isCloseTo(fit.combination("", weights).stdError(), CLOSE);
    assertThat(fit.degreesOfFreedom())
        .isEqualTo(Math.min(variance.degreesOfFreedom("x"), variance.degreesOfFreedom("d")));
    assertThatThrownBy(() -> variance.degreesOfFreedom("nothing"))
        .isInstanceOf(DampakException.class);
  }

  @Test
  void unitsOfMeasureDoNotMatter() {
    SmallClusters data = new SmallClusters(6);
    Panel panel = data.panel();
    Fit small = new BellMcCaffrey(PLAIN.absorbing("i", "t")).fit(panel);
    Fit large = new BellMcCaffrey(PLAIN.absorbing("i", "t")).fit(data.panelWithXTimes(1e7));
    assertThat(large.estimate("x").stdError() * 1e7)
        .isCloseTo(small.estimate("x").stdError(), CLOSE);
    assertThat(large.estimate("d").pValue()).isCloseTo(small.estimate("d").pValue(), CLOSE);
  }

  @Test
  void tenClustersOfRandomEffectsAreCoveredWhereTheUsualIntervalIsTooShort() {
    int runs = 400;
    int covered = 0;
    int usual = 0;
    SplittableRandom random = new SplittableRandom(20);
    for (int run = 0; run < runs; run++) {
      double[] shock = random.doubles(10).map(u -> 3 * (u - 0.5)).toArray();
      double[] noise = random.doubles(100).map(u -> u - 0.5).toArray();
      Panel panel =
          Panel.ofRows(100)
              .numeric("x", i -> i / 10 < 3 ? 1 : 0)
              .numeric("g", i -> Math.floorDiv(i, 10))
              .numeric("y", i -> 2 * (i / 10 < 3 ? 1 : 0) + shock[i / 10] + noise[i])
              .build();
      FixedEffectsRegression regression =
          FixedEffectsRegression.of("y", List.of("x")).with(Variance.clusteredBy("g"));
      covered += covers(new BellMcCaffrey(regression).fit(panel).estimate("x")) ? 1 : 0;
      usual += covers(regression.fit(panel).estimate("x")) ? 1 : 0;
    }
    // 95 % ± 3 standard deviations of a binomial share of 400.
    assertThat(covered / (double) runs).isBetween(0.917, 0.983);
    assertThat(usual).isLessThan(covered);
  }

  private static boolean covers(Estimate estimate) {
    return estimate.confLow() <= 2 && 2 <= estimate.confHigh();
  }
}
