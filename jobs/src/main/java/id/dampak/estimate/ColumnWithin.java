package id.dampak.estimate;

import id.dampak.linalg.Gram;
import id.dampak.linalg.Matrix;
import java.util.Arrays;

/** What is left of regressors that are held as columns. */
final class ColumnWithin implements Within {
  private final double[][] columns;
  private final double[] means;
  private final double[] weights;
  private final Matrix gram;

  ColumnWithin(double[][] columns, double[] means, double[] weights) {
    this.columns = columns;
    this.means = means.clone();
    this.weights = weights;
    this.gram = Gram.of(columns, weights);
  }

  @Override
  public Matrix gram() {
    return gram;
  }

  @Override
  public Matrix gram(int[] kept, Matrix u) {
    return Gram.of(columns(kept), weights, u);
  }

  @Override
  public double[] moments(double[] v) {
    return Gram.times(columns, weights, v);
  }

  @Override
  public double[] less(double[] v, double[] coefficients) {
    double[] left = v.clone();
    for (int j = 0; j < coefficients.length; j++) {
      double b = coefficients[j];
      double[] column = columns[j];
      for (int i = 0; b != 0 && i < left.length; i++) {
        left[i] -= b * column[i];
      }
    }
    return left;
  }

  @Override
  public double[] means() {
    return means;
  }

  @Override
  public double[][] columns(int[] kept) {
    return Arrays.stream(kept).mapToObj(j -> columns[j]).toArray(double[][]::new);
  }

  @Override
  public Scores scores(int[] kept, double[] weighted) {
    return new DenseScores(columns(kept), weighted);
  }
}
