package id.dampak.estimate.staggered;

import java.util.List;

/**
 * An average of effects ATT(g, t) with its derivatives in them and in the shares of the cohorts,
 * from which its influence function follows by the delta method.
 */
final class Combination {
  private final double value;
  private final double[] gradient;
  private final boolean estimated;

  private Combination(double value, double[] gradient, boolean estimated) {
    this.value = value;
    this.gradient = gradient;
    this.estimated = estimated;
  }

  /** The k-th of {@code arguments} effects and shares; not estimated if 0 by definition. */
  static Combination single(int k, double value, int arguments, boolean estimated) {
    double[] gradient = new double[arguments];
    gradient[k] = 1;
    return new Combination(value, gradient, estimated);
  }

  /** The plain mean. */
  static Combination mean(List<Combination> parts) {
    double value = 0;
    double[] gradient = new double[parts.get(0).gradient.length];
    boolean estimated = false;
    for (Combination part : parts) {
      value += part.value / parts.size();
      add(gradient, 1.0 / parts.size(), part.gradient);
      estimated |= part.estimated;
    }
    return new Combination(value, gradient, estimated);
  }

  /**
   * The mean by shares of cohorts, {@code Σ p θ / Σ p}.
   *
   * @param shares p of each part
   * @param arguments the place of each share among the arguments
   */
  static Combination weighted(List<Combination> parts, double[] shares, int[] arguments) {
    double total = 0;
    double value = 0;
    for (int j = 0; j < shares.length; j++) {
      total += shares[j];
      value += shares[j] * parts.get(j).value;
    }
    value /= total;
    double[] gradient = new double[parts.get(0).gradient.length];
    boolean estimated = false;
    for (int j = 0; j < shares.length; j++) {
      add(gradient, shares[j] / total, parts.get(j).gradient);
      gradient[arguments[j]] += (parts.get(j).value - value) / total;
      estimated |= parts.get(j).estimated;
    }
    return new Combination(value, gradient, estimated);
  }

  double value() {
    return value;
  }

  /** Derivatives in the effects and then in the shares; for reading only. */
  double[] gradient() {
    return gradient;
  }

  /** Whether it is estimated at all, and not 0 by definition. */
  boolean isEstimated() {
    return estimated;
  }

  private static void add(double[] sum, double factor, double[] terms) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * terms[i];
    }
  }
}
