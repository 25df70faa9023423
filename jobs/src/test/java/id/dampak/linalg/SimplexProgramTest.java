package id.dampak.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class SimplexProgramTest {

  @Test
  void theNearestCombinationIsThatOfTheBestSupportOfAll() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 150; round++) {
      int n = 2 + random.nextInt(5);
      double[][] points = points(random, n, n + random.nextInt(4));
      double[] target = points(random, 1, points[0].length)[0];
      double ridge = round % 3 == 0 ? 0 : random.nextDouble();
      double[] w = SimplexProgram.nearest(points, target, ridge).solve();
      assertThat(w).containsExactly(bruteForce(points, target, ridge), within(1e-8));
      assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void amongEquallyNearCombinationsTheMostEvenOneIsTaken() {
    double[][] onALine = {{-3}, {-1}, {1}, {3}};
    assertThat(SimplexProgram.nearest(onALine, new double[] {0}, 0).solve())
        .containsExactly(new double[] {.25, .25, .25, .25}, within(1e-6));
    double[][] twins = {{-1, 5}, {-1, 5}, {2, 5}};
    assertThat(SimplexProgram.nearest(twins, new double[] {0, 7}, 0).solve())
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-6));
  }

  @Test
  void aTargetBeyondAVertexGivesThatVertex() {
    double[][] points = {{0, 0}, {1, 0}, {0, 1}};
    assertThat(SimplexProgram.nearest(points, new double[] {5, 1}, 0).solve())
        .containsExactly(0, 1, 0);
    assertThat(SimplexProgram.nearest(new double[][] {{3}}, new double[] {9}, 0).solve())
        .containsExactly(1);
  }

  @Test
  void unitsOfMeasureAndStartsDoNotMatter() {
    SplittableRandom random = new SplittableRandom(2);
    double[][] points = points(random, 12, 8);
    double[] target = points(random, 1, 8)[0];
    double[] w = SimplexProgram.nearest(points, target, 0).solve();
    double[][] large = Arrays.stream(points).map(p -> scaled(p, 1e9)).toArray(double[][]::new);
    assertThat(SimplexProgram.nearest(large, scaled(target, 1e9), 0).solve())
        .containsExactly(w, within(1e-9));
    double[] start = random.doubles(12).toArray();
    assertThat(SimplexProgram.nearest(points, target, 0).solve(start))
        .containsExactly(w, within(1e-9));
  }

  @Test
  void withHundredsOfPointsNoPointWouldLowerTheDistance() {
    SplittableRandom random = new SplittableRandom(3);
    for (double ridge : new double[] {0, 1e-9, 0.1, 10}) {
      double[][] points = points(random, 300, 40);
      double[] target = new double[40];
      double[] w = SimplexProgram.nearest(points, target, ridge).solve();
      double[] gradient = gradient(points, target, ridge, w);
      double multiplier = 0;
      for (int i = 0; i < w.length; i++) {
        assertThat(w[i]).isNotNegative();
        multiplier += w[i] * gradient[i];
      }
      for (int i = 0; i < w.length; i++) {
        assertThat(gradient[i]).isGreaterThan(multiplier - 1e-9);
        assertThat(w[i] * (gradient[i] - multiplier)).isCloseTo(0, within(1e-10));
      }
    }
  }

  @Test
  void stepsOfFrankAndWolfeComeToTheSamePlace() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] points = points(random, 6, 10);
    double[] target = points(random, 1, 10)[0];
    double[] even = new double[6];
    Arrays.fill(even, 1 / 6.0);
    assertThat(new FrankWolfe(points, target, 0.5).minimise(even, 0, 200_000))
        .containsExactly(SimplexProgram.nearest(points, target, 0.5).solve(), within(1e-4));
  }

  @Test
  void theSearchWithoutDerivativesFindsTheEndOfACurvedValley() {
    double[] end =
        NelderMead.minimise(
            x -> Math.pow(1 - x[0], 2) + 100 * Math.pow(x[1] - x[0] * x[0], 2),
            new double[] {-1.2, 1},
            0.5,
            1e-14,
            2000);
    assertThat(end).containsExactly(new double[] {1, 1}, within(1e-4));
    double[] bowl =
        NelderMead.minimise(
            x -> Arrays.stream(x).map(v -> (v - 2) * (v - 2)).sum(), new double[6], 1, 1e-12, 5000);
    assertThat(bowl).containsExactly(new double[] {2, 2, 2, 2, 2, 2}, within(1e-3));
  }

  /** Solves on every support without regard to signs and keeps the best solution without any. */
  private static double[] bruteForce(double[][] points, double[] target, double ridge) {
    int n = points.length;
    double[] best = new double[n];
    double least = Double.POSITIVE_INFINITY;
    for (int support = 1; support < 1 << n; support++) {
      int chosen = support;
      int[] members = IntStream.range(0, n).filter(i -> (chosen >> i & 1) == 1).toArray();
      int k = members.length;
      DMatrixRMaj system = new DMatrixRMaj(k + 1, k + 1);
      DMatrixRMaj right = new DMatrixRMaj(k + 1, 1);
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          system.set(a, b, dot(points[members[a]], points[members[b]]) + (a == b ? ridge : 0));
        }
        system.set(a, k, 1);
        system.set(k, a, 1);
        right.set(a, 0, dot(points[members[a]], target));
      }
      right.set(k, 0, 1);
      DMatrixRMaj inverse = new DMatrixRMaj(k + 1, k + 1);
      CommonOps_DDRM.pinv(system, inverse);
      DMatrixRMaj solution = new DMatrixRMaj(k + 1, 1);
      CommonOps_DDRM.mult(inverse, right, solution);
      double[] w = new double[n];
      boolean allowed = true;
      for (int a = 0; a < k; a++) {
        w[members[a]] = solution.get(a, 0);
        allowed &= w[members[a]] >= -1e-12;
      }
      double value = value(points, target, ridge, w);
      if (allowed && value < least) {
        least = value;
        best = w;
      }
    }
    return best;
  }

  private static double value(double[][] points, double[] target, double ridge, double[] w) {
    double sum = ridge * dot(w, w);
    for (int t = 0; t < target.length; t++) {
      double gap = -target[t];
      for (int i = 0; i < w.length; i++) {
        gap += w[i] * points[i][t];
      }
      sum += gap * gap;
    }
    return sum;
  }

  private static double[] gradient(double[][] points, double[] target, double ridge, double[] w) {
    double[] gap = scaled(target, -1);
    for (int i = 0; i < w.length; i++) {
      for (int t = 0; t < gap.length; t++) {
        gap[t] += w[i] * points[i][t];
      }
    }
    double[] gradient = new double[w.length];
    Arrays.setAll(gradient, i -> dot(points[i], gap) + ridge * w[i]);
    return gradient;
  }

  private static double[][] points(SplittableRandom random, int n, int length) {
    double[][] points = new double[n][length];
    for (double[] point : points) {
      Arrays.setAll(point, t -> random.nextGaussian() + Math.sin(t));
    }
    return points;
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(v -> factor * v).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }
}
