package id.dampak.estimate.inference;

import id.dampak.linalg.Eigen;
import id.dampak.linalg.Matrix;

/**
 * The part of one cluster in CR2, from its moments alone.
 *
 * <p>U_c, the rows of the cluster, is never seen. With {@code Γ = U_c'U_c = E g E'} the columns of
 * {@code Q = U_c E g^{-1/2}} are orthonormal, {@code U_c = Q F'} for {@code F = E g^{1/2}}, and
 * {@code H_cc = U_c M U_c' = Q (F'MF) Q'} has the eigenvalues λ and eigenvectors V of the small
 * matrix F'MF. So the adjustment {@code (I − H_cc)^{+1/2}} multiplies the coordinates V'Q'(·) by
 * {@code (1 − λ)^{-1/2}}, or by 0 where λ is 1.
 */
final class AdjustedCluster {
  /** Eigenvalues of Γ below this part of the largest are directions the cluster does not have. */
  private static final double RANK_TOLERANCE = 1e-12;

  /** A direction of which the fit leaves less than this cannot be inflated: Moore–Penrose. */
  private static final double LEFT_TOLERANCE = 1e-8;

  private final double[] adjusted;
  private final Matrix squares;
  private final Matrix images;

  /**
   * @param gram Γ of the scaled columns
   * @param scores scaled scores t_c = U_c'Wû_c
   * @param bread M of the scaled columns
   * @param terms how many of the columns are terms
   */
  AdjustedCluster(Matrix gram, double[] scores, Matrix bread, int terms) {
    int p = gram.rows();
    Eigen spectrum = Eigen.of(gram);
    double[] g = spectrum.values();
    int rank = 0;
    while (rank < p && g[rank] > RANK_TOLERANCE * g[0]) {
      rank++;
    }
    double[] root = new double[p * rank];
    double[] inverseRoot = new double[p * rank];
    for (int e = 0; e < rank; e++) {
      for (int i = 0; i < p; i++) {
        root[i * rank + e] = spectrum.vectors().at(i, e) * Math.sqrt(g[e]);
        inverseRoot[i * rank + e] = spectrum.vectors().at(i, e) / Math.sqrt(g[e]);
      }
    }
    Matrix f = Matrix.of(p, rank, root);
    Eigen hat = Eigen.of(f.transposed().times(bread).times(f));
    Matrix outward = f.times(hat.vectors());
    Matrix inward = Matrix.of(p, rank, inverseRoot).times(hat.vectors());
    Matrix y = inflated(outward.transposed().times(bread), hat.values(), terms);
    double[] coordinates = inward.transposed().times(Matrix.of(p, 1, scores)).toArray();
    this.adjusted = y.transposed().times(Matrix.of(rank, 1, coordinates)).toArray();
    this.squares = y.transposed().times(y);
    this.images = outward.times(y);
  }

  /** The first columns of {@code v}, with row e multiplied by (1 − λ_e)^{-1/2}. */
  private static Matrix inflated(Matrix v, double[] lambda, int terms) {
    double[] inflated = new double[v.rows() * terms];
    for (int e = 0; e < v.rows(); e++) {
      double left = 1 - lambda[e];
      double factor = left > LEFT_TOLERANCE ? 1 / Math.sqrt(left) : 0;
      for (int j = 0; j < terms; j++) {
        inflated[e * terms + j] = factor * v.at(e, j);
      }
    }
    return Matrix.of(v.rows(), terms, inflated);
  }

  /** The adjusted influence of the cluster on each term: {@code e_j'M X_c'W A_c û_c}. */
  double adjusted(int term) {
    return adjusted[term];
  }

  /** {@code G'G} for {@code G = A_c X_c M}, terms × terms. */
  Matrix squares() {
    return squares;
  }

  /** {@code U_c'G}, columns × terms. */
  Matrix images() {
    return images;
  }
}
