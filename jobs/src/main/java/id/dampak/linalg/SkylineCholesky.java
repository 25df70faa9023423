package id.dampak.linalg;

import id.dampak.error.EstimationErrors;
import java.util.Arrays;

/**
 * Solves {@code L γ = r} for a weighted graph Laplacian L, whose rows sum to 0, and an r in its
 * span. Within each connected component the effect of the first level is fixed at 0; the rest is
 * positive definite.
 */
final class SkylineCholesky {
  /** Part of its diagonal below which a pivot is rounding. */
  private static final double SINGULAR = 1e-14;

  private final double[][] lower;
  private final int[] first;
  private final boolean[] fixed;
  private final int components;

  private SkylineCholesky(Skyline laplacian) {
    int size = laplacian.size();
    this.fixed = new boolean[size];
    this.components = fixFirsts(laplacian);
    this.lower = new double[size][];
    this.first = new int[size];
    for (int i = 0; i < size; i++) {
      first[i] = Math.min(i, laplacian.first(i));
      lower[i] = factorRow(laplacian, i);
    }
  }

  /**
   * Factors a Laplacian.
   *
   * @throws id.dampak.error.DampakException if weights are so uneven that levels which are joined
   *     cannot be told apart
   */
  static SkylineCholesky of(Skyline laplacian) {
    return new SkylineCholesky(laplacian);
  }

  /** Connected components: as many levels are redundant. */
  int components() {
    return components;
  }

  /** A solution. */
  double[] solve(double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      double[] row = lower[i];
      x[i] = fixed[i] ? 0 : (x[i] - dot(row, 0, x, first[i], i - first[i])) / row[i - first[i]];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      double[] row = lower[i];
      x[i] = fixed[i] ? 0 : x[i] / row[i - first[i]];
      for (int j = first[i]; j < i; j++) {
        x[j] -= row[j - first[i]] * x[i];
      }
    }
    return x;
  }

  private double[] factorRow(Skyline laplacian, int i) {
    int start = first[i];
    double[] row = Arrays.copyOf(laplacian.row(i), i + 1 - start);
    if (fixed[i]) {
      Arrays.fill(row, 0);
      row[i - start] = 1;
      return row;
    }
    double diagonal = row[i - start];
    for (int j = start; j < i; j++) {
      int from = Math.max(start, first[j]);
      row[j - start] =
          fixed[j]
              ? 0
              : (row[j - start] - dot(row, from - start, lower[j], from - first[j], j - from))
                  / lower[j][j - first[j]];
    }
    double pivot = diagonal - dot(row, 0, row, 0, i - start);
    if (!(pivot > SINGULAR * diagonal)) {
      throw EstimationErrors.effectsNotSeparable();
    }
    row[i - start] = Math.sqrt(pivot);
    return row;
  }

  /** Marks the first level of each component; returns their number. */
  private int fixFirsts(Skyline laplacian) {
    int[] parent = new int[laplacian.size()];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < parent.length; i++) {
      double[] row = laplacian.row(i);
      for (int p = 0; p < row.length - 1; p++) {
        if (row[p] != 0) {
          int a = root(parent, i);
          int b = root(parent, laplacian.first(i) + p);
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
    }
    int count = 0;
    for (int i = 0; i < parent.length; i++) {
      fixed[i] = parent[i] == i;
      count += fixed[i] ? 1 : 0;
    }
    return count;
  }

  private static int root(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** Four sums side by side, since each addition waits for the one before it. */
  static double dot(double[] a, int fromA, double[] b, int fromB, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += a[fromA + i] * b[fromB + i];
      s1 += a[fromA + i + 1] * b[fromB + i + 1];
      s2 += a[fromA + i + 2] * b[fromB + i + 2];
      s3 += a[fromA + i + 3] * b[fromB + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[fromA + i] * b[fromB + i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
