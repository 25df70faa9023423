package id.dampak.estimate.staggered;

import java.util.function.IntToDoubleFunction;

/**
 * An average effect on the treated, with its influence function ψ kept as the few numbers that it
 * is made of, so that nothing is stored for each unit:
 *
 * <pre>treated     ψ = a (r − r₁) + (1 − π) x'h
 * comparison  ψ = −b w (r − r₀) − π x'h + r x'k</pre>
 *
 * <p>r is the change less x'β, w the odds π/(1 − π) of the score π = Λ(x'γ). The terms in h and k
 * are what estimating γ and β adds. The mean of ψ is 0, that of ψ² the variance times the number of
 * units.
 */
final class Effect {
  private final double att;
  private final Side treated;
  private final Side comparison;
  private final double[] beta;
  private final double[] gamma;
  private final double[] h;
  private final double[] k;
  private final double trim;
  private final int trimmed;

  /** a and r₁ of the treated, b and r₀ of comparison units. */
  record Side(double factor, double centre) {}

  /** An effect; vectors of what was not estimated, or does not matter, are empty. */
  Effect(
      double att,
      Side treated,
      Side comparison,
      double[] beta,
      double[] gamma,
      double[] h,
      double[] k,
      double trim,
      int trimmed) {
    this.att = att;
    this.treated = treated;
    this.comparison = comparison;
    this.beta = beta;
    this.gamma = gamma;
    this.h = h;
    this.k = k;
    this.trim = trim;
    this.trimmed = trimmed;
  }

  double att() {
    return att;
  }

  /** How many comparison units have no weight because their score is too close to 1. */
  int trimmed() {
    return trimmed;
  }

  /**
   * ψ of a unit.
   *
   * @param x covariates by column, that of ones first
   */
  double influence(boolean isTreated, double change, IntToDoubleFunction x) {
    double r = change - product(beta, x);
    double v = product(gamma, x);
    double fromScore = h.length == 0 ? 0 : product(h, x);
    if (isTreated) {
      return treated.factor() * (r - treated.centre()) + (1 - Odds.score(v)) * fromScore;
    }
    double weight = gamma.length == 0 ? 0 : Odds.weight(v, trim);
    return -comparison.factor() * weight * (r - comparison.centre())
        - Odds.score(v) * fromScore
        + r * product(k, x);
  }

  private static double product(double[] coefficients, IntToDoubleFunction x) {
    double sum = 0;
    for (int j = 0; j < coefficients.length; j++) {
      sum += coefficients[j] * x.applyAsDouble(j);
    }
    return sum;
  }
}
