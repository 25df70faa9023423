package id.dampak.estimate;

import id.dampak.linalg.Cholesky;
import id.dampak.linalg.GramInverse;
import id.dampak.linalg.Matrix;
import java.util.Arrays;

/** Weighted least squares on regressors from which the fixed effects were taken out. */
final class Solution {
  private final int[] kept;
  private final double[] coefficients;
  private final double[] residuals;
  private final GramInverse bread;

  private Solution(int[] kept, double[] coefficients, double[] residuals, GramInverse bread) {
    this.kept = kept;
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.bread = bread;
  }

  /** Regresses {@code outcome}, orthogonal to the effects, on some of the terms. */
  static Solution of(Within within, int[] terms, double[] outcome) {
    Matrix gram = within.gram();
    Cholesky cholesky = Cholesky.of(gram.block(terms));
    int[] kept = Arrays.stream(cholesky.kept()).map(c -> terms[c]).toArray();
    GramInverse bread = GramInverse.of(cholesky, u -> within.gram(kept, u));
    double[] coefficients = new double[gram.rows()];
    double[] residuals = outcome;
    // The second step refines what rounding left in the first.
    for (int step = 0; step < 2; step++) {
      double[] moments = within.moments(residuals);
      double[] solved = bread.solve(Arrays.stream(terms).mapToDouble(j -> moments[j]).toArray());
      double[] change = new double[coefficients.length];
      for (int c = 0; c < kept.length; c++) {
        change[kept[c]] = solved[c];
        coefficients[kept[c]] += solved[c];
      }
      residuals = within.less(residuals, change);
    }
    return new Solution(kept, coefficients, residuals, bread);
  }

  /** The same with the residuals of another, nested regression. */
  Solution withResiduals(double[] others) {
    return new Solution(kept, coefficients, others, bread);
  }

  /** Terms that have a coefficient, ascending; the others are collinear with them. */
  int[] kept() {
    return kept;
  }

  /** Coefficients of all terms, 0 for those that are not kept. */
  double[] coefficients() {
    return coefficients;
  }

  /** What the terms leave of the outcome; the array itself, for reading only. */
  double[] residuals() {
    return residuals;
  }

  /** {@code (X̃'WX̃)⁻¹} of the terms that were kept. */
  GramInverse bread() {
    return bread;
  }
}
