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
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WildClusterBootstrapTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final FixedEffectsRegression PLAIN =
      FixedEffectsRegression.of("y", List.of("x", "d")).with(Variance.clusteredBy("g"));

  @ParameterizedTest
  @ValueSource(strings = {"", "i", "t", "i t", "i t s", "g s"})
  void pValuesAreThoseOfOutcomesMadeAndFittedOneByOne(String effects) {
    SmallClusters data = new SmallClusters(4);
    String[] names = effects.isEmpty() ? new String[0] : effects.split(" ");
    for (boolean weighted : new boolean[] {false, true}) {
      FixedEffectsRegression regression = PLAIN.absorbing(names);
      regression = weighted ? regression.weightedBy("w") : regression;
      WildClusterBootstrap wild = WildClusterBootstrap.of(regression, 1);
      for (double hypothesis : new double[] {-2, -1, 0.5}) {
        double[] twin = everySign(data, names, weighted, hypothesis);
        WildTest test = wild.test(data.panel(), Map.of("d", 1.0), hypothesis);
        assertThat(test.draws()).isEqualTo(64);
        assertThat(test.weights()).isEqualTo(WildWeights.RADEMACHER);
        assertThat(test.statistic()).isCloseTo(twin[0], CLOSE);
        assertThat(test.symmetric()).isEqualTo(share(twin, t -> Math.abs(t), Math.abs(twin[0])));
        double lower = share(twin, t -> -t, -twin[0]);
        double upper = share(twin, t -> t, twin[0]);
        assertThat(test.equalTailed()).isEqualTo(Math.min(1, 2 * Math.min(lower, upper)));
      }
    }
  }

  private static double share(
      double[] draws, java.util.function.DoubleUnaryOperator of, double beyond) {
    return Arrays.stream(draws).map(of).filter(t -> t >= beyond - 1e-8).count()
        / (double) draws.length;
  }

  /** t of d for all signs, each from an outcome that is made and regressed on every dummy. */
  private static double[] everySign(
      SmallClusters data, String[] effects, boolean weighted, double hypothesis) {
    Matrix z = DenseClubSandwich.design(data, effects, weighted);
    Matrix y = DenseClubSandwich.outcome(data, weighted);
    double[] without = z.toArray();
    double[] shifted = y.toArray();
    for (int r = 0; r < data.n; r++) {
      shifted[r] -= hypothesis * z.at(r, 1);
      without[r * z.columns() + 1] = 0;
    }
    Matrix restricted = Matrix.of(data.n, z.columns(), without);
    Matrix left = Matrix.of(data.n, 1, shifted);
    Matrix u =
        left.plus(
            -1,
            restricted
                .times(DenseClubSandwich.inverseGram(restricted))
                .times(restricted.transposed())
                .times(left));
    Matrix inverse = DenseClubSandwich.inverseGram(z);
    double[] statistics = new double[64];
    for (int draw = 0; draw < 64; draw++) {
      double[] made = new double[data.n];
      for (int r = 0; r < data.n; r++) {
        int sign = (draw >> data.g[r] & 1) == 0 ? 1 : -1;
        made[r] = y.at(r, 0) - u.at(r, 0) + sign * u.at(r, 0);
      }
      Matrix outcome = Matrix.of(data.n, 1, made);
      Matrix beta = inverse.times(z.transposed()).times(outcome);
      Matrix residuals = outcome.plus(-1, z.times(beta));
      Matrix influence = z.times(inverse);
      double[] byCluster = new double[6];
      for (int r = 0; r < data.n; r++) {
        byCluster[data.g[r]] += influence.at(r, 1) * residuals.at(r, 0);
      }
      double variance = Arrays.stream(byCluster).map(v -> v * v).sum();
      statistics[draw] = (beta.at(1, 0) - hypothesis) / Math.sqrt(variance);
    }
    return statistics;
  }

  @Test
  void theIntervalHoldsWhatIsNotRejected() {
    for (WildPValue kind : WildPValue.values()) {
      Panel panel = market(new SplittableRandom(3), 9, 4);
      WildClusterBootstrap wild = WildClusterBootstrap.of(onD(), 1).with(kind);
      Estimate estimate = wild.fit(panel).estimate("d");
      for (double end : new double[] {estimate.confLow(), estimate.confHigh()}) {
        double outwards = Math.signum(end - estimate.estimate()) * 1e-6;
        assertThat(p(wild, panel, end - outwards)).isGreaterThan(0.05);
        assertThat(p(wild, panel, end + outwards)).isLessThanOrEqualTo(0.05);
      }
      assertThat(estimate.pValue()).isEqualTo(p(wild, panel, 0));
    }
  }

  private static double p(WildClusterBootstrap wild, Panel panel, double hypothesis) {
    WildTest test = wild.test(panel, Map.of("d", 1.0), hypothesis);
    return wild.pValue() == WildPValue.SYMMETRIC ? test.symmetric() : test.equalTailed();
  }

  private static FixedEffectsRegression onD() {
    return FixedEffectsRegression.of("y", List.of("d"))
        .absorbing("g", "t")
        .with(Variance.clusteredBy("g"));
  }

  /** {@code clusters} clusters over six periods, d in the last three of {@code treated} of them. */
  private static Panel market(SplittableRandom random, int clusters, int treated) {
    double[] noise = random.doubles(6L * clusters).toArray();
    double[] trends = random.doubles(clusters).toArray();
    return Panel.ofRows(6 * clusters)
        .numeric("g", i -> Math.floorDiv(i, 6))
        .numeric("t", i -> i % 6)
        .numeric("d", i -> i / 6 < treated && i % 6 > 2 ? 1 : 0)
        .numeric(
            "y", i -> (i / 6 < treated && i % 6 > 2 ? 1 : 0) + trends[i / 6] * (i % 6) + noise[i])
        .build();
  }

  @Test
  void tenClustersWithTrendsOfTheirOwnAreCovered() {
    SplittableRandom random = new SplittableRandom(8);
    int runs = 300;
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      Panel panel = market(random, 10, 5);
      covered += p(WildClusterBootstrap.of(onD(), 1), panel, 1) > 0.05 ? 1 : 0;
    }
    // 95 % ± 3 standard deviations of a binomial share of 300.
    assertThat(covered / (double) runs).isBetween(0.912, 0.988);
  }

  @Test
  void seededDrawsDependOnLabelsAndNotOnTheOrderOfRows() {
    Panel panel = market(new SplittableRandom(5), 20, 8);
    int n = panel.observations();
    Panel.Builder backwards = Panel.ofRows(n);
    for (String column : panel.columns()) {
      backwards.numeric(column, i -> panel.number(column, n - 1 - i));
    }
    for (WildWeights weights : WildWeights.values()) {
      WildClusterBootstrap wild = WildClusterBootstrap.of(onD(), 77).with(weights).withDraws(999);
      WildTest one = wild.test(panel, Map.of("d", 1.0), 0.9);
      WildTest other = wild.test(backwards.build(), Map.of("d", 1.0), 0.9);
      assertThat(one.draws()).isEqualTo(1000);
      assertThat(other.symmetric()).isEqualTo(one.symmetric());
      assertThat(one.weights())
          .isEqualTo(weights == WildWeights.RADEMACHER ? WildWeights.RADEMACHER : WildWeights.WEBB);
      Fit fit = wild.fit(panel);
      assertThat(fit).usingRecursiveComparison().isEqualTo(wild.fit(panel));
    }
  }

  @Test
  void seededRademacherDrawsComeNearToAllOfThem() {
    Panel panel = market(new SplittableRandom(6), 13, 5);
    WildClusterBootstrap seeded =
        WildClusterBootstrap.of(onD(), 2).with(WildWeights.RADEMACHER).withDraws(20_000);
    Panel fewer = market(new SplittableRandom(6), 12, 5);
    WildDraws all = new WildDraws(WildWeights.RADEMACHER, 12, 999, 2);
    WildDraws some = new WildDraws(WildWeights.RADEMACHER, 13, 20_000, 2);
    assertThat(all.count()).isEqualTo(4096);
    assertThat(some.count()).isEqualTo(20_001);
    Set<List<Double>> distinct = new HashSet<>();
    for (int b = 0; b < all.count(); b++) {
      int draw = b;
      distinct.add(IntStream.range(0, 12).mapToObj(c -> all.multiplier(draw, c, c)).toList());
    }
    assertThat(distinct).hasSize(4096);
    assertThat(seeded.test(panel, Map.of("d", 1.0), 1).draws()).isEqualTo(20_001);
    assertThat(WildClusterBootstrap.of(onD(), 2).test(fewer, Map.of("d", 1.0), 1).draws())
        .isEqualTo(4096);
  }

  @Test
  void multipliersHaveMeanZeroAndVarianceOne() {
    for (WildWeights weights : List.of(WildWeights.RADEMACHER, WildWeights.WEBB)) {
      WildDraws draws = new WildDraws(weights, 30, 99_999, 12);
      double mean = 0;
      double square = 0;
      for (int b = 1; b <= 100_000; b++) {
        double v = draws.multiplier(b, 0, DrawHash.ofLabel("Aceh"));
        mean += v / 100_000;
        square += v * v / 100_000;
      }
      assertThat(mean).isCloseTo(0, within(0.015));
      assertThat(square).isCloseTo(1, within(0.015));
    }
  }

  @Test
  void fourClustersRejectNothingAndTheIntervalIsOpen() {
    Fit fit = WildClusterBootstrap.of(onD(), 1).fit(market(new SplittableRandom(2), 4, 2));
    assertThat(fit.estimate("d").pValue()).isGreaterThanOrEqualTo(2 / 16.0);
    assertThat(fit.estimate("d").confLow()).isNaN();
    assertThat(fit.warnings()).anyMatch(w -> w.contains("with 4 clusters"));
  }

  @Test
  void fewDrawsAndUnknownTermsAreRefused() {
    WildClusterBootstrap wild = WildClusterBootstrap.of(onD(), 1);
    assertThatThrownBy(() -> wild.withDraws(10))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("10 draws");
    Panel panel = market(new SplittableRandom(2), 8, 4);
    assertThatThrownBy(() -> wild.test(panel, Map.of("z", 1.0), 0))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("\"z\"");
  }
}
