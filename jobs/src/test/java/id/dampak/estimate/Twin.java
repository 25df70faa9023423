package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The slow, obvious twin: every dummy is a column, least squares by QR, the sandwich as textbooks
 * write it. Columns of interest come first; dummies that are redundant are left out by hand.
 */
final class Twin {
  private final DMatrixRMaj x;
  private final double[] w;
  private final double[] residuals;
  private final int interest;
  private final DMatrixRMaj bread;
  final double[] coefficients;

  private Twin(DMatrixRMaj x, double[] y, double[] w, int interest) {
    this.x = x;
    this.w = w;
    this.interest = interest;
    DMatrixRMaj rootX = x.copy();
    DMatrixRMaj rootY = new DMatrixRMaj(y);
    for (int i = 0; i < y.length; i++) {
      double root = Math.sqrt(w[i]);
      rootY.set(i, 0, root * y[i]);
      for (int j = 0; j < x.numCols; j++) {
        rootX.set(i, j, root * x.get(i, j));
      }
    }
    LinearSolverDense<DMatrixRMaj> qr = LinearSolverFactory_DDRM.qr(x.numRows, x.numCols);
    assertThat(qr.setA(rootX.copy())).isTrue();
    DMatrixRMaj b = new DMatrixRMaj(x.numCols, 1);
    qr.solve(rootY, b);
    this.coefficients = b.data;
    this.bread = new DMatrixRMaj(x.numCols, x.numCols);
    CommonOps_DDRM.multTransA(rootX, rootX, bread);
    CommonOps_DDRM.invert(bread);
    DMatrixRMaj fitted = new DMatrixRMaj(y.length, 1);
    CommonOps_DDRM.mult(x, b, fitted);
    this.residuals = new double[y.length];
    Arrays.setAll(residuals, i -> y[i] - fitted.get(i, 0));
  }

  /**
   * @param regressors columns of interest
   * @param effects codes of the effects, of which the columns of all levels but {@code redundant}
   *     enter
   */
  static Twin of(
      double[] y,
      double[] w,
      List<double[]> regressors,
      List<int[]> effects,
      List<int[]> redundant) {
    List<double[]> columns = new ArrayList<>(regressors);
    for (int q = 0; q < effects.size(); q++) {
      int[] codes = effects.get(q);
      int levels = Arrays.stream(codes).max().orElseThrow() + 1;
      for (int level = 0; level < levels; level++) {
        int wanted = level;
        if (Arrays.stream(redundant.get(q)).noneMatch(r -> r == wanted)) {
          columns.add(Arrays.stream(codes).mapToDouble(c -> c == wanted ? 1 : 0).toArray());
        }
      }
    }
    DMatrixRMaj x = new DMatrixRMaj(y.length, columns.size());
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < columns.size(); j++) {
        x.set(i, j, columns.get(j)[i]);
      }
    }
    return new Twin(x, y, w, regressors.size());
  }

  /** What all columns leave of the outcome {@code i}. */
  double residual(int i) {
    return residuals[i];
  }

  /** The diagonal of (X'WX)⁻¹. */
  double inverse(int j) {
    return bread.get(j, j);
  }

  /** N − K with every dummy counted. */
  int freedom() {
    return x.numRows - x.numCols;
  }

  double iid(int j) {
    double rss = 0;
    for (int i = 0; i < residuals.length; i++) {
      rss += w[i] * residuals[i] * residuals[i];
    }
    return Math.sqrt(rss / freedom() * bread.get(j, j));
  }

  double hc1(int j) {
    return Math.sqrt(sandwich(j, i -> i) * x.numRows / freedom());
  }

  /** The variance of coefficient {@code j} clustered by {@code cluster}, without corrections. */
  double sandwich(int j, IntUnaryOperator cluster) {
    Map<Integer, double[]> scores = new TreeMap<>();
    for (int i = 0; i < x.numRows; i++) {
      double[] score = scores.computeIfAbsent(cluster.applyAsInt(i), c -> new double[x.numCols]);
      for (int k = 0; k < x.numCols; k++) {
        score[k] += w[i] * residuals[i] * x.get(i, k);
      }
    }
    double variance = 0;
    for (double[] score : scores.values()) {
      double influence = 0;
      for (int k = 0; k < x.numCols; k++) {
        influence += bread.get(j, k) * score[k];
      }
      variance += influence * influence;
    }
    return variance;
  }

  int interest() {
    return interest;
  }
}
