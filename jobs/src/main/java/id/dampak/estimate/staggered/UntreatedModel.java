package id.dampak.estimate.staggered;

import id.dampak.linalg.DummyEquations;
import id.dampak.linalg.LeastSquares;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The model of outcomes without treatment, fitted on untreated observations (subscript 0) and
 * applied to treated ones (1). Covariates are orthogonalised to the effects Z once, {@code X̃₀ = X₀
 * − Z₀Γ} and {@code X̃₁ = X₁ − Z₁Γ}.
 */
final class UntreatedModel {
  /** What effects leave of a covariate counts as rounding below this part of its variation. */
  private static final double ABSORBED = 1e-8;

  /** A planted outcome that is predicted this much worse than its size is not identified. */
  private static final double UNIDENTIFIED = 1e-6;

  private static final long SEED = 20240607;

  private final DummyEquations equations;
  private final List<int[]> treatedCodes;
  private final double[] weights;
  private final int treated;
  private final double[][] untreatedX;
  private final double[][] treatedX;
  private final LeastSquares design;

  /** Prediction errors of untreated and treated observations. */
  static final class Errors {
    private final double[] untreated;
    private final double[] treated;

    private Errors(double[] untreated, double[] treated) {
      this.untreated = untreated;
      this.treated = treated;
    }

    /** ε̂ of the i-th untreated observation. */
    double untreated(int i) {
      return untreated[i];
    }

    /** τ̂ of the i-th treated observation. */
    double treated(int i) {
      return treated[i];
    }

    /** A copy of all ε̂. */
    double[] untreated() {
      return untreated.clone();
    }
  }

  /**
   * The model of some covariates, which are overwritten.
   *
   * @param weights of untreated observations
   */
  UntreatedModel(
      DummyEquations equations,
      List<int[]> treatedCodes,
      double[] weights,
      double[][] untreatedX,
      double[][] treatedX) {
    this.equations = equations;
    this.treatedCodes = treatedCodes;
    this.weights = weights;
    this.treated = treatedCodes.get(0).length;
    this.untreatedX = untreatedX;
    this.treatedX = treatedX;
    for (int j = 0; j < untreatedX.length; j++) {
      double variation = variation(untreatedX[j]);
      takeOut(untreatedX[j], treatedX[j]);
      if (!(length(untreatedX[j]) > ABSORBED * variation)) {
        Arrays.fill(untreatedX[j], 0);
      }
    }
    this.design = LeastSquares.solve(untreatedX, new double[weights.length], weights);
  }

  /**
   * Places of the covariates that the effects and the covariates before them leave something of.
   */
  int[] covariates() {
    return design.kept();
  }

  /** What the model leaves of an outcome; both arrays are overwritten. */
  Errors errors(double[] untreatedY, double[] treatedY) {
    takeOut(untreatedY, treatedY);
    LeastSquares solution = LeastSquares.solve(untreatedX, untreatedY, weights);
    int[] kept = solution.kept();
    double[] beta = solution.coefficients();
    for (int j = 0; j < kept.length; j++) {
      subtract(treatedY, beta[j], treatedX[kept[j]]);
    }
    return new Errors(solution.residuals(), treatedY);
  }

  /**
   * Which treated observations have a prediction that depends on how redundant effects are
   * normalised. An outcome is planted that follows the model exactly, with random effects: wherever
   * the prediction is identified it is right, elsewhere it is not, except on a set of draws of
   * probability 0.
   */
  boolean[] unidentified(double[][] rawUntreatedX, double[][] rawTreatedX) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    double[] effects = random.doubles(equations.coefficients(), -1, 1).toArray();
    double[] untreatedY = equations.fitted(effects);
    double[] treatedY = new double[treated];
    addEffects(treatedY, effects, 1);
    for (int j = 0; j < rawUntreatedX.length; j++) {
      double largest = Math.max(largest(rawUntreatedX[j]), largest(rawTreatedX[j]));
      double slope = largest > 0 ? (0.5 + random.nextDouble()) / largest : 0;
      subtract(untreatedY, -slope, rawUntreatedX[j]);
      subtract(treatedY, -slope, rawTreatedX[j]);
    }
    double[] size = treatedY.clone();
    Errors errors = errors(untreatedY, treatedY);
    boolean[] unidentified = new boolean[treated];
    for (int i = 0; i < treated; i++) {
      unidentified[i] = Math.abs(errors.treated(i)) > UNIDENTIFIED * (1 + Math.abs(size[i]));
    }
    return unidentified;
  }

  /**
   * Weights v of untreated observations with {@code Σ v y₀} the prediction that treated ones have
   * in {@code Σ w y₁}, negative: {@code v = −W(Z₀γ + X̃₀δ)}, {@code Z₀'WZ₀ γ = Z₁'w}, {@code
   * X̃₀'WX̃₀ δ = X̃₁'w}.
   */
  double[] weights(double[] treatedWeights) {
    double[] right = new double[equations.coefficients()];
    for (int q = 0; q < treatedCodes.size(); q++) {
      int[] codes = treatedCodes.get(q);
      int offset = equations.offset(q);
      for (int i = 0; i < treated; i++) {
        right[offset + codes[i]] += treatedWeights[i];
      }
    }
    double[] v = equations.fitted(equations.solve(right));
    addCovariates(v, treatedWeights);
    for (int i = 0; i < v.length; i++) {
      v[i] *= -weights[i];
    }
    return v;
  }

  private void addCovariates(double[] v, double[] treatedWeights) {
    int[] kept = design.kept();
    Matrix inverse = design.gramInverse();
    double[] moments = new double[kept.length];
    for (int j = 0; j < kept.length; j++) {
      double[] column = treatedX[kept[j]];
      for (int i = 0; i < treated; i++) {
        moments[j] += column[i] * treatedWeights[i];
      }
    }
    for (int j = 0; j < kept.length; j++) {
      double delta = 0;
      for (int l = 0; l < kept.length; l++) {
        delta += inverse.at(j, l) * moments[l];
      }
      subtract(v, -delta, untreatedX[kept[j]]);
    }
  }

  /** Subtracts the effects fitted on the untreated part of a column from both parts. */
  private void takeOut(double[] untreated, double[] treatedPart) {
    double mean = mean(untreated);
    shift(untreated, mean);
    shift(treatedPart, mean);
    double[] coefficients = equations.solve(equations.sums(untreated));
    subtract(untreated, 1, equations.fitted(coefficients));
    addEffects(treatedPart, coefficients, -1);
  }

  private void addEffects(double[] column, double[] coefficients, double factor) {
    for (int q = 0; q < treatedCodes.size(); q++) {
      int[] codes = treatedCodes.get(q);
      int offset = equations.offset(q);
      for (int i = 0; i < column.length; i++) {
        column[i] += factor * coefficients[offset + codes[i]];
      }
    }
  }

  private static void subtract(double[] from, double factor, double[] column) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * column[i];
    }
  }

  private static void shift(double[] column, double mean) {
    for (int i = 0; i < column.length; i++) {
      column[i] -= mean;
    }
  }

  private static double largest(double[] column) {
    return Arrays.stream(column).map(Math::abs).max().orElse(0);
  }

  private double mean(double[] column) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < column.length; i++) {
      sum += weights[i] * column[i];
      total += weights[i];
    }
    return sum / total;
  }

  private double variation(double[] column) {
    double[] centred = column.clone();
    shift(centred, mean(column));
    return length(centred);
  }

  private double length(double[] column) {
    double sum = 0;
    for (int i = 0; i < column.length; i++) {
      sum += weights[i] * column[i] * column[i];
    }
    return Math.sqrt(sum);
  }
}
