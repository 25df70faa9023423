package id.dampak.linalg;

import id.dampak.error.EstimationErrors;
import java.util.Arrays;
import java.util.List;

/**
 * Three or more fixed effects, or two too large for a direct solution: conjugate gradients on the
 * normal equations of the effects, preconditioned by the weight of each level.
 *
 * <p>Plays the part of alternating projections (Guimarães and Portugal 2010), in whose worst cases
 * it converges in the square root of the sweeps. Stops when the gradient has fallen by {@value
 * #TOLERANCE}, or is {@value #ROUNDING} of the column.
 */
final class ConjugateGradients implements Absorber {
  private static final double TOLERANCE = 1e-13;

  /**
   * A gradient this small against the column is rounding: of a column that is orthogonal to the
   * effects already it cannot fall any further.
   */
  private static final double ROUNDING = 1e-15;

  private static final int MAX_ITERATIONS = 20_000;

  private final List<int[]> codes;
  private final int[] offsets;
  private final double[] weights;
  private final double[] totals;
  private final int rank;

  ConjugateGradients(List<Factor> effects, double[] weights, int rank) {
    this.codes = effects.stream().map(Factor::codes).toList();
    this.weights = weights;
    this.rank = rank;
    this.offsets = new int[effects.size() + 1];
    for (int q = 0; q < effects.size(); q++) {
      offsets[q + 1] = offsets[q] + effects.get(q).levels();
    }
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    this.totals = transposeTimes(ones);
  }

  @Override
  public void residualise(double[] column) {
    double[] gradient = transposeTimes(column);
    double[] direction = preconditioned(gradient);
    double rho = dot(gradient, direction);
    double goal = Math.max(TOLERANCE * TOLERANCE * rho, ROUNDING * ROUNDING * square(column));
    for (int iteration = 0; !(rho <= goal); iteration++) {
      if (iteration == MAX_ITERATIONS || !Double.isFinite(rho)) {
        throw EstimationErrors.effectsDidNotConverge(MAX_ITERATIONS);
      }
      double[] fitted = times(direction);
      double[] image = transposeTimes(fitted);
      double step = rho / dot(direction, image);
      for (int i = 0; i < column.length; i++) {
        column[i] -= step * fitted[i];
      }
      for (int l = 0; l < gradient.length; l++) {
        gradient[l] -= step * image[l];
      }
      double[] next = preconditioned(gradient);
      double nextRho = dot(gradient, next);
      for (int l = 0; l < direction.length; l++) {
        direction[l] = next[l] + nextRho / rho * direction[l];
      }
      rho = nextRho;
    }
  }

  @Override
  public int rank() {
    return rank;
  }

  /** Solves {@code Z'WZ γ = r} for a right side in the span; effect after effect. */
  double[] coefficients(double[] sums) {
    double[] gradient = sums.clone();
    double[] solution = new double[sums.length];
    double[] direction = preconditioned(gradient);
    double rho = dot(gradient, direction);
    double goal = TOLERANCE * TOLERANCE * rho;
    for (int iteration = 0; !(rho <= goal); iteration++) {
      if (iteration == MAX_ITERATIONS || !Double.isFinite(rho)) {
        throw EstimationErrors.effectsDidNotConverge(MAX_ITERATIONS);
      }
      double[] image = transposeTimes(times(direction));
      double step = rho / dot(direction, image);
      for (int l = 0; l < gradient.length; l++) {
        solution[l] += step * direction[l];
        gradient[l] -= step * image[l];
      }
      double[] next = preconditioned(gradient);
      double nextRho = dot(gradient, next);
      for (int l = 0; l < direction.length; l++) {
        direction[l] = next[l] + nextRho / rho * direction[l];
      }
      rho = nextRho;
    }
    return solution;
  }

  private double[] times(double[] effects) {
    double[] fitted = new double[weights.length];
    for (int q = 0; q < codes.size(); q++) {
      int[] code = codes.get(q);
      int offset = offsets[q];
      for (int i = 0; i < fitted.length; i++) {
        fitted[i] += effects[offset + code[i]];
      }
    }
    return fitted;
  }

  private double[] transposeTimes(double[] column) {
    double[] sums = new double[offsets[codes.size()]];
    for (int q = 0; q < codes.size(); q++) {
      int[] code = codes.get(q);
      int offset = offsets[q];
      for (int i = 0; i < column.length; i++) {
        sums[offset + code[i]] += weights[i] * column[i];
      }
    }
    return sums;
  }

  private double[] preconditioned(double[] gradient) {
    double[] scaled = new double[gradient.length];
    for (int l = 0; l < gradient.length; l++) {
      scaled[l] = gradient[l] / totals[l];
    }
    return scaled;
  }

  private double square(double[] column) {
    double sum = 0;
    for (int i = 0; i < column.length; i++) {
      sum += weights[i] * column[i] * column[i];
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
