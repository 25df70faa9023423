package id.dampak.linalg;

/**
 * How the outcome varies among the observations that a row stands for.
 *
 * @param squares {@code Σw(y − ȳ)²} of each row
 * @param squaredWeight {@code Σw²}
 * @param shift mean of the outcome weighted by w², less that weighted by w
 * @param squaredSquares {@code Σw²} times the squared distance to the former
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
public record CellSpread(
    double[] squares, double[] squaredWeight, double[] shift, double[] squaredSquares) {

  /** Root of {@code Σw²û²} over the observations of a row whose mean leaves a residual. */
  public double root(int row, double residual) {
    double around = residual + shift[row];
    return Math.sqrt(squaredWeight[row] * around * around + squaredSquares[row]);
  }

  /** {@code Σw(y − ȳ)²} over all observations. */
  public double total() {
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return sum;
  }
}
