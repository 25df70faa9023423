package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Factor;
import id.dampak.linalg.Matrix;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Scores of a design whose residualised columns are made when they are needed and thrown away: the
 * memory is one column for each thread and a row of K numbers for each cluster.
 */
final class EventScores implements Scores {
  /** Entries of all columns together that robust variances may hold at once: 2 GB. */
  private static final long MAX_ENTRIES = 1L << 28;

  private final int terms;
  private final IntFunction<double[]> column;
  private final double[] weighted;
  private final Optional<Matrix> basis;

  /** {@code column} makes a residualised regressor; {@code weighted[i] = w_i û_i}. */
  EventScores(int terms, IntFunction<double[]> column, double[] weighted) {
    this(terms, column, weighted, Optional.empty());
  }

  private EventScores(
      int terms, IntFunction<double[]> column, double[] weighted, Optional<Matrix> basis) {
    this.basis = basis;
    this.terms = terms;
    this.column = column;
    this.weighted = weighted;
  }

  @Override
  public Scores in(Optional<Matrix> other) {
    return new EventScores(terms, column, weighted, other);
  }

  @Override
  public Matrix meat(double[] squares) {
    if ((long) terms * weighted.length > MAX_ENTRIES) {
      throw EstimationErrors.tooLargeForHc1(terms, weighted.length);
    }
    return dense().in(basis).meat(squares);
  }

  @Override
  public Matrix meat(Factor clusters) {
    double[][] sums = new double[terms][];
    IntStream.range(0, terms)
        .parallel()
        .forEach(j -> sums[j] = DenseScores.sums(column.apply(j), weighted, clusters));
    return DenseScores.outer(sums, clusters.levels(), basis);
  }

  private DenseScores dense() {
    double[][] columns = new double[terms][];
    IntStream.range(0, terms).parallel().forEach(j -> columns[j] = column.apply(j));
    return new DenseScores(columns, weighted);
  }
}
