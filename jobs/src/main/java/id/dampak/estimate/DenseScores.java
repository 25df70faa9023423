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
    double[] ones = new double[clusters.levels()];
    Arrays.fill(ones, 1);
    double[][] sums =
        IntStream.range(0, columns.length)
            .parallel()
            .mapToObj(j -> sums(columns[j], clusters))
            .toArray(double[][]::new);
    return Gram.of(sums, ones);
  }

  private double[] sums(double[] column, Factor clusters) {
    double[] sums = new double[clusters.levels()];
    for (int i = 0; i < column.length; i++) {
      sums[clusters.code(i)] += column[i] * weighted[i];
    }
    return sums;
  }
}
