package id.dampak.estimate.staggered;

import id.dampak.linalg.LeastSquares;
import id.dampak.linalg.Matrix;
import java.util.Optional;

/**
 * The moment equations of an average effect on the treated,
 *
 * <pre>ATT = Σ D r / Σ D − Σ w r / W,   r = ΔY − x'β,</pre>
 *
 * W = Σ w, or Σ D where weights are not normalised, and w = 0 where nothing is weighted: then r of
 * comparison units averages to 0 by least squares. Its influence function follows by the delta
 * method for estimators that solve moment equations.
 */
final class EffectEquations {
  private static final double[] NONE = {};

  private final Comparison data;
  private final Adjustment way;
  private final Optional<Odds> odds;
  private final Optional<LeastSquares> outcome;
  private final double[] residuals;
  private final double[] weights;

  EffectEquations(
      Comparison data,
      Adjustment way,
      Optional<Odds> odds,
      Optional<LeastSquares> outcome,
      double[] residuals) {
    this.data = data;
    this.way = way;
    this.odds = odds;
    this.outcome = outcome;
    this.residuals = residuals;
    this.weights = odds.map(Odds::weights).orElseGet(() -> new double[data.units()]);
  }

  Effect effect(double trim) {
    double n = data.units();
    double ofTreated = 0;
    double ofComparison = 0;
    double weight = 0;
    for (int i = 0; i < residuals.length; i++) {
      if (data.isTreated(i)) {
        ofTreated += residuals[i];
      } else {
        ofComparison += weights[i] * residuals[i];
        weight += weights[i];
      }
    }
    boolean normalised = way != Adjustment.UNNORMALISED_INVERSE_PROBABILITY;
    // Without weights the sum over comparison units is 0, whatever it is divided by.
    double total = odds.isPresent() && normalised ? weight : data.treatedUnits();
    ofTreated /= data.treatedUnits();
    ofComparison /= total;
    double att = ofTreated - ofComparison;
    double centre = normalised ? ofComparison : 0;
    // The improved way is built such that estimating β and γ does not matter.
    boolean improved = way == Adjustment.IMPROVED_DOUBLY_ROBUST;
    return new Effect(
        att,
        new Effect.Side(n / data.treatedUnits(), normalised ? ofTreated : att),
        new Effect.Side(n / total, centre),
        outcome.map(LeastSquares::coefficients).orElse(NONE),
        odds.map(o -> o.propensity().coefficients()).orElse(NONE),
        improved ? NONE : odds.map(o -> fromScore(o, centre, total)).orElse(NONE),
        improved ? NONE : outcome.map(o -> fromRegression(o, total)).orElse(NONE),
        trim,
        odds.map(Odds::trimmed).orElse(0));
  }

  /** h: what the score of γ moves the estimate by. */
  private double[] fromScore(Odds fitted, double centre, double total) {
    double[] pull = new double[data.x().length];
    for (int j = 0; j < pull.length; j++) {
      double[] column = data.x()[j];
      for (int i = 0; i < residuals.length; i++) {
        pull[j] -= weights[i] * (residuals[i] - centre) * column[i];
      }
      pull[j] *= data.units() / total;
    }
    return fitted.propensity().hessian().solve(pull);
  }

  /** k: what the score of β moves the estimate by. */
  private double[] fromRegression(LeastSquares fitted, double total) {
    double[] pull = new double[data.x().length];
    for (int j = 0; j < pull.length; j++) {
      double[] column = data.x()[j];
      double ofTreated = 0;
      double ofComparison = 0;
      for (int i = 0; i < column.length; i++) {
        if (data.isTreated(i)) {
          ofTreated += column[i];
        } else {
          ofComparison += weights[i] * column[i];
        }
      }
      pull[j] = data.units() * (ofComparison / total - ofTreated / data.treatedUnits());
    }
    return fitted.gramInverse().times(Matrix.of(pull.length, 1, pull)).toArray();
  }
}
