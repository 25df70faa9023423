package id.dampak.estimate.staggered;

import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The slow, obvious imputation: every level of every effect is a column, normal equations by
 * pseudo-inverse, the variance as the paper writes it.
 */
final class ImputationTwin {
  private final int[] untreated;
  private final int[] treated;
  private final Market market;
  private final Matrix x0;
  private final Matrix x1;
  private final Matrix w0;
  private final Matrix inverse;
  private final Matrix residual0;
  private final Matrix effects1;

  ImputationTwin(
      Market market,
      List<IntUnaryOperator> effects,
      List<IntToDoubleFunction> covariates,
      IntToDoubleFunction weight,
      IntPredicate in) {
    this.market = market;
    int[] rows = IntStream.range(0, market.rows.size()).filter(in).toArray();
    this.untreated = IntStream.of(rows).filter(row -> !isTreated(row)).toArray();
    this.treated = IntStream.of(rows).filter(this::isTreated).toArray();
    List<IntToDoubleFunction> columns = new ArrayList<>(covariates);
    for (IntUnaryOperator effect : effects) {
      for (int level : IntStream.of(rows).map(effect).distinct().sorted().toArray()) {
        columns.add(row -> effect.applyAsInt(row) == level ? 1 : 0);
      }
    }
    this.x0 = matrix(untreated, columns);
    this.x1 = matrix(treated, columns);
    this.w0 = diagonal(weight);
    this.inverse = pseudoInverse(x0.transposed().times(w0).times(x0));
    Matrix y0 = matrix(untreated, List.of(row -> market.at(row, 3)));
    Matrix y1 = matrix(treated, List.of(row -> market.at(row, 3)));
    Matrix b = inverse.times(x0.transposed().times(w0).times(y0));
    this.residual0 = y0.plus(-1, x0.times(b));
    this.effects1 = y1.plus(-1, x1.times(b));
  }

  private boolean isTreated(int row) {
    return market.at(row, 2) > 0 && market.at(row, 1) >= market.at(row, 2);
  }

  private static Matrix matrix(int[] rows, List<IntToDoubleFunction> columns) {
    double[] values = new double[rows.length * columns.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.size(); j++) {
        values[i * columns.size() + j] = columns.get(j).applyAsDouble(rows[i]);
      }
    }
    return Matrix.of(rows.length, columns.size(), values);
  }

  private Matrix diagonal(IntToDoubleFunction weight) {
    int n = untreated.length;
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      values[i * n + i] = weight.applyAsDouble(untreated[i]);
    }
    return Matrix.of(n, n, values);
  }

  private static Matrix pseudoInverse(Matrix matrix) {
    DMatrixRMaj inverse = new DMatrixRMaj(matrix.rows(), matrix.columns());
    CommonOps_DDRM.pinv(
        new DMatrixRMaj(matrix.rows(), matrix.columns(), true, matrix.toArray()), inverse);
    return Matrix.of(matrix.rows(), matrix.columns(), inverse.data);
  }

  private double[] normalised(IntToDoubleFunction weight) {
    double total = IntStream.of(treated).mapToDouble(weight).sum();
    return IntStream.of(treated).mapToDouble(row -> weight.applyAsDouble(row) / total).toArray();
  }

  double estimate(IntToDoubleFunction weight) {
    double[] w = normalised(weight);
    return IntStream.range(0, w.length).mapToDouble(i -> w[i] * effects1.at(i, 0)).sum();
  }

  /** What each cluster adds to the estimate. */
  Map<Integer, Double> influence(IntToDoubleFunction weight, IntUnaryOperator cluster) {
    double[] w = normalised(weight);
    Matrix v0 =
        w0.times(x0)
            .times(inverse)
            .times(x1.transposed())
            .times(Matrix.of(w.length, 1, w))
            .times(-1);
    Map<Integer, Double> sums = new TreeMap<>();
    for (int i = 0; i < untreated.length; i++) {
      sums.merge(cluster.applyAsInt(untreated[i]), v0.at(i, 0) * residual0.at(i, 0), Double::sum);
    }
    for (int i = 0; i < treated.length; i++) {
      double deviation = effects1.at(i, 0) - mean(i, w, cluster);
      sums.merge(cluster.applyAsInt(treated[i]), w[i] * deviation, Double::sum);
    }
    return sums;
  }

  /** τ̄ of the cohort and period of the i-th treated observation. */
  private double mean(int i, double[] w, IntUnaryOperator cluster) {
    Map<Integer, double[]> byCluster = new TreeMap<>();
    for (int j = 0; j < treated.length; j++) {
      if (market.at(treated[j], 2) == market.at(treated[i], 2)
          && market.at(treated[j], 1) == market.at(treated[i], 1)) {
        double[] sums =
            byCluster.computeIfAbsent(cluster.applyAsInt(treated[j]), c -> new double[2]);
        sums[0] += w[j];
        sums[1] += w[j] * effects1.at(j, 0);
      }
    }
    double numerator = byCluster.values().stream().mapToDouble(s -> s[0] * s[1]).sum();
    double denominator = byCluster.values().stream().mapToDouble(s -> s[0] * s[0]).sum();
    return denominator == 0 ? 0 : numerator / denominator;
  }

  static double product(Map<Integer, Double> a, Map<Integer, Double> b) {
    return a.entrySet().stream()
        .mapToDouble(e -> e.getValue() * b.getOrDefault(e.getKey(), 0.0))
        .sum();
  }
}
