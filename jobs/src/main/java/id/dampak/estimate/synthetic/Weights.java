package id.dampak.estimate.synthetic;

import java.util.Arrays;

/** ω of the controls and λ of the periods before treatment. */
final class Weights {
  private final double[] omega;
  private final double[] lambda;

  Weights(double[] omega, double[] lambda) {
    this.omega = omega;
    this.lambda = lambda;
  }

  static double[] uniform(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    return weights;
  }

  /** Scaled to a sum of 1; uniform if all are 0. */
  static double[] normalised(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return sum > 0 ? Arrays.stream(weights).map(w -> w / sum).toArray() : uniform(weights.length);
  }

  /** For reading only. */
  double[] omega() {
    return omega;
  }

  /** For reading only. */
  double[] lambda() {
    return lambda;
  }

  /** Without the controls {@code left}, in ascending order; the others keep their proportions. */
  Weights without(int[] left) {
    double[] rest = new double[omega.length - left.length];
    int place = 0;
    for (int i = 0; i < omega.length; i++) {
      if (Arrays.binarySearch(left, i) < 0) {
        rest[place++] = omega[i];
      }
    }
    return new Weights(normalised(rest), lambda);
  }

  /**
   * Mean outcome of the treated less that of the synthetic unit in every period, less the
   * λ-weighted mean of that difference before treatment.
   */
  double[] gaps(Block block) {
    double[] gaps = block.treatedMean();
    for (int unit = 0; unit < omega.length; unit++) {
      if (omega[unit] != 0) {
        for (int t = 0; t < gaps.length; t++) {
          gaps[t] -= omega[unit] * block.outcome(unit, t);
        }
      }
    }
    double base = 0;
    for (int t = 0; t < lambda.length; t++) {
      base += lambda[t] * gaps[t];
    }
    for (int t = 0; t < gaps.length; t++) {
      gaps[t] -= base;
    }
    return gaps;
  }
}
