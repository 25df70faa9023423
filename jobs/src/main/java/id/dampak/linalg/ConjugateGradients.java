package id.dampak.linalg;

import id.dampak.error.EstimationErrors;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Three or more fixed effects, or two too large for a direct solution: conjugate gradients on the
 * normal equations of the effects, preconditioned by the weight of each level.
 *
 * <p>Plays the part of alternating projections (Guimarães and Portugal 2010), in whose worst cases
 * it converges in the square root of the sweeps. Stops when the gradient, scaled by the weights of
 * the levels, is {@value #TOLERANCE} of the length of the column.
 */
final class ConjugateGradients implements Absorber {
  private static final double TOLERANCE = 1e-13;
  private static final int MAX_ITERATIONS = 20_000;

  private final List<int[]> codes;
  private final int[] offsets;
  private final double[] weights;
  private final double[] totals;
  private final int rank;

  ConjugateGradients(List<Factor> effects, double[] weights, int rank) {
    this(effects.stream().map(Factor::codes).toList(), offsets(effects), weights, rank);
  }

  private ConjugateGradients(List<int[]> codes, int[] offsets, double[] weights, int rank) {
    this.codes = codes;
    this.offsets = offsets;
    this.weights = weights;
    this.rank = rank;
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    this.totals = transposeTimes(ones);
  }

  private static int[] offsets(List<Factor> effects) {
    int[] offsets = new int[effects.size() + 1];
    for (int q = 0; q < effects.size(); q++) {
      offsets[q + 1] = offsets[q] + effects.get(q).levels();
    }
    return offsets;
  }

  @Override
  public Absorber reweighted(double[] other) {
    return new ConjugateGradients(codes, offsets, other, rank);
  }

  @Override
  public void residualise(double[] column) {
    // Measured by the column: one that is nearly orthogonal already, as from iteration to iteration
    // of weights, has little left to do; the gradient of one that is orthogonal is rounding, and
    // cannot fall.
    double goal = TOLERANCE * TOLERANCE * squaredLength(column);
    descend(
        transposeTimes(column),
        rho -> goal,
        (step, direction, fitted) -> add(-step, fitted, column));
  }

  @Override
  public int rank() {
    return rank;
  }

  /** Solves {@code Z'WZ γ = r} for a right side in the span; effect after effect. */
  double[] coefficients(double[] sums) {
    double[] solution = new double[sums.length];
    descend(
        sums.clone(),
        rho -> TOLERANCE * TOLERANCE * rho,
        (step, direction, fitted) -> add(step, direction, solution));
    return solution;
  }

  /** What is done with a step along a direction of effects γ, whose fitted values are Zγ. */
  private interface Move {
    void by(double step, double[] direction, double[] fitted);
  }

  /**
   * Moves until the square of the scaled gradient is no larger than its goal.
   *
   * @param gradient at the start; overwritten
   * @param goalAt the goal, given that square at the start
   */
  private void descend(double[] gradient, DoubleUnaryOperator goalAt, Move move) {
    double[] direction = preconditioned(gradient);
    double rho = dot(gradient, direction);
    double goal = goalAt.applyAsDouble(rho);
    for (int iteration = 0; !(rho <= goal); iteration++) {
      if (iteration == MAX_ITERATIONS || !Double.isFinite(rho)) {
        throw EstimationErrors.effectsDidNotConverge(MAX_ITERATIONS);
      }
      double[] fitted = times(direction);
      double[] image = transposeTimes(fitted);
      double step = rho / dot(direction, image);
      move.by(step, direction, fitted);
      add(-step, image, gradient);
      double[] next = preconditioned(gradient);
      double nextRho = dot(gradient, next);
      add(nextRho / rho, direction, next);
      direction = next;
      rho = nextRho;
    }
  }

  private static void add(double factor, double[] what, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
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

  private double squaredLength(double[] column) {
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
