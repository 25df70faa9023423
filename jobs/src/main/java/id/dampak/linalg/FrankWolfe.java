package id.dampak.linalg;

import java.util.Arrays;

/**
 * The program of {@link SimplexProgram} by the method of Frank and Wolfe (1956,
 * doi:10.1002/nav.3800030109) with exact line search: each step goes from the weights towards the
 * one vertex whose gradient is least, as far as the objective falls. Cheap, and near the minimum
 * slow; where it stops depends on the start and the tolerance. Kept because other programs'
 * published numbers stopped there; {@link SimplexProgram} is exact.
 */
public final class FrankWolfe {
  private static final int LEAST_STEPS = 2;

  private final double[][] points;
  private final double[] target;
  private final double ridge;

  /** States the program; {@code points} are the a_i, each as long as {@code target}. */
  public FrankWolfe(double[][] points, double[] target, double ridge) {
    this.points = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    this.target = target.clone();
    this.ridge = ridge;
  }

  /**
   * Steps from {@code start} until one lowers the objective by no more than {@code leastDecrease},
   * but at least twice and at most {@code iterations} times.
   */
  public double[] minimise(double[] start, double leastDecrease, int iterations) {
    double[] w = start.clone();
    double[] error = error(w);
    double before = Double.NaN;
    for (int step = 0; step < iterations; step++) {
      step(w, error);
      error = error(w);
      double now = dot(error, error) + ridge * dot(w, w);
      if (step >= LEAST_STEPS - 1 && !(before - now > leastDecrease)) {
        break;
      }
      before = now;
    }
    return w;
  }

  private void step(double[] w, double[] error) {
    int best = 0;
    double[] gradient = new double[w.length];
    double along = 0;
    for (int i = 0; i < w.length; i++) {
      gradient[i] = dot(points[i], error) + ridge * w[i];
      along += gradient[i] * w[i];
      best = gradient[i] < gradient[best] ? i : best;
    }
    double curvature = 0;
    for (int t = 0; t < target.length; t++) {
      double d = points[best][t] - target[t] - error[t];
      curvature += d * d;
    }
    double length = 0;
    for (int i = 0; i < w.length; i++) {
      double d = (i == best ? 1 : 0) - w[i];
      length += d * d;
    }
    curvature += ridge * length;
    if (!(curvature > 0)) {
      return;
    }
    double share = Math.max(0, Math.min(1, (along - gradient[best]) / curvature));
    for (int i = 0; i < w.length; i++) {
      w[i] += share * ((i == best ? 1 : 0) - w[i]);
    }
  }

  private double[] error(double[] w) {
    double[] error = new double[target.length];
    for (int i = 0; i < w.length; i++) {
      if (w[i] != 0) {
        for (int t = 0; t < error.length; t++) {
          error[t] += w[i] * points[i][t];
        }
      }
    }
    for (int t = 0; t < error.length; t++) {
      error[t] -= target[t];
    }
    return error;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }
}
