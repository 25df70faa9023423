package id.dampak.estimate;

import id.dampak.linalg.Factor;
import id.dampak.linalg.Gram;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Scores of a design that is held as columns. */
final class DenseScores implements Scores {
  private final double[][] columns;
  private final double[] weighted;

  /** From residualised regressors and {@code weighted[i] = w_i û_i}. */
  DenseScores(double[][] columns, double[] weighted) {
    this.columns = columns;
    this.weighted = weighted;
  }

  @Override
  public Matrix meat() {
    double[] squares = Arrays.stream(weighted).map(v -> v * v).toArray();
    return Gram.of(columns, squares);
  }

  @Override
  public Matrix meat(Factor clusters) {
    double[][] sums = new double[columns.length][];
    IntStream.range(0, columns.length)
        .parallel()
        .forEach(j -> sums[j] = sums(columns[j], weighted, clusters));
    return outer(sums, clusters.levels());
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
  static Matrix outer(double[][] sums, int clusters) {
    double[] ones = new double[clusters];
    Arrays.fill(ones, 1);
    return Gram.of(sums, ones);
  }
}
