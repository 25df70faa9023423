package id.dampak.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class SimplexTest {

  @Test
  void theOptimumIsTheBestOfAllVertices() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    int feasible = 0;
    for (int run = 0; run < 300; run++) {
      int m = 1 + random.nextInt(3);
      int n = m + 1 + random.nextInt(4);
      double[] a = random.doubles((long) m * n, -1, 1).toArray();
      // A last row of ones bounds the polyhedron.
      Arrays.fill(a, (m - 1) * n, m * n, 1);
      double[] b = random.doubles(m, -0.3, 0.3).toArray();
      b[m - 1] = 1;
      double[] c = random.doubles(n, -1, 1).toArray();
      Matrix matrix = Matrix.of(m, n, a);
      double twin = bestVertex(matrix, b, c);
      Optional<Simplex> simplex = Simplex.over(matrix, b);
      assertThat(simplex.isPresent()).isEqualTo(twin > Double.NEGATIVE_INFINITY);
      if (simplex.isPresent()) {
        feasible++;
        Simplex.Vertex vertex = simplex.get().maximise(c);
        assertThat(vertex.value()).isCloseTo(twin, within(1e-10));
        obeys(matrix, b, vertex.point());
      }
    }
    assertThat(feasible).isBetween(50, 299);
  }

  @Test
  void aProgramThatCyclesUnderTheLargestGainEnds() {
    // Beale (1955), with slack variables; the maximum is 1/20.
    double[] a = {
      0.25, -60, -1.0 / 25, 9, 1, 0, 0, 0.5, -90, -1.0 / 50, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1
    };
    Simplex simplex = Simplex.over(Matrix.of(3, 7, a), new double[] {0, 0, 1}).orElseThrow();
    double[] objective = {0.75, -150, 0.02, -6, 0, 0, 0};
    assertThat(simplex.maximise(objective).value()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void rowsThatFollowFromOthersDoNoHarmAndContradictionsAreFound() {
    Matrix twice = Matrix.of(2, 2, new double[] {1, 1, 2, 2});
    double[] objective = {1, 3};
    assertThat(Simplex.over(twice, new double[] {1, 2}).orElseThrow().maximise(objective).point())
        .containsExactly(0, 1);
    assertThat(Simplex.over(twice, new double[] {1, 3})).isEmpty();
  }

  @Test
  void anObjectiveWithoutBoundIsInfinite() {
    Simplex ray =
        Simplex.over(Matrix.of(1, 2, new double[] {1, -1}), new double[] {1}).orElseThrow();
    assertThat(ray.maximise(new double[] {1, 0}).value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(ray.maximise(new double[] {-1, 0}).value()).isEqualTo(-1);
  }

  private static void obeys(Matrix a, double[] b, double[] x) {
    for (int i = 0; i < a.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        assertThat(x[j]).isNotNegative();
        sum += a.at(i, j) * x[j];
      }
      assertThat(sum).isCloseTo(b[i], within(1e-10));
    }
  }

  /** Every choice of as many columns as rows, solved as a square system. */
  private static double bestVertex(Matrix a, double[] b, double[] c) {
    int m = a.rows();
    int n = a.columns();
    double best = Double.NEGATIVE_INFINITY;
    for (int mask = 0; mask < 1 << n; mask++) {
      if (Integer.bitCount(mask) != m) {
        continue;
      }
      DMatrixRMaj basis = new DMatrixRMaj(m, m);
      double[] cost = new double[m];
      for (int j = 0, k = 0; j < n; j++) {
        if (((mask >> j) & 1) == 1) {
          for (int i = 0; i < m; i++) {
            basis.set(i, k, a.at(i, j));
          }
          cost[k++] = c[j];
        }
      }
      DMatrixRMaj x = new DMatrixRMaj(m, 1);
      if (CommonOps_DDRM.solve(basis, new DMatrixRMaj(b), x)
          && CommonOps_DDRM.elementMin(x) >= -1e-12) {
        double value = 0;
        for (int k = 0; k < m; k++) {
          value += cost[k] * x.get(k);
        }
        best = Math.max(best, value);
      }
    }
    return best;
  }
}
