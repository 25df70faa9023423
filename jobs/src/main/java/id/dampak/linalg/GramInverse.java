package id.dampak.linalg;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The inverse of a Gram matrix, the bread of sandwich variances, with the digits of a QR
 * factorisation also where columns are nearly collinear: then nearly orthonormal combinations of
 * them are measured and factored a second time (CholeskyQR2: Yamamoto, Nakatsukasa, Yanagisawa and
 * Fukaya 2015, Electronic Transactions on Numerical Analysis 44), and scores are to be squared as
 * such combinations too.
 */
public final class GramInverse {
  private final Cholesky cholesky;
  private final Matrix matrix;
  private final Matrix outer;
  private final Optional<Matrix> basis;

  private GramInverse(Cholesky cholesky, Matrix matrix, Matrix outer, Optional<Matrix> basis) {
    this.cholesky = cholesky;
    this.matrix = matrix;
    this.outer = outer;
    this.basis = basis;
  }

  /**
   * The inverse of the kept block of a factored matrix.
   *
   * @param measure the products {@code (XU)'WXU} of the kept columns combined by U, asked for only
   *     where they are needed
   */
  public static GramInverse of(Cholesky cholesky, Function<Matrix, Matrix> measure) {
    if (!cholesky.isIllConditioned()) {
      Matrix inverse = cholesky.inverse();
      return new GramInverse(cholesky, inverse, inverse, Optional.empty());
    }
    Matrix u = cholesky.orthonormaliser();
    Matrix outer = u.times(Cholesky.of(measure.apply(u)).inverse());
    return new GramInverse(cholesky, outer.times(u.transposed()), outer, Optional.of(u));
  }

  /** The inverse. */
  public Matrix matrix() {
    return matrix;
  }

  /** Solves for the kept columns; {@code right} has an entry for every column of the matrix. */
  public double[] solve(double[] right) {
    if (basis.isEmpty()) {
      return cholesky.solve(right);
    }
    int[] kept = cholesky.kept();
    double[] some = Arrays.stream(kept).mapToDouble(j -> right[j]).toArray();
    return matrix.times(Matrix.wrap(some.length, 1, some)).toArray();
  }

  /** The U by whose columns scores are combined before they are squared, if they are. */
  public Optional<Matrix> basis() {
    return basis;
  }

  /** The variance around a meat, the sum of squares of scores s, or of {@code U's} with a basis. */
  public Matrix sandwich(Matrix meat) {
    return outer.times(meat).times(outer.transposed());
  }
}
