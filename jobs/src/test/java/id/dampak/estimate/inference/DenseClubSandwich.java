package id.dampak.estimate.inference;

import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * CR2 and its degrees of freedom as the paper writes them: every dummy a column, N × N projections,
 * {@code P = Σ_c p_c p_c'} with {@code p_c = (I − H)_c' A_c X_c M a}. Weights are divided out by
 * their roots.
 */
final class DenseClubSandwich {
  private final int[] clusters;
  private final Matrix z;
  private final Matrix left;
  private final Matrix inverse;
  private final Matrix residuals;

  private DenseClubSandwich(int[] clusters, Matrix z, Matrix y) {
    this.clusters = clusters;
    this.z = z;
    this.inverse = inverseGram(z);
    int n = clusters.length;
    this.left =
        Matrix.of(n, n, CommonOps_DDRM.identity(n).data)
            .plus(-1, z.times(inverse).times(z.transposed()));
    this.residuals = left.times(y);
  }

  static DenseClubSandwich of(SmallClusters data, String[] effects, boolean weighted) {
    return new DenseClubSandwich(data.g, design(data, effects, weighted), outcome(data, weighted));
  }

  /** x, d and every dummy, times the roots of the weights. */
  static Matrix design(SmallClusters data, String[] effects, boolean weighted) {
    List<double[]> columns = new ArrayList<>(List.of(data.x, data.d));
    if (effects.length == 0) {
      columns.add(data.x.clone());
      Arrays.fill(columns.get(2), 1);
    }
    for (String effect : effects) {
      int[] codes = data.codes(effect);
      for (int level : Arrays.stream(codes).distinct().toArray()) {
        columns.add(Arrays.stream(codes).mapToDouble(c -> c == level ? 1 : 0).toArray());
      }
    }
    double[] z = new double[data.n * columns.size()];
    for (int r = 0; r < data.n; r++) {
      for (int j = 0; j < columns.size(); j++) {
        z[r * columns.size() + j] = root(data, r, weighted) * columns.get(j)[r];
      }
    }
    return Matrix.of(data.n, columns.size(), z);
  }

  static Matrix outcome(SmallClusters data, boolean weighted) {
    double[] y = new double[data.n];
    Arrays.setAll(y, r -> root(data, r, weighted) * data.y[r]);
    return Matrix.of(data.n, 1, y);
  }

  private static double root(SmallClusters data, int r, boolean weighted) {
    return weighted ? Math.sqrt(data.w[r]) : 1;
  }

  /** The Moore–Penrose inverse of Z'Z. */
  static Matrix inverseGram(Matrix z) {
    Matrix gram = z.transposed().times(z);
    DMatrixRMaj inverted = new DMatrixRMaj(gram.rows(), gram.rows());
    CommonOps_DDRM.pinv(new DMatrixRMaj(gram.rows(), gram.rows(), true, gram.toArray()), inverted);
    return Matrix.of(gram.rows(), gram.rows(), inverted.data);
  }

  double variance(int j) {
    return influences(j).stream().mapToDouble(v -> Math.pow(dot(v, residuals), 2)).sum();
  }

  double degreesOfFreedom(int j) {
    List<Matrix> p = influences(j).stream().map(left::times).toList();
    double trace = p.stream().mapToDouble(v -> dot(v, v)).sum();
    double squares = 0;
    for (Matrix one : p) {
      squares += p.stream().mapToDouble(other -> Math.pow(dot(one, other), 2)).sum();
    }
    return trace * trace / squares;
  }

  private static double dot(Matrix a, Matrix b) {
    return a.transposed().times(b).at(0, 0);
  }

  /** {@code A_c Z_c M e_j} of each cluster, with zeros in the rows of the others. */
  private List<Matrix> influences(int j) {
    int n = clusters.length;
    Matrix influence = z.times(inverse);
    List<Matrix> influences = new ArrayList<>();
    for (int cluster : Arrays.stream(clusters).distinct().toArray()) {
      int[] rows = IntStream.range(0, n).filter(r -> clusters[r] == cluster).toArray();
      double[] own = Arrays.stream(rows).mapToDouble(r -> influence.at(r, j)).toArray();
      double[] adjusted =
          inverseRoot(left.block(rows)).times(Matrix.of(rows.length, 1, own)).toArray();
      double[] spread = new double[n];
      for (int a = 0; a < rows.length; a++) {
        spread[rows[a]] = adjusted[a];
      }
      influences.add(Matrix.of(n, 1, spread));
    }
    return influences;
  }

  private static Matrix inverseRoot(Matrix block) {
    int m = block.rows();
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(m, m, true, true, false);
    if (!svd.decompose(new DMatrixRMaj(m, m, true, block.toArray()))) {
      throw new AssertionError("no singular values");
    }
    double[] u = svd.getU(null, false).data;
    double[] values = svd.getSingularValues();
    Matrix left = Matrix.of(m, m, u);
    double[] middle = new double[m * m];
    for (int e = 0; e < m; e++) {
      middle[e * m + e] = values[e] > 1e-8 ? 1 / Math.sqrt(values[e]) : 0;
    }
    return left.times(Matrix.of(m, m, middle)).times(left.transposed());
  }
}
