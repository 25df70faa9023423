package id.dampak.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OptimisationTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void theLassoIsTheBestOverEveryPatternOfSigns() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    for (int run = 0; run < 100; run++) {
      int n = 1 + random.nextInt(4);
      double[][] columns = new double[n][];
      for (int j = 0; j < n; j++) {
        columns[j] = random.doubles(6, -1, 1).toArray();
      }
      Matrix h = Gram.of(columns, new double[] {1, 1, 1, 1, 1, 1});
      double[] g = random.doubles(n, -2, 2).toArray();
      double kappa = random.nextDouble();
      double[] u = new LassoQuadratic(h, g).minimise(kappa);
      assertThat(value(h, g, kappa, u)).isCloseTo(bestOfPatterns(h, g, kappa), CLOSE);
    }
  }

  @Test
  void fromTheLargestPenaltyOnTheLassoIsAtZero() {
    Matrix h = Matrix.of(2, 2, new double[] {2, 1, 1, 3});
    LassoQuadratic quadratic = new LassoQuadratic(h, new double[] {-1, 4});
    assertThat(quadratic.largestPenalty()).isEqualTo(4);
    assertThat(quadratic.minimise(4)).containsExactly(0, 0);
    assertThat(quadratic.minimise(3.9)[1]).isNegative();
  }

  @Test
  void aRootIsBracketedAndWithoutAChangeOfSignTheNearerEndIsTaken() {
    assertThat(Root.between(0, 3, 1e-13, x -> x * x - 2)).isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(Root.between(3, 0, 1e-13, x -> Math.exp(-x) - 0.5))
        .isCloseTo(Math.log(2), within(1e-12));
    assertThat(Root.between(1, 2, 1e-13, x -> x)).isEqualTo(1);
  }

  @Test
  void eigenvaluesFallAndVectorsRebuildTheMatrix() {
    Matrix m = Matrix.of(3, 3, new double[] {4, 1, 0, 1, 3, -1, 0, -1, 2});
    Eigen eigen = Eigen.of(m);
    double[] values = eigen.values();
    assertThat(values[0]).isGreaterThan(values[1]);
    assertThat(values[1]).isGreaterThan(values[2]);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = 0;
        for (int e = 0; e < 3; e++) {
          sum += values[e] * eigen.vectors().at(i, e) * eigen.vectors().at(j, e);
        }
        assertThat(sum).isCloseTo(m.at(i, j), CLOSE);
      }
    }
  }

  @Test
  void theGeneralisedInverseLeavesOutWhatIsSingular() {
    // V = v v' with v = (1, 2), so V⁺v = v / v'v.
    Matrix v = Matrix.of(2, 2, new double[] {1, 2, 2, 4});
    double[] x = Eigen.of(v).solve(new double[] {1, 2}, 1e-10);
    assertThat(x[0]).isCloseTo(1.0 / 5, CLOSE);
    assertThat(x[1]).isCloseTo(2.0 / 5, CLOSE);
  }

  @Test
  void theSequenceFillsTheSquareEvenly() {
    Richtmyer sequence = new Richtmyer(2);
    int points = 4096;
    double product = 0;
    for (int n = 1; n <= points; n++) {
      product += sequence.at(n, 0) * sequence.at(n, 1) / points;
    }
    // Independent draws would be off by 0.003.
    assertThat(product).isCloseTo(0.25, within(5e-4));
  }

  private static double value(Matrix h, double[] g, double kappa, double[] u) {
    double value = h.quadratic(u) / 2;
    for (int i = 0; i < u.length; i++) {
      value += g[i] * u[i] + kappa * Math.abs(u[i]);
    }
    return value;
  }

  /** Solves the smooth problem for each pattern of signs; solutions that break theirs are worse. */
  private static double bestOfPatterns(Matrix h, double[] g, double kappa) {
    int n = g.length;
    double best = 0;
    for (int pattern = 0; pattern < Math.pow(3, n); pattern++) {
      int[] sign = new int[n];
      for (int i = 0, p = pattern; i < n; i++, p /= 3) {
        sign[i] = p % 3 - 1;
      }
      int[] active = IntStream.range(0, n).filter(i -> sign[i] != 0).toArray();
      double[] right = new double[active.length];
      for (int a = 0; a < active.length; a++) {
        right[a] = -g[active[a]] - kappa * sign[active[a]];
      }
      double[] solved = Cholesky.of(h.block(active)).solve(right);
      double[] u = new double[n];
      boolean consistent = true;
      for (int a = 0; a < active.length; a++) {
        u[active[a]] = solved[a];
        consistent &= solved[a] * sign[active[a]] > 0;
      }
      best = consistent ? Math.min(best, value(h, g, kappa, u)) : best;
    }
    return best;
  }
}
