package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompressionTest {
  private static final double DIGITS = 1e-10;

  /** 4,000 orders in few regions, days and price classes, far from 0. */
  private static Panel orders() {
    Random random = new Random(1);
    int n = 4000;
    double[][] columns = new double[8][n];
    for (int i = 0; i < n; i++) {
      int region = random.nextInt(6);
      int day = random.nextInt(10);
      int price = random.nextInt(4);
      double treated = region % 2 == 0 && day > 5 ? 1 : 0;
      double y = 1e4 + 3 * price - 2 * treated + region + 5 * random.nextGaussian() * (1 + price);
      double[] row = {
        region, day, price, treated, y, 0.5 + random.nextDouble(), random.nextInt(3), day % 2
      };
      for (int j = 0; j < row.length; j++) {
        columns[j][i] = row[j];
      }
    }
    Panel.Builder panel = Panel.ofRows(n);
    List<String> names = List.of("region", "day", "price", "treated", "y", "w", "shop", "odd");
    for (int j = 0; j < columns.length; j++) {
      panel.numeric(names.get(j), columns[j]);
    }
    return panel.build();
  }

  static Stream<FixedEffectsRegression> regressions() {
    FixedEffectsRegression plain =
        FixedEffectsRegression.of("y", List.of("price", "treated", "price*odd"));
    return Stream.of(
        plain,
        plain.with(new Variance.Hc1()),
        plain.with(Variance.clusteredBy("region")).weightedBy("w"),
        plain.absorbing("region"),
        plain.absorbing("region").with(new Variance.Hc1()).weightedBy("w"),
        plain.absorbing("region", "day"),
        plain.absorbing("region", "day").with(new Variance.Hc1()),
        plain.absorbing("region", "day").with(new Variance.Hc1()).weightedBy("w"),
        plain.absorbing("region", "day").with(Variance.clusteredBy("region")).weightedBy("w"),
        plain.absorbing("region", "day").with(Variance.clusteredBy("region", "shop")),
        plain.absorbing("region", "day", "shop").with(Variance.clusteredBy("region^shop")),
        plain.absorbing("region", "day", "shop").with(new Variance.Hc1()).weightedBy("w"));
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void cellsGiveTheDigitsOfTheObservations(FixedEffectsRegression regression) {
    Panel panel = orders();
    Fit all = regression.fit(panel, Compression.NEVER);
    Fit cells = regression.fit(panel, Compression.ALWAYS);
    assertThat(cells.observations()).isEqualTo(4000);
    assertThat(cells.clusters()).isEqualTo(all.clusters());
    assertThat(cells.degreesOfFreedom()).isEqualTo(all.degreesOfFreedom());
    for (int j = 0; j < all.estimates().size(); j++) {
      Estimate ours = cells.estimates().get(j);
      Estimate theirs = all.estimates().get(j);
      Reference.near(ours.estimate(), theirs.estimate(), DIGITS);
      Reference.near(ours.stdError(), theirs.stdError(), DIGITS);
    }
  }

  @Test
  void compressionPaysWhereRowsRepeatAndOnlyThere() {
    double[] few = new double[100_000];
    double[] many = new double[few.length];
    double[] pairs = new double[few.length];
    for (int i = 0; i < few.length; i++) {
      few[i] = i * 31 % 97;
      many[i] = i;
      pairs[i] = Math.floor(i / 2.0);
    }
    assertThat(Cells.pay(keys(few))).isTrue();
    assertThat(Cells.pay(keys(many))).isFalse();
    assertThat(Cells.pay(keys(pairs))).isFalse();
    assertThat(Cells.of(keys(few), many, new double[0]).count()).isEqualTo(97);
  }

  private static CellKeys keys(double[] column) {
    return new CellKeys(column.length, new double[][] {column}, new int[][] {});
  }

  @Test
  void anOutcomeThatVariesWithinCellsOnlyHasAnEffectOfZero() {
    Panel panel =
        Panel.ofRows(8)
            .numeric("y", i -> i % 2)
            .numeric("x", i -> i < 4 ? 0 : 1)
            .numeric("g", i -> i / 2 % 2)
            .build();
    FixedEffectsRegression regression = FixedEffectsRegression.of("y", List.of("x")).absorbing("g");
    Fit cells = regression.fit(panel, Compression.ALWAYS);
    Fit all = regression.fit(panel, Compression.NEVER);
    assertThat(cells.estimate("x").estimate()).isZero();
    Reference.near(cells.estimate("x").stdError(), all.estimate("x").stdError(), DIGITS);
  }
}
