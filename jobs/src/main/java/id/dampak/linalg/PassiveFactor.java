package id.dampak.linalg;

import java.util.Arrays;

/**
 * The points whose weights are free, with the Cholesky factor of {@code G + s ee'} among them. The
 * shift s, which does not matter where weights add up to one, keeps the factor well conditioned
 * when the target lies between the points.
 */
final class PassiveFactor {
  private static final double DEPENDENT = 1e-13;

  private final int n;
  private final double[] gram;
  private final double shift;
  private final int[] members;
  private final double[][] lower;
  private int size;

  PassiveFactor(int n, double[] gram) {
    this.n = n;
    this.gram = gram;
    this.members = new int[n];
    this.lower = new double[n][];
    double[] diagonal = new double[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = gram[i * n + i];
    }
    Arrays.sort(diagonal);
    double median = diagonal[n / 2];
    this.shift = median > 0 ? median : 1;
  }

  int size() {
    return size;
  }

  int member(int k) {
    return members[k];
  }

  /** Takes a point in; false, and nothing changed, if those in use give it to rounding. */
  boolean append(int point) {
    double[] row = new double[size + 1];
    double diagonal = gram[point * n + point] + shift;
    double pivot = diagonal;
    for (int k = 0; k < size; k++) {
      double value = gram[point * n + members[k]] + shift;
      double[] other = lower[k];
      for (int d = 0; d < k; d++) {
        value -= row[d] * other[d];
      }
      row[k] = value / other[k];
      pivot -= row[k] * row[k];
    }
    if (!(pivot > DEPENDENT * diagonal)) {
      return false;
    }
    row[size] = Math.sqrt(pivot);
    lower[size] = row;
    members[size++] = point;
    return true;
  }

  /** Takes points out; those after the first are factored anew. */
  void remove(boolean[] leaving) {
    int[] before = Arrays.copyOf(members, size);
    int first = 0;
    while (!leaving[first]) {
      first++;
    }
    size = first;
    for (int k = first; k < before.length; k++) {
      if (!leaving[k]) {
        append(before[k]);
      }
    }
  }

  /**
   * Minimises {@code ½ w'Gw − c'w} over the points in use under Σw = 1 alone, refined once on its
   * residuals.
   */
  double[] minimum(double[] linear) {
    double[] constant = new double[size];
    Arrays.fill(constant, 1);
    solve(constant);
    double total = sum(constant);
    double[] w = new double[size];
    for (int step = 0; step < 2; step++) {
      double[] change = new double[size];
      for (int k = 0; k < size; k++) {
        int row = members[k] * n;
        double residual = linear[members[k]];
        for (int l = 0; l < size; l++) {
          residual -= gram[row + members[l]] * w[l];
        }
        change[k] = residual;
      }
      solve(change);
      double multiplier = (1 - sum(w) - sum(change)) / total;
      for (int k = 0; k < size; k++) {
        w[k] += change[k] + multiplier * constant[k];
      }
    }
    return w;
  }

  private static double sum(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum += x;
    }
    return sum;
  }

  private void solve(double[] v) {
    for (int i = 0; i < size; i++) {
      double[] row = lower[i];
      for (int j = 0; j < i; j++) {
        v[i] -= row[j] * v[j];
      }
      v[i] /= row[i];
    }
    for (int i = size - 1; i >= 0; i--) {
      v[i] /= lower[i][i];
      for (int j = 0; j < i; j++) {
        v[j] -= lower[i][j] * v[i];
      }
    }
  }
}
