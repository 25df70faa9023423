package id.dampak.linalg;

import java.util.Arrays;

/**
 * Weighted least squares on a few columns.
 *
 * <p>Normal equations solved by {@link Cholesky}, then one step of refinement on the residuals (the
 * "corrected seminormal equations" of Björck 1987, Linear Algebra and its Applications 88/89),
 * which gives the accuracy of a QR factorisation unless the design is singular to working
 * precision.
 */
public final class LeastSquares {
  private final int[] kept;
  private final double[] coefficients;
  private final double[] residuals;
  private final Matrix gramInverse;

  private LeastSquares(int[] kept, double[] coefficients, double[] residuals, Matrix gramInverse) {
    this.kept = kept;
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.gramInverse = gramInverse;
  }

  /** Regresses {@code y} on the columns {@code x} with weights {@code w}. */
  public static LeastSquares solve(double[][] x, double[] y, double[] w) {
    Cholesky cholesky = Cholesky.of(Gram.of(x, w));
    int[] kept = cholesky.kept();
    double[][] columns = Arrays.stream(kept).mapToObj(j -> x[j]).toArray(double[][]::new);
    GramInverse inverse = GramInverse.of(cholesky, u -> Gram.of(columns, w, u));
    double[] residuals = y.clone();
    double[] coefficients = new double[kept.length];
    for (int step = 0; step < 2; step++) {
      double[] change = inverse.solve(Gram.times(x, w, residuals));
      for (int j = 0; j < kept.length; j++) {
        coefficients[j] += change[j];
        subtract(residuals, change[j], x[kept[j]]);
      }
    }
    return new LeastSquares(kept, coefficients, residuals, inverse.matrix());
  }

  /** Indices of the columns that were kept, ascending; the others are collinear with them. */
  public int[] kept() {
    return kept.clone();
  }

  /** Coefficients of the kept columns. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** What the columns leave of y; the array itself, for reading only. */
  public double[] residuals() {
    return residuals;
  }

  /** {@code (X'WX)⁻¹} of the kept columns. */
  public Matrix gramInverse() {
    return gramInverse;
  }

  private static void subtract(double[] from, double factor, double[] column) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * column[i];
    }
  }
}
