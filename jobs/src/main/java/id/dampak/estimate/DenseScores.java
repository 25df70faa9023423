package id.dampak.estimate;

import id.dampak.linalg.Factor;
import id.dampak.linalg.Gram;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scores of a design that is held as columns. */
final class DenseScores implements Scores {
  private final double[][] columns;
  private final double[] weighted;
  private final Optional<Matrix> basis;

  /** From residualised regressors and {@code weighted[i] = w_i û_i}. */
  DenseScores(double[][] columns, double[] weighted) {
    this(columns, weighted, Optional.empty());
  }

  private DenseScores(double[][] columns, double[] weighted, Optional<Matrix> basis) {
    this.columns = columns;
    this.weighted = weighted;
    this.basis = basis;
  }

  @Override
  public Scores in(Optional<Matrix> other) {
    return new DenseScores(columns, weighted, other);
  }

  @Override
  public Matrix meat(double[] squares) {
    return basis.map(u -> Gram.of(columns, squares, u)).orElseGet(() -> Gram.of(columns, squares));
  }

  @Override
  public Matrix meat(Factor clusters) {
    double[][] sums = new double[columns.length][];
    IntStream.range(0, columns.length)
        .parallel()
        .forEach(j -> sums[j] = sums(columns[j], weighted, clusters));
    return outer(sums, clusters.levels(), basis);
  }

  /** Sums of {@code column · weighted} by cluster. */
  static double[] sums(double[] column, double[] weighted, Factor clusters) {
    double[] sums = new double[clusters.levels()];
    for (int i = 0; i < column.length; i++) {
      sums[clusters.code(i)] += column[i] * weighted[i];
    }
    return sums;
  }

  /** {@code Σ_c s_c s_c'} from one array of sums by cluster for each term. */
  static Matrix outer(double[][] sums, int clusters, Optional<Matrix> basis) {
    double[] ones = new double[clusters];
    Arrays.fill(ones, 1);
    return basis.map(u -> Gram.of(sums, ones, u)).orElseGet(() -> Gram.of(sums, ones));
  }
}
