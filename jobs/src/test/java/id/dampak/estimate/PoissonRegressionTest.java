package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonRegressionTest {
  private static final Offset<Double> CLOSE = within(1e-8);
  private static final int N = 120;

  /** Rows y, w, o, x1, x2, a, b, c of a weighted, unbalanced panel with many zeros. */
  private static List<double[]> market(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < N; i++) {
      int a = i < 12 ? i : random.nextInt(12);
      int b = i < 5 ? i : random.nextInt(5);
      int c = i < 4 ? i : random.nextInt(4);
      double x1 = random.nextGaussian() + 0.1 * a;
      double x2 = random.nextGaussian();
      double offset = 0.3 * random.nextGaussian();
      double mean = Math.exp(0.6 * x1 - 0.4 * x2 + 0.1 * a + 0.2 * b + offset);
      double y = random.nextDouble() < 0.3 ? 0 : mean * -Math.log(random.nextDouble());
      rows.add(new double[] {y, 0.5 + random.nextDouble(), offset, x1, x2, a, b, c});
    }
    return rows;
  }

  private static Panel panel(List<double[]> rows) {
    String[] names = {"y", "w", "o", "x1", "x2", "a", "b", "c"};
    Panel.Builder panel = Panel.ofRows(rows.size());
    IntStream.range(0, names.length).forEach(j -> panel.numeric(names[j], i -> rows.get(i)[j]));
    return panel.build();
  }

  private static PoissonRegression regression(String... effects) {
    return PoissonRegression.of("y", List.of("x1", "x2")).absorbing(effects);
  }

  /** Weighted regressions on dummies by QR, again and again. */
  private static Twin twin(List<double[]> rows, int effects) {
    double[] y = column(rows, 0);
    double[] w = column(rows, 1);
    double[] offset = column(rows, 2);
    List<double[]> regressors = new ArrayList<>();
    List<int[]> codes = new ArrayList<>();
    List<int[]> redundant = new ArrayList<>();
    if (effects == 0) {
      regressors.add(Arrays.stream(y).map(v -> 1).toArray());
    }
    regressors.add(column(rows, 3));
    regressors.add(column(rows, 4));
    for (int q = 0; q < effects; q++) {
      codes.add(Arrays.stream(column(rows, 5 + q)).mapToInt(v -> (int) v).toArray());
      redundant.add(q == 0 ? new int[0] : new int[] {0});
    }
    double[] eta = Arrays.stream(y).map(v -> Math.log(v + 1)).toArray();
    for (int step = 0; ; step++) {
      double[] mean = Arrays.stream(eta).map(Math::exp).toArray();
      double[] z = new double[y.length];
      double[] weights = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        z[i] = eta[i] - offset[i] + (y[i] - mean[i]) / mean[i];
        weights[i] = w[i] * mean[i];
      }
      Twin twin = Twin.of(z, weights, regressors, codes, redundant);
      if (step == 40) {
        return twin;
      }
      for (int i = 0; i < y.length; i++) {
        eta[i] = offset[i] + z[i] - twin.residual(i);
      }
    }
  }

  private static double[] column(List<double[]> rows, int j) {
    return rows.stream().mapToDouble(row -> row[j]).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void anyNumberOfEffectsAgreesWithDummies(int effects) {
    List<double[]> rows = market(effects);
    Twin twin = twin(rows, effects);
    String[] names = Arrays.copyOf(new String[] {"a", "b", "c"}, effects);
    PoissonRegression regression = regression(names).weightedBy("w").withOffset("o");
    Panel panel = panel(rows);
    Fit iid = regression.with(new Variance.Iid()).fit(panel);
    Fit hc1 = regression.with(new Variance.Hc1()).fit(panel);
    Fit clustered =
        regression
            .with(new Variance.Clustered(List.of("a"), ParameterCount.OFF, ClusterFactor.OFF))
            .fit(panel);
    assertThat(iid.dropped()).isEmpty();
    assertThat(iid.estimates()).hasSize(twin.interest());
    for (int j = 0; j < twin.interest(); j++) {
      assertThat(iid.estimates().get(j).estimate()).isCloseTo(twin.coefficients[j], CLOSE);
      double factor = (N - 1.0) / twin.freedom();
      assertThat(iid.estimates().get(j).stdError())
          .isCloseTo(Math.sqrt(factor * twin.inverse(j)), CLOSE);
      assertThat(hc1.estimates().get(j).stdError()).isCloseTo(twin.hc1(j), CLOSE);
      assertThat(clustered.estimates().get(j).stdError())
          .isCloseTo(Math.sqrt(twin.sandwich(j, i -> (int) rows.get(i)[5])), CLOSE);
    }
  }

  @Test
  void withUnitEffectsItIsHausmanHallAndGrilichesConditionalLikelihood() {
    // Two periods: y2 given y1 + y2 is binomial with log odds b, so exp(b) = Σ y2 / Σ y1.
    Panel panel =
        Panel.ofRows(6)
            .numeric("y", new double[] {4, 6, 10, 3, 2, 9})
            .numeric("after", new double[] {0, 1, 0, 1, 0, 1})
            .numeric("unit", new double[] {1, 1, 2, 2, 3, 3})
            .build();
    Fit fit = PoissonRegression.of("y", List.of("after")).absorbing("unit").fit(panel);
    assertThat(fit.estimate("after").estimate()).isCloseTo(Math.log(18.0 / 16), within(1e-12));
  }

  @Test
  void neitherTheOrderOfRowsNorTheUnitOfMoneyMatters() {
    List<double[]> rows = market(11);
    Fit once = regression("a", "b").fit(panel(rows));
    List<double[]> other = new ArrayList<>(rows.stream().map(double[]::clone).toList());
    Collections.reverse(other);
    other.forEach(
        row -> {
          row[0] *= 16_000;
          row[5] = 40 - row[5];
        });
    Fit again = regression("a", "b").fit(panel(other));
    for (int j = 0; j < 2; j++) {
      assertThat(again.estimates().get(j).estimate())
          .isCloseTo(once.estimates().get(j).estimate(), within(1e-11));
      assertThat(again.estimates().get(j).stdError())
          .isCloseTo(once.estimates().get(j).stdError(), within(1e-10));
    }
  }

  @Test
  void manyRunsInParallelGiveTheSameNumbersToTheLastBit() {
    Panel panel = panel(market(12));
    PoissonRegression regression = regression("a", "b", "c").with(Variance.clusteredBy("a"));
    Fit once = regression.fit(panel);
    IntStream.range(0, 30)
        .parallel()
        .forEach(i -> assertThat(regression.fit(panel).estimates()).isEqualTo(once.estimates()));
  }

  @Test
  void hugeRegressorsAndOutcomesOfManySizesConverge() {
    List<double[]> rows = market(13);
    rows.forEach(
        row -> {
          row[0] = Math.expm1(8 * row[3]) > 0 ? Math.exp(8 * row[3]) : 0;
          row[4] *= 1e7;
        });
    Fit fit = regression("b").fit(panel(rows));
    assertThat(fit.estimate("x1").estimate()).isBetween(7.0, 9.0);
    assertThat(fit.estimate("x2").estimate()).isBetween(-1e-7, 1e-7);
  }

  @Test
  void singletonsGoOrStayAsTheyAreToldTo() {
    List<double[]> rows = market(16);
    rows.add(new double[] {5, 1, 0, 1, 1, 99, 2, 1});
    Fit kept = regression("a", "b").fit(panel(rows));
    Fit dropped = regression("a", "b").with(Singletons.DROP).fit(panel(rows));
    assertThat(kept.observations()).isEqualTo(dropped.observations() + 1);
    assertThat(kept.warnings()).singleElement().asString().contains("1 observations are alone");
    assertThat(dropped.dropped()).containsExactly(new Dropped("singleton of a", 1));
    assertThat(dropped.estimate("x1").estimate()).isCloseTo(kept.estimate("x1").estimate(), CLOSE);
  }

  @Test
  void collinearAndAbsorbedTermsAreLeftOutAndNamed() {
    List<double[]> rows = market(14);
    rows.forEach(row -> row[4] = 2 * row[3]);
    Fit fit = PoissonRegression.of("y", List.of("b", "x1", "x2")).absorbing("b").fit(panel(rows));
    assertThat(fit.estimates()).extracting(Estimate::term).containsExactly("x1");
    assertThat(fit.warnings())
        .contains(
            "b is left out: the fixed effects explain it",
            "x2 is left out: it is collinear with the regressors before it");
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void intervalsCoverThePlantedEffectAboutAsOftenAsTheySay(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int runs = 200;
    int covered = 0;
    double sum = 0;
    for (int run = 0; run < runs; run++) {
      List<double[]> rows = new ArrayList<>();
      for (int unit = 0; unit < 60; unit++) {
        double effect = random.nextGaussian();
        for (int t = 0; t < 6; t++) {
          double x = unit % 2 == 0 && t >= 3 ? 1 : 0;
          double shock = random.nextDouble() < 0.4 ? 0 : -Math.log(random.nextDouble()) / 0.6;
          double y = Math.exp(effect + 0.1 * t - 0.5 * x) * shock;
          rows.add(new double[] {y, 1, 0, x, 0, unit, t, 0});
        }
      }
      Estimate found =
          PoissonRegression.of("y", List.of("x1"))
              .absorbing("a", "b")
              .with(Variance.clusteredBy("a"))
              .fit(panel(rows))
              .estimate("x1");
      covered += found.confLow() <= -0.5 && found.confHigh() >= -0.5 ? 1 : 0;
      sum += found.estimate();
    }
    // Three standard deviations of the mean of 200 estimates, each with one of 0.5.
    assertThat(sum / runs).isCloseTo(-0.5, within(0.11));
    // 190 of 200 give or take three standard deviations, and what sixty skewed clusters cost.
    assertThat(covered).isBetween(176, 199);
  }

  @Test
  void whatCannotBeEstimatedIsRefused() {
    List<double[]> negative = market(15);
    negative.get(6)[0] = -2;
    refuses(regression("a"), panel(negative), "Row 7 has y = -2.0");
    List<double[]> zero = market(15);
    zero.forEach(row -> row[0] = 0);
    refuses(regression("a"), panel(zero), "zero in all 120 observations");
    List<double[]> infinite = market(15);
    infinite.get(3)[2] = Double.NEGATIVE_INFINITY;
    refuses(regression("a").withOffset("o"), panel(infinite), "infinite in row 4");
    List<double[]> missing = market(15);
    missing.forEach(row -> row[3] = Double.NaN);
    refuses(regression("a"), panel(missing), "120 rows: x1 missing");
    Panel panel = panel(market(15));
    refuses(PoissonRegression.of("y", List.of("a")).absorbing("a"), panel, "no regressor varies");
    refuses(regression("a").with(Variance.clusteredBy("none")), panel, "No column \"none\"");
    refuses(regression("a", "x1"), panel, "no regressor varies");
  }

  private static void refuses(PoissonRegression regression, Panel panel, String reason) {
    assertThatThrownBy(() -> regression.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(reason);
  }
}
