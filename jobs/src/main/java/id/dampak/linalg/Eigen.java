package id.dampak.linalg;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues of a symmetric matrix M in descending order, with their vectors of length 1. */
public final class Eigen {
  private final double[] values;
  private final Matrix vectors;

  private Eigen(double[] values, Matrix vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** Decomposes the symmetric part of {@code m}, whose entries are finite. */
  public static Eigen of(Matrix m) {
    int n = m.rows();
    DMatrixRMaj symmetric = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        symmetric.set(i, j, 0.5 * (m.at(i, j) + m.at(j, i)));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(symmetric)) {
      throw new ArithmeticException("the eigenvalues did not converge");
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer e) -> -eigen.getEigenvalue(e).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[] vectors = new double[n * n];
    for (int e = 0; e < n; e++) {
      values[e] = eigen.getEigenvalue(order[e]).getReal();
      DMatrixRMaj vector = eigen.getEigenVector(order[e]);
      for (int i = 0; i < n; i++) {
        vectors[i * n + e] = vector.get(i);
      }
    }
    return new Eigen(values, Matrix.wrap(n, n, vectors));
  }

  /** The eigenvalues, largest first. */
  public double[] values() {
    return values.clone();
  }

  /** The orthonormal vectors as columns, in the order of {@link #values}. */
  public Matrix vectors() {
    return vectors;
  }

  /** {@code M⁺b}; eigenvalues of at most {@code tolerance} times the largest count as 0. */
  public double[] solve(double[] b, double tolerance) {
    int n = values.length;
    double[] solution = new double[n];
    for (int e = 0; e < n && values[e] > tolerance * values[0]; e++) {
      double projection = 0;
      for (int i = 0; i < n; i++) {
        projection += vectors.at(i, e) * b[i];
      }
      for (int i = 0; i < n; i++) {
        solution[i] += projection / values[e] * vectors.at(i, e);
      }
    }
    return solution;
  }
}
