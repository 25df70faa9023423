package id.dampak.estimate.staggered;

/**
 * How treated and comparison units are made alike in their covariates. Without covariates all are
 * the difference between the mean changes of the two.
 *
 * <p>π is the propensity score, the probability of being treated given the covariates; m the mean
 * change of comparison units given the covariates.
 */
public enum Adjustment {
  /** Least squares for m (Heckman, Ichimura and Todd 1997). */
  OUTCOME_REGRESSION(true, false),
  /** Logit for π, weights π/(1 − π) that are made to sum to one (Hájek). */
  INVERSE_PROBABILITY(false, true),
  /** Logit for π, weights as they are (Horvitz–Thompson; Abadie 2005). */
  UNNORMALISED_INVERSE_PROBABILITY(false, true),
  /** Least squares for m and logit for π: consistent if either is right. */
  DOUBLY_ROBUST(true, true),
  /**
   * Least squares weighted by π/(1 − π) for m, and π calibrated such that the weighted covariates
   * of comparison units average to those of the treated: doubly robust in its standard errors too.
   */
  IMPROVED_DOUBLY_ROBUST(true, true);

  private final boolean regresses;
  private final boolean weights;

  Adjustment(boolean regresses, boolean weights) {
    this.regresses = regresses;
    this.weights = weights;
  }

  /** Whether the mean change is regressed on the covariates. */
  boolean regresses() {
    return regresses;
  }

  /** Whether comparison units are weighted by a propensity score. */
  boolean weights() {
    return weights;
  }
}
