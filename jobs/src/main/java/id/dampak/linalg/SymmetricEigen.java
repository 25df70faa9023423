package id.dampak.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The spectral decomposition {@code M = Q Λ Q'} of a symmetric matrix.
 *
 * <p>Holds an array beside {@link Matrix} because eigenvalues are a vector.
 */
public final class SymmetricEigen {
  private final double[] values;
  private final Matrix vectors;

  private SymmetricEigen(double[] values, Matrix vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** Decomposes {@code matrix}, of which the mean of both triangles is read. */
  public static SymmetricEigen of(Matrix matrix) {
    int n = matrix.rows();
    DMatrixRMaj symmetric = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        symmetric.set(i, j, 0.5 * (matrix.at(i, j) + matrix.at(j, i)));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(symmetric)) {
      throw new ArithmeticException("no spectral decomposition of a " + matrix);
    }
    double[] values = new double[n];
    double[] vectors = new double[n * n];
    for (int e = 0; e < n; e++) {
      values[e] = eigen.getEigenvalue(e).getReal();
      DMatrixRMaj vector = eigen.getEigenVector(e);
      for (int i = 0; i < n; i++) {
        vectors[i * n + e] = vector.get(i);
      }
    }
    return new SymmetricEigen(values, Matrix.wrap(n, n, vectors));
  }

  /** The eigenvalues, in the order of the columns of {@link #vectors}. */
  public double[] values() {
    return values.clone();
  }

  /** Orthonormal eigenvectors as columns. */
  public Matrix vectors() {
    return vectors;
  }
}
