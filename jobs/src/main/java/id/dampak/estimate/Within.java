package id.dampak.estimate;

import id.dampak.linalg.Matrix;

/** Regressors X̃ after the fixed effects were taken out at weights W. */
interface Within {

  /** {@code X̃'WX̃}. */
  Matrix gram();

  /** {@code (X̃U)'WX̃U} for the terms {@code kept}, measured on the columns themselves. */
  Matrix gram(int[] kept, Matrix u);

  /** {@code X̃'Wv} for a column that is orthogonal to the effects. */
  double[] moments(double[] v);

  /** {@code v − X̃b} for a column that is orthogonal to the effects; a new array. */
  double[] less(double[] v, double[] coefficients);

  /** Weighted means that the regressors had; 0 where nobody asks for a constant. */
  double[] means();

  /**
   * The columns of the terms {@code kept}, all at once; the arrays may be those that are held.
   *
   * @throws id.dampak.error.DampakException if they are made when needed and are too large
   */
  double[][] columns(int[] kept);

  /** The scores of the terms {@code kept} from {@code weighted[i] = w_i û_i}. */
  Scores scores(int[] kept, double[] weighted);
}
