package id.dampak.estimate.staggered;

/** What becomes of units that are not observed, with all covariates, in every period. */
public enum IncompleteUnits {
  /** They do not enter. Every effect is then about the same units. */
  DROP,
  /**
   * They enter each comparison of two periods in both of which they are observed, so that the
   * comparisons are about different units.
   */
  USE_AVAILABLE_PAIRS
}
