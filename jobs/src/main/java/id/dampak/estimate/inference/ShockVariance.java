package id.dampak.estimate.inference;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.StudentT;

/** The variance of a shift-share regression by shocks to shifters. */
final class ShockVariance {
  private final double square;
  private final double estimate;
  private final double[] outcomeShocks;
  private final double[] exposureShocks;

  /**
   * @param x what controls leave of the exposure
   * @param y what they leave of the outcome
   * @param w a column of shares for each shifter
   * @param shifters 𝒳̂
   */
  ShockVariance(double[] x, double[] y, double[][] w, double[] shifters) {
    double product = 0;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      product += x[i] * y[i];
      sum += x[i] * x[i];
    }
    this.square = sum;
    this.estimate = product / sum;
    this.outcomeShocks = new double[w.length];
    this.exposureShocks = new double[w.length];
    for (int s = 0; s < w.length; s++) {
      for (int i = 0; i < x.length; i++) {
        outcomeShocks[s] += shifters[s] * w[s][i] * y[i];
        exposureShocks[s] += shifters[s] * w[s][i] * x[i];
      }
    }
  }

  Estimate estimate(String term, ShiftShareInterval interval, double level) {
    StudentT normal = new StudentT(Double.POSITIVE_INFINITY, level);
    Estimate akm = normal.estimate(term, estimate, stdError(estimate));
    return switch (interval) {
      case AKM -> akm;
      case AKM0 -> {
        double p = normal.estimate(term, estimate, stdError(0)).pValue();
        double[] ends = nullImposed((akm.confHigh() - estimate) / akm.stdError());
        yield new Estimate(term, estimate, akm.stdError(), ends[0], ends[1], p);
      }
    };
  }

  /** The standard error from the residuals that a hypothesis leaves. */
  double stdError(double hypothesis) {
    double sum = 0;
    for (int s = 0; s < outcomeShocks.length; s++) {
      double shock = outcomeShocks[s] - hypothesis * exposureShocks[s];
      sum += shock * shock;
    }
    return Math.sqrt(sum) / square;
  }

  /**
   * The hypotheses β with {@code (β̂ − β)² ≤ z² V(β)}. With {@code V(β) = v₀ − 2v₁β + v₂β²} that is
   * {@code (1 − z²v₂)β² − 2(β̂ − z²v₁)β + β̂² − z²v₀ ≤ 0}, an interval if the first factor is
   * positive.
   */
  private double[] nullImposed(double z) {
    double v0 = 0;
    double v1 = 0;
    double v2 = 0;
    for (int s = 0; s < outcomeShocks.length; s++) {
      v0 += outcomeShocks[s] * outcomeShocks[s];
      v1 += outcomeShocks[s] * exposureShocks[s];
      v2 += exposureShocks[s] * exposureShocks[s];
    }
    double scale = z * z / (square * square);
    double a = 1 - scale * v2;
    double b = estimate - scale * v1;
    double c = estimate * estimate - scale * v0;
    if (!(a > 0)) {
      return new double[] {Double.NaN, Double.NaN};
    }
    // β̂ itself satisfies the inequality, so that the root is real but for rounding.
    double root = Math.sqrt(Math.max(0, b * b - a * c));
    return new double[] {(b - root) / a, (b + root) / a};
  }
}
