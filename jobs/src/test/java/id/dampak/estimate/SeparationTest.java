package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zeros that no finite coefficients can fit. */
class SeparationTest {
  private static final String SEPARATED =
      "separated: outcome zero, fitted by no finite coefficient";

  @Test
  void aDummyThatIsSeenWithZerosOnlyGoesWithItsObservations() {
    Panel panel =
        Panel.ofRows(8)
            .numeric("y", new double[] {1, 2, 0, 4, 5, 0, 0, 3})
            .numeric("x", new double[] {1, 3, 2, 5, 4, 1, 2, 2})
            .numeric("closed", new double[] {0, 0, 0, 0, 0, 1, 1, 0})
            .build();
    Fit fit = PoissonRegression.of("y", List.of("x", "closed")).fit(panel);
    assertThat(fit.dropped()).containsExactly(new Dropped(SEPARATED, 2));
    assertThat(fit.warnings()).containsExactly("closed is left out: it is constant");
    Fit without =
        PoissonRegression.of("y", List.of("x")).fit(rows(panel, new int[] {0, 1, 2, 3, 4, 7}));
    assertThat(fit.estimates()).isEqualTo(without.estimates());
  }

  @Test
  void aCombinationOfRegressorsSeparatesToo() {
    // z = 2 x1 − x2 is 0 at every positive outcome, and 3 and 1 at two of the zeros.
    Panel panel =
        Panel.ofRows(9)
            .numeric("y", new double[] {3, 1, 2, 5, 0, 0, 0, 4, 1})
            .numeric("x1", new double[] {1, 2, 3, 0, 2, 1, 1, 4, 1})
            .numeric("x2", new double[] {2, 4, 6, 0, 1, 1, 2, 8, 2})
            .build();
    Fit fit = PoissonRegression.of("y", List.of("x1", "x2")).fit(panel);
    assertThat(fit.dropped()).containsExactly(new Dropped(SEPARATED, 2));
    assertThat(fit.observations()).isEqualTo(7);
    assertThat(fit.has("x2")).isFalse();
  }

  @Test
  void opposedSignsAtTheZerosDoNotSeparate() {
    // The same z, but 3 at one zero and −3 at another: the likelihood has a maximum.
    Panel panel =
        Panel.ofRows(9)
            .numeric("y", new double[] {3, 1, 2, 5, 0, 0, 0, 4, 1})
            .numeric("x1", new double[] {1, 2, 3, 0, 2, 0, 1, 4, 1})
            .numeric("x2", new double[] {2, 4, 6, 0, 1, 3, 2, 8, 2})
            .build();
    Fit fit = PoissonRegression.of("y", List.of("x1", "x2")).fit(panel);
    assertThat(fit.dropped()).isEmpty();
    assertThat(fit.has("x2")).isTrue();
  }

  @Test
  void levelsOfZerosGoAndSoDoLevelsThatTheyLeaveWithZerosOnly() {
    // Unit 2 is all zero; day 3 is positive nowhere but is only all zero because unit 2 is not it.
    Panel panel =
        Panel.ofRows(9)
            .numeric("y", new double[] {1, 2, 4, 3, 0, 0, 0, 5, 1})
            .numeric("x", new double[] {1, 0, 2, 1, 3, 1, 0, 2, 5})
            .numeric("unit", new double[] {1, 1, 1, 3, 2, 2, 3, 3, 3})
            .numeric("day", new double[] {1, 2, 4, 1, 2, 3, 3, 2, 4})
            .build();
    Fit fit =
        PoissonRegression.of("y", List.of("x"))
            .absorbing("unit", "day")
            .with(new Variance.Iid())
            .fit(panel);
    assertThat(fit.dropped())
        .containsExactly(
            new Dropped("y zero throughout its level of unit", 2),
            new Dropped("y zero throughout its level of day", 1));
    assertThat(fit.observations()).isEqualTo(6);
  }

