package id.dampak.estimate.inference;

import id.dampak.error.EstimationErrors;
import id.dampak.error.InferenceErrors;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The coefficients of every draw of a bootstrap, from which any smooth function of them has a
 * standard error, intervals and a p value: a loss, a ratio, a sum.
 */
public final class BootstrapDraws {
  private final Fit fit;
  private final List<String> terms;
  private final double[][] draws;
  private final int lost;

  /**
   * @param draws coefficients of the terms of {@code fit} in each draw that had them
   * @param lost draws in which a term could not be estimated
   */
  BootstrapDraws(Fit fit, double[][] draws, int lost) {
    this.fit = fit;
    this.terms = fit.estimates().stream().map(Estimate::term).toList();
    this.draws = draws;
    this.lost = lost;
  }

  /** The fit that was bootstrapped. */
  public Fit fit() {
    return fit;
  }

  /** Names of the terms. */
  public List<String> terms() {
    return terms;
  }

  /** Draws with estimates. */
  public int count() {
    return draws.length;
  }

  /** Draws in which a term could not be estimated, because the clusters that tell it were out. */
  public int lost() {
    return lost;
  }

  /** The coefficient of the term in place {@code term} in a draw. */
  public double at(int draw, int term) {
    return draws[draw][term];
  }

  /** Covariance of the terms over the draws, around their means, in the order of the terms. */
  public Matrix covariance() {
    int k = terms.size();
    double[] mean = new double[k];
    for (double[] draw : draws) {
      for (int j = 0; j < k; j++) {
        mean[j] += draw[j] / draws.length;
      }
    }
    double[] covariance = new double[k * k];
    for (double[] draw : draws) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          covariance[i * k + j] += (draw[i] - mean[i]) * (draw[j] - mean[j]) / (draws.length - 1);
        }
      }
    }
    return Matrix.of(k, k, covariance);
  }

  /** A term. */
  public BootstrapEstimate term(String term) {
    return function(term, coefficients -> coefficients.of(term));
  }

  /** {@code Σ weight · term}. */
  public BootstrapEstimate combination(String name, Map<String, Double> weights) {
    double[] contrast = Contrast.of(terms, weights);
    double[] values = new double[draws.length];
    for (int b = 0; b < draws.length; b++) {
      values[b] = product(contrast, draws[b]);
    }
    return summary(name, product(contrast, estimates()), values);
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /**
   * A function of the coefficients, smooth at their values; draws where it is NaN or infinite are
   * left out.
   *
   * @throws id.dampak.error.DampakException if it is undefined at the estimates or in more than 5 %
   *     of the draws
   */
  public BootstrapEstimate function(String name, ToDoubleFunction<Coefficients> function) {
    double point = function.applyAsDouble(named(estimates()));
    double[] values = Arrays.stream(values(function)).filter(Double::isFinite).toArray();
    if (!Double.isFinite(point)) {
      throw InferenceErrors.undefinedFunction(name, point);
    }
    PoissonClusterBootstrap.requireMost(values.length, draws.length, name);
    return summary(name, point, values);
  }

  /** The values of a function in every draw. */
  double[] values(ToDoubleFunction<Coefficients> function) {
    return Arrays.stream(draws).mapToDouble(draw -> function.applyAsDouble(named(draw))).toArray();
  }

  private Coefficients named(double[] values) {
    return term -> {
      int j = terms.indexOf(term);
      if (j < 0) {
        throw EstimationErrors.noSuchTerm(term, terms);
      }
      return values[j];
    };
  }

  private double[] estimates() {
    return fit.estimates().stream().mapToDouble(Estimate::estimate).toArray();
  }

  private BootstrapEstimate summary(String name, double point, double[] values) {
    return BootstrapEstimate.of(name, point, values, fit.level());
  }
}
