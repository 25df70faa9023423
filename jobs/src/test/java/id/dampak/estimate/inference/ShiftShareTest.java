package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.ClusterFactor;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.ParameterCount;
import id.dampak.estimate.Variance;
import id.dampak.linalg.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ShiftShareTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  private static List<String> shares(int count) {
    return IntStream.range(0, count).mapToObj(s -> "w" + s).toList();
  }

  /** Units with most of their sales in one of {@code sectors} sectors, which have shocks. */
  private static Panel market(long seed, int units, int sectors, double shock) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] w = new double[sectors][units];
    double[] shifters = random.doubles(sectors).map(u -> u - 0.5).toArray();
    double[] shocks = random.doubles(sectors).map(u -> shock * (u - 0.5)).toArray();
    double[] x = new double[units];
    double[] y = new double[units];
    for (int i = 0; i < units; i++) {
      for (int s = 0; s < sectors; s++) {
        w[s][i] = random.nextDouble() / sectors + (s == i % sectors ? 1 : 0);
        w[s][i] /= 2;
        x[i] += w[s][i] * shifters[s];
        y[i] += w[s][i] * shocks[s];
      }
      y[i] += 2 * x[i] + 0.2 * random.nextGaussian();
    }
    Panel.Builder panel =
        Panel.ofRows(units)
            .numeric("x", x)
            .numeric("y", y)
            .numeric("z", random.doubles(units).toArray())
            .numeric("sector", i -> i % sectors);
    for (int s = 0; s < sectors; s++) {
      panel.numeric("w" + s, w[s]);
    }
    return panel.build();
  }

  @Test
  void theVarianceIsThatOfThePaperInMatrices() {
    Panel panel = market(1, 80, 6, 1);
    Estimate estimate =
        ShiftShare.of("y", "x", shares(6))
            .controllingFor("z")
            .with(ShiftShareInterval.AKM)
            .fit(panel)
            .estimate("x");
    Matrix z = matrix(panel, List.of("z"), true);
    Matrix project = z.times(DenseClubSandwich.inverseGram(z)).times(z.transposed());
    Matrix x = matrix(panel, List.of("x"), false);
    x = x.plus(-1, project.times(x));
    Matrix y = matrix(panel, List.of("y"), false);
    y = y.plus(-1, project.times(y));
    double xx = x.transposed().times(x).at(0, 0);
    double beta = x.transposed().times(y).at(0, 0) / xx;
    Matrix w = matrix(panel, shares(6), false);
    Matrix shifters = DenseClubSandwich.inverseGram(w).times(w.transposed()).times(x);
    Matrix shocks = w.transposed().times(y.plus(-beta, x));
    double sum = 0;
    for (int s = 0; s < 6; s++) {
      sum += Math.pow(shifters.at(s, 0) * shocks.at(s, 0), 2);
    }
    assertThat(estimate.estimate()).isCloseTo(beta, CLOSE);
    assertThat(estimate.stdError()).isCloseTo(Math.sqrt(sum) / xx, CLOSE);
    assertThat(estimate.confHigh())
        .isCloseTo(beta + 1.959963984540054 * Math.sqrt(sum) / xx, CLOSE);
  }

  private static Matrix matrix(Panel panel, List<String> columns, boolean constant) {
    int n = panel.observations();
    int k = columns.size() + (constant ? 1 : 0);
    double[] values = new double[n * k];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        values[i * k + j] = j == columns.size() ? 1 : panel.number(columns.get(j), i);
      }
    }
    return Matrix.of(n, k, values);
  }

  @Test
  void withSharesOfZeroAndOneItIsClusteringBySector() {
    Panel panel = market(2, 90, 9, 1);
    for (int s = 0; s < 9; s++) {
      int sector = s;
      panel = panel.with("w" + s, i -> i % 9 == sector ? 1 : 0);
    }
    panel = panel.with("x", i -> Math.sin(i % 9));
    Fit clustered =
        FixedEffectsRegression.of("y", List.of("x"))
            .with(new Variance.Clustered(List.of("sector"), ParameterCount.OFF, ClusterFactor.OFF))
            .fit(panel);
    Fit fit = ShiftShare.of("y", "x", shares(9)).with(ShiftShareInterval.AKM).fit(panel);
    assertThat(fit.estimate("x").estimate()).isCloseTo(clustered.estimate("x").estimate(), CLOSE);
    assertThat(fit.estimate("x").stdError()).isCloseTo(clustered.estimate("x").stdError(), CLOSE);
    assertThat(fit.clusters().get(0).count()).isEqualTo(9);
  }

  @Test
  void theEndsOfTheNullImposedIntervalAreJustNotRejected() {
    Panel panel = market(3, 200, 20, 1);
    ShiftShare study = ShiftShare.of("y", "x", shares(20));
    Estimate estimate = study.fit(panel).estimate("x");
    for (double end : new double[] {estimate.confLow(), estimate.confHigh()}) {
      Panel shifted = panel.with("y", i -> panel.number("y", i) - end * panel.number("x", i));
      assertThat(study.fit(shifted).estimate("x").pValue()).isCloseTo(0.05, within(1e-8));
    }
  }

  @Test
  void shocksToSectorsAreCoveredWhereRobustErrorsAreFarTooSmall() {
    int covered = 0;
    int robust = 0;
    int runs = 200;
    for (int run = 0; run < runs; run++) {
      Panel panel = market(100 + run, 300, 30, 1);
      covered += covers(ShiftShare.of("y", "x", shares(30)).fit(panel).estimate("x")) ? 1 : 0;
      robust +=
          covers(
                  FixedEffectsRegression.of("y", List.of("x"))
                      .with(new Variance.Hc1())
                      .fit(panel)
                      .estimate("x"))
              ? 1
              : 0;
    }
    // 95 % ± about 3 standard deviations of a binomial share of 200.
    assertThat(covered / (double) runs).isBetween(0.9, 0.995);
    assertThat(robust / (double) runs).isLessThan(0.8);
  }

  private static boolean covers(Estimate estimate) {
    return estimate.confLow() <= 2 && 2 <= estimate.confHigh();
  }

  @Test
  void threeShiftersLeaveTheIntervalOpenAndMissingRowsAreCounted() {
    Panel panel = market(4, 60, 3, 1).with("z", i -> i == 5 ? Double.NaN : i % 7);
    Fit fit = ShiftShare.of("y", "x", shares(3)).controllingFor("z").fit(panel);
    assertThat(fit.estimate("x").confLow()).isNaN();
    assertThat(fit.warnings()).contains("3 shifters are too few for an interval of this level");
    assertThat(fit.observations()).isEqualTo(59);
    assertThat(fit.dropped()).extracting(d -> d.reason()).containsExactly("z missing");
  }

  @Test
  void whatCannotBeToldIsRefused() {
    Panel panel = market(5, 40, 4, 1);
    ShiftShare study = ShiftShare.of("y", "x", shares(4));
    refuses(study, panel.with("w3", i -> panel.number("w2", i)), "collinear");
    refuses(ShiftShare.of("y", "x", List.of()), panel, "The 0 shares");
    refuses(study.controllingFor("z"), panel.with("z", i -> 3 - panel.number("x", i)), "explain");
    refuses(study, panel.with("x", i -> 0.1), "explain");
    refuses(study, panel.with("y", i -> 1 / (double) (i - 7)), "infinite in row 8");
    refuses(study, panel.with("y", i -> i < 38 ? Double.NaN : 1), "2 rows");
    assertThat(study.columns()).containsExactlyInAnyOrder("x", "y", "w0", "w1", "w2", "w3");
  }

  private static void refuses(ShiftShare study, Panel panel, String message) {
    assertThatThrownBy(() -> study.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(message);
  }
}