  /**
   * Two effects separate a zero of unit a and day b exactly if, in the graph of the components that
   * positive outcomes join, with an edge from that of a to that of b for every zero, there is no
   * way back from b to a: then a direction can fall along the edge and nowhere rise.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void twoEffectsSeparateWhatTheGraphOfTheirComponentsSays(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int n = 34;
    int levels = 8;
    int[] unit = new int[n];
    int[] day = new int[n];
    double[] y = new double[n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      // Every level is positive somewhere, in one of three blocks; zeros are anywhere.
      boolean positive = i < 24;
      unit[i] = i < levels ? i : random.nextInt(levels);
      day[i] = positive ? unit[i] / 3 * 3 + random.nextInt(2) : random.nextInt(levels);
      day[i] = i < levels ? i : Math.min(day[i], levels - 1);
      y[i] = positive ? 1 + random.nextInt(9) : 0;
      x[i] = random.nextGaussian();
    }
    Panel panel =
        Panel.ofRows(n)
            .numeric("y", y)
            .numeric("x", x)
            .numeric("unit", i -> unit[i])
            .numeric("day", i -> day[i])
            .build();
    Fit fit =
        PoissonRegression.of("y", List.of("x"))
            .absorbing("unit", "day")
            .with(new Variance.Hc1())
            .fit(panel);
    boolean[][] way = ways(unit, day, y, levels);
    int separated =
        (int)
            IntStream.range(0, n).filter(i -> y[i] == 0 && !way[levels + day[i]][unit[i]]).count();
    assertThat(fit.observations()).isEqualTo(n - separated);
  }

  /**
   * Whether there is a way from node to node; days come after units, positive edges go both ways.
   */
  private static boolean[][] ways(int[] unit, int[] day, double[] y, int levels) {
    boolean[][] way = new boolean[2 * levels][2 * levels];
    for (int i = 0; i < y.length; i++) {
      way[unit[i]][levels + day[i]] = true;
      way[levels + day[i]][unit[i]] |= y[i] > 0;
    }
    for (int via = 0; via < way.length; via++) {
      for (int from = 0; from < way.length; from++) {
        for (int to = 0; to < way.length; to++) {
          way[from][to] |= way[from][via] && way[via][to];
        }
      }
    }
    return way;
  }

  @Test
  void threeEffectsSeparateAsTwoDoIfTheThirdSaysNothing() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    int n = 60;
    Panel.Builder panel = Panel.ofRows(n);
    double[] y = random.doubles(n, 0.1, 5).toArray();
    // Blocks 0 and 1 are joined by zeros from units of block 0 to days of block 1 only.
    IntStream.range(50, n).forEach(i -> y[i] = 0);
    panel.numeric("y", y);
    panel.numeric("x", random.doubles(n).toArray());
    panel.numeric("unit", i -> i < 50 ? i % 10 : i % 5);
    panel.numeric("day", i -> i < 50 ? (i % 10 < 5 ? 0 : 4) + i % 4 : 4 + i % 4);
    panel.numeric("hour", i -> i % 3);
    PoissonRegression two = PoissonRegression.of("y", List.of("x")).absorbing("unit", "day");
    assertThat(two.fit(panel.build()).dropped()).containsExactly(new Dropped(SEPARATED, 10));
    assertThat(two.absorbing("unit", "day", "hour").fit(panel.build()).dropped())
        .containsExactly(new Dropped(SEPARATED, 10));
  }

  @Test
  void nothingIsLeftWhereEveryRegressorSeparates() {
    Panel panel =
        Panel.ofRows(4)
            .numeric("y", new double[] {1, 2, 0, 3})
            .numeric("closed", new double[] {0, 0, 1, 0})
            .numeric("unit", new double[] {1, 1, 1, 1})
            .build();
    assertThatThrownBy(
            () -> PoissonRegression.of("y", List.of("closed")).absorbing("unit").fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("no regressor varies");
  }

  @Test
  void whatIsSeparatedDoesNotMoveTheOtherCoefficients() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(10);
    int n = 60;
    double[] y = random.doubles(n, 0, 4).map(v -> v < 0.6 ? 0 : v).toArray();
    IntStream.range(0, 6).forEach(i -> y[i * 10] = 0);
    Panel panel =
        Panel.ofRows(n)
            .numeric("y", y)
            .numeric("x", random.doubles(n).toArray())
            .numeric("closed", i -> i % 10 == 0 ? 1 + i : 0)
            .numeric("unit", i -> i % 6)
            .numeric("day", i -> Math.floorDiv(i, 6))
            .build();
    PoissonRegression both = PoissonRegression.of("y", List.of("closed", "x"));
    Fit fit = both.absorbing("unit", "day").fit(panel);
    int[] others = IntStream.range(0, n).filter(i -> i % 10 != 0).toArray();
    Fit without =
        PoissonRegression.of("y", List.of("x")).absorbing("unit", "day").fit(rows(panel, others));
    assertThat(fit.dropped()).containsExactly(new Dropped(SEPARATED, 6));
    assertThat(fit.estimate("x").estimate())
        .isCloseTo(without.estimate("x").estimate(), within(1e-9));
    assertThat(fit.estimate("x").stdError())
        .isCloseTo(without.estimate("x").stdError(), within(1e-9));
  }

  private static Panel rows(Panel panel, int[] rows) {
    Panel.Builder part = Panel.ofRows(rows.length);
    panel.columns().forEach(c -> part.numeric(c, i -> panel.number(c, rows[i])));
    return part.build();
  }
}
