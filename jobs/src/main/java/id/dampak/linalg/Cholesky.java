package id.dampak.linalg;

import java.util.Arrays;

/**
 * Cholesky factor of a Gram matrix that leaves out, in their order, columns which the earlier ones
 * explain: of two collinear columns the later goes.
 *
 * <p>The matrix is scaled to unit diagonal first, so that units of measure do not matter. A column
 * is collinear when its part that the earlier columns leave is below {@value #TOLERANCE} of its
 * squared length.
 */
public final class Cholesky {
  /** Squared part below which a column counts as explained by the earlier ones. */
  public static final double TOLERANCE = 1e-11;

  /** Pivot below which the inverse is made from a second factorisation. */
  private static final double FEW_DIGITS = 1e-2;

  private final int[] kept;
  private final double[] scale;
  private final double[][] lower;
  private final double smallestPivot;

  private Cholesky(int[] kept, double[] scale, double[][] lower, double smallestPivot) {
    this.kept = kept;
    this.scale = scale;
    this.lower = lower;
    this.smallestPivot = smallestPivot;
  }

  /** Factors {@code gram}; columns with a diagonal of zero are left out too. */
  public static Cholesky of(Matrix gram) {
    int k = gram.rows();
    int[] kept = new int[k];
    double[] scale = new double[k];
    double[][] lower = new double[k][];
    int rank = 0;
    double smallest = 1;
    for (int j = 0; j < k; j++) {
      double diagonal = gram.at(j, j);
      if (!(diagonal > 0)) {
        continue;
      }
      double s = 1 / Math.sqrt(diagonal);
      double[] row = new double[rank + 1];
      double pivot = 1;
      for (int c = 0; c < rank; c++) {
        double value = gram.at(j, kept[c]) * s * scale[c];
        for (int d = 0; d < c; d++) {
          value -= row[d] * lower[c][d];
        }
        row[c] = value / lower[c][c];
        pivot -= row[c] * row[c];
      }
      if (pivot > TOLERANCE) {
        row[rank] = Math.sqrt(pivot);
        kept[rank] = j;
        scale[rank] = s;
        lower[rank++] = row;
        smallest = Math.min(smallest, pivot);
      }
    }
    return new Cholesky(
        Arrays.copyOf(kept, rank),
        Arrays.copyOf(scale, rank),
        Arrays.copyOf(lower, rank),
        smallest);
  }

  /** Indices of the columns that were kept, ascending. */
  public int[] kept() {
    return kept.clone();
  }

  /** Solves for the kept columns; {@code right} has an entry for every column of the matrix. */
  public double[] solve(double[] right) {
    int n = kept.length;
    double[] v = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = right[kept[i]] * scale[i];
    }
    solveScaled(v);
    for (int i = 0; i < n; i++) {
      v[i] *= scale[i];
    }
    return v;
  }

  /** The inverse of the kept block. */
  public Matrix inverse() {
    int n = kept.length;
    double[] inverse = new double[n * n];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      solveScaled(unit);
      for (int i = 0; i < n; i++) {
        inverse[i * n + j] = unit[i] * scale[i] * scale[j];
      }
    }
    return Matrix.wrap(n, n, inverse);
  }

  /**
   * Whether some column that was kept is explained by the earlier ones so far that the inverse has
   * lost more than two digits.
   */
  public boolean isIllConditioned() {
    return smallestPivot < FEW_DIGITS;
  }

  /**
   * A matrix U of which {@code XU} has nearly orthonormal columns, for the kept columns X behind
   * the Gram matrix.
   */
  public Matrix orthonormaliser() {
    int n = kept.length;
    double[] u = new double[n * n];
    for (int j = 0; j < n; j++) {
      double[] column = new double[n];
      column[j] = 1;
      solveTransposed(column);
      for (int i = 0; i < n; i++) {
        u[i * n + j] = column[i] * scale[i];
      }
    }
    return Matrix.wrap(n, n, u);
  }

  private void solveTransposed(double[] v) {
    for (int i = v.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < v.length; j++) {
        v[i] -= lower[j][i] * v[j];
      }
      v[i] /= lower[i][i];
    }
  }

  private void solveScaled(double[] v) {
    int n = v.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        v[i] -= lower[i][j] * v[j];
      }
      v[i] /= lower[i][i];
    }
    solveTransposed(v);
  }
}
