package id.dampak.estimate;

import id.dampak.linalg.GramInverse;
import id.dampak.linalg.Matrix;
import java.util.List;

/** A solved regression, as far as its variance is concerned. */
interface Solved {

  /** {@code (X̃'WX̃)⁻¹} of the terms that were kept. */
  GramInverse bread();

  /**
   * What the bread is multiplied by where errors are independent, the small-sample factor included.
   */
  double errorVariance();

  /** N. */
  int observations();

  /** Regressors that were kept, the intercept among them. */
  int regressors();

  /** K with every fixed effect counted. */
  int parameters();

  /**
   * K with the effects that are nested in clusters by one of {@code columns} counted as one
   * parameter. Several of them may be redundant with one another, as merchant^channel and
   * merchant^day are.
   */
  int parametersNotNested(List<String> columns);

  /** Number of clusters by a column. */
  int clusters(String column);

  /** {@code Σ_i s_i s_i'} of the scores {@code s_i = w_i x̃_i û_i}, in the basis of the bread. */
  Matrix meat();

  /** {@code Σ_c s_c s_c'} over clusters that agree in all of {@code columns}, one or two. */
  Meat meat(List<String> columns);

  /**
   * Squared scores of clusters.
   *
   * @param matrix their sum
   * @param clusters number of clusters
   */
  record Meat(Matrix matrix, int clusters) {}
}
