package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedEffectsRegressionTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  /** A weighted, unbalanced panel of random numbers with effects a, b, c and clusters. */
  private static final class Random {
    final int n = 90;
    final double[] y = new double[n];
    final double[] w = new double[n];
    final double[] x1 = new double[n];
    final double[] x2 = new double[n];
    final int[] a = new int[n];
    final int[] b = new int[n];
    final int[] c = new int[n];

    Random(long seed) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      for (int i = 0; i < n; i++) {
        a[i] = i < 12 ? i : random.nextInt(12);
        b[i] = i < 5 ? i : random.nextInt(5);
        c[i] = i < 4 ? i : random.nextInt(4);
        w[i] = 0.5 + random.nextDouble();
        x1[i] = random.nextGaussian() + 0.3 * a[i];
        x2[i] = random.nextGaussian() - 0.2 * b[i];
        y[i] = 2 * x1[i] - x2[i] + a[i] + 0.5 * b[i] + c[i] + random.nextGaussian();
      }
    }

    Panel panel() {
      return Panel.ofRows(n)
          .numeric("y", y)
          .numeric("w", w)
          .numeric("x1", x1)
          .numeric("x2", x2)
          .numeric("a", i -> a[i])
          .numeric("b", i -> b[i])
          .numeric("c", i -> c[i])
          .build();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void twoEffectsAgreeWithDummies(long seed) {
    Random data = new Random(seed);
    Twin twin =
        Twin.of(
            data.y,
            data.w,
            List.of(data.x1, data.x2),
            List.of(data.a, data.b),
            List.of(new int[0], new int[] {0}));
    agrees(twin, data, FixedEffectsRegression.of("y", List.of("x1", "x2")).absorbing("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void threeEffectsAgreeWithDummies(long seed) {
    Random data = new Random(seed);
    Twin twin =
        Twin.of(
            data.y,
            data.w,
            List.of(data.x1, data.x2),
            List.of(data.a, data.b, data.c),
            List.of(new int[0], new int[] {0}, new int[] {0}));
    agrees(
        twin, data, FixedEffectsRegression.of("y", List.of("x1", "x2")).absorbing("a", "b", "c"));
  }

  @Test
  void oneEffectAgreesWithDummies() {
    Random data = new Random(9);
    Twin twin =
        Twin.of(data.y, data.w, List.of(data.x1, data.x2), List.of(data.a), List.of(new int[0]));
    agrees(twin, data, FixedEffectsRegression.of("y", List.of("x1", "x2")).absorbing("a"));
  }

  private static void agrees(Twin twin, Random data, FixedEffectsRegression regression) {
    FixedEffectsRegression weighted = regression.weightedBy("w");
    Panel panel = data.panel();
    Fit iid = weighted.fit(panel);
    Fit hc1 = weighted.with(new Variance.Hc1()).fit(panel);
    Fit cr0 = weighted.with(cr0("c")).fit(panel);
    Fit twoWay = weighted.with(cr0("a", "c")).fit(panel);
    assertThat(iid.degreesOfFreedom()).isEqualTo(twin.freedom());
    for (int j = 0; j < twin.interest(); j++) {
      assertThat(iid.estimates().get(j).estimate()).isCloseTo(twin.coefficients[j], CLOSE);
      assertThat(iid.estimates().get(j).stdError()).isCloseTo(twin.iid(j), CLOSE);
      assertThat(hc1.estimates().get(j).stdError()).isCloseTo(twin.hc1(j), CLOSE);
      double byC = twin.sandwich(j, i -> data.c[i]);
      double byA = twin.sandwich(j, i -> data.a[i]);
      double byCells = twin.sandwich(j, i -> data.a[i] * 4 + data.c[i]);
      assertThat(cr0.estimates().get(j).stdError()).isCloseTo(Math.sqrt(byC), CLOSE);
      assertThat(twoWay.covariance().at(j, j)).isCloseTo(byA + byC - byCells, CLOSE);
    }
  }

  private static Variance cr0(String... by) {
    return new Variance.Clustered(List.of(by), ParameterCount.OFF, ClusterFactor.OFF);
  }

  @Test
  void twoEffectsThatFallApartIntoTwoComponentsHaveOneLessRank() {
    // Units 0, 1 are seen in periods 0, 1 only, units 2, 3 in periods 2, 3 only.
    double[] unit = {0, 0, 1, 1, 2, 2, 3, 3, 0, 1, 2, 3};
    double[] period = {0, 1, 0, 1, 2, 3, 2, 3, 0, 1, 2, 3};
    double[] x = {1, 4, 2, 2, 5, 1, 0, 3, 2, 7, 1, 1};
    double[] y = {2, 7, 5, 4, 9, 1, 1, 4, 3, 9, 3, 2};
    Panel panel =
        Panel.ofRows(12)
            .numeric("y", y)
            .numeric("x", x)
            .numeric("unit", unit)
            .numeric("period", period)
            .build();
    Fit fit = FixedEffectsRegression.of("y", List.of("x")).absorbing("unit", "period").fit(panel);
    int rank = 4 + 4 - 2;
    assertThat(fit.degreesOfFreedom()).isEqualTo(12 - 1 - rank);
  }

  @Test
  void theLaterOfTwoCollinearRegressorsGoesAndIsNamed() {
    Panel panel =
        Panel.ofRows(5)
            .numeric("y", new double[] {1, 3, 2, 5, 4})
            .numeric("x", new double[] {1, 2, 3, 4, 6})
            .numeric("twice", i -> 2 * new double[] {1, 2, 3, 4, 6}[i])
            .numeric("seven", i -> 7)
            .build();
    Fit fit = FixedEffectsRegression.of("y", List.of("x", "twice", "seven")).fit(panel);
    assertThat(fit.estimates()).extracting(Estimate::term).containsExactly("(Intercept)", "x");
    assertThat(fit.warnings())
        .containsExactlyInAnyOrder(
            "seven is left out: it is constant",
            "twice is left out: it is collinear with the regressors before it");
  }

  @Test
  void rowsThatDoNotEnterAreCountedByReason() {
    double none = Double.NaN;
    Panel panel =
        Panel.ofRows(8)
            .numeric("y", new double[] {1, none, 3, 4, 6, 5, 9, 2})
            .numeric("x", new double[] {1, 2, none, 4, 7, 6, 8, 3})
            .numeric("w", new double[] {1, 1, 1, 0, 1, 1, 1, 1})
            .categorical("g", new int[] {0, 0, 0, 0, 0, 0, 1, -1}, List.of("a", "b"))
            .build();
    Fit fit =
        FixedEffectsRegression.of("y", List.of("x"))
            .weightedBy("w")
            .absorbing("g")
            .with(Singletons.DROP)
            .fit(panel);
    assertThat(fit.observations()).isEqualTo(3);
    assertThat(fit.dropped())
        .containsExactly(
            new Dropped("y missing", 1),
            new Dropped("x missing", 1),
            new Dropped("w (weight) zero", 1),
            new Dropped("g missing", 1),
            new Dropped("singleton of g", 1));
  }

  @Test
  void hilbertDesignKeepsTheDigitsOfQr() {
    int n = 40;
    int k = 5;
    Panel.Builder builder = Panel.ofRows(n);
    List<String> names = IntStream.range(0, k).mapToObj(j -> "h" + j).toList();
    for (int j = 0; j < k; j++) {
      int column = j;
      builder.numeric(names.get(j), i -> 1.0 / (i + column + 1));
    }
    // The exact coefficients are 1, 2, 3, 4, 5 with no error, and the constant is 0.
    builder.numeric(
        "y", i -> IntStream.range(0, k).mapToDouble(j -> (j + 1.0) / (i + j + 1)).sum());
    Fit fit = FixedEffectsRegression.of("y", names).fit(builder.build());
    for (int j = 0; j < k; j++) {
      assertThat(fit.estimate("h" + j).estimate()).isCloseTo(j + 1.0, within(1e-6));
    }
  }

  @Test
  void whatCannotBeEstimatedIsRefused() {
    Panel panel =
        Panel.ofRows(4)
            .numeric("y", new double[] {1, 2, 3, 5})
            .numeric("same", new double[] {2, 2, 2, 2})
            .numeric("x", new double[] {1, 0, 1, 1})
            .numeric("infinite", new double[] {1, 1 / 0.0, 1, 1})
            .numeric("negative", new double[] {1, -1, 1, 1})
            .numeric("missing", i -> Double.NaN)
            .categorical("text", List.of("a", "b", "c", "d"))
            .build();
    refuses(FixedEffectsRegression.of("same", List.of("x")), panel, "same in every observation");
    refuses(FixedEffectsRegression.of("y", List.of("infinite")), panel, "infinite in row 2");
    refuses(FixedEffectsRegression.of("y", List.of("text")), panel, "not numeric");
    refuses(FixedEffectsRegression.of("y", List.of("z")), panel, "columns y, same, x");
    refuses(FixedEffectsRegression.of("y", List.of("missing")), panel, "4 rows: missing missing");
    refuses(
        FixedEffectsRegression.of("y", List.of("x")).weightedBy("negative"),
        panel,
        "-1.0 in row 2");
    refuses(
        FixedEffectsRegression.of("y", List.of("x")).with(Variance.clusteredBy("same")),
        panel,
        "one cluster");
    refuses(FixedEffectsRegression.of("y", List.of("x")).absorbing("text"), panel, "does not vary");
  }

  private static void refuses(FixedEffectsRegression regression, Panel panel, String reason) {
    assertThatThrownBy(() -> regression.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(reason);
  }
}
