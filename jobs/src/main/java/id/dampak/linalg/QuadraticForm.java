package id.dampak.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The value of {@code b' V⁺ b} and the rank of the symmetric positive semi-definite V; the value is
 * NaN where V has a negative eigenvalue beyond rounding or no rank at all.
 */
public record QuadraticForm(double value, int rank) {
  /** Eigenvalues of the correlation matrix below this part of the largest count as zero. */
  private static final double TOLERANCE = 1e-10;

  /** The form with the Moore–Penrose inverse of {@code v}, scaled to unit diagonal first. */
  public static QuadraticForm inverse(Matrix v, double[] b) {
    int n = b.length;
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = v.at(i, i) > 0 ? 1 / Math.sqrt(v.at(i, i)) : Double.NaN;
    }
    DMatrixRMaj correlation = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = 0.5 * (v.at(i, j) + v.at(j, i)) * scale[i] * scale[j];
        if (Double.isNaN(value)) {
          return new QuadraticForm(Double.NaN, 0);
        }
        correlation.set(i, j, value);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (n == 0 || !eigen.decompose(correlation)) {
      return new QuadraticForm(Double.NaN, 0);
    }
    return sum(eigen, n, scale, b);
  }

  private static QuadraticForm sum(
      EigenDecomposition_F64<DMatrixRMaj> eigen, int n, double[] scale, double[] b) {
    double largest = 0;
    for (int e = 0; e < n; e++) {
      largest = Math.max(largest, eigen.getEigenvalue(e).getReal());
    }
    double value = 0;
    int rank = 0;
    for (int e = 0; e < n; e++) {
      double lambda = eigen.getEigenvalue(e).getReal();
      if (lambda < -TOLERANCE * largest) {
        return new QuadraticForm(Double.NaN, 0);
      }
      if (lambda > TOLERANCE * largest) {
        DMatrixRMaj vector = eigen.getEigenVector(e);
        double projection = 0;
        for (int i = 0; i < n; i++) {
          projection += vector.get(i) * scale[i] * b[i];
        }
        value += projection * projection / lambda;
        rank++;
      }
    }
    return new QuadraticForm(value, rank);
  }
}
