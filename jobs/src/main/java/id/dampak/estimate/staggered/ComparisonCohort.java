package id.dampak.estimate.staggered;

/** Whom an interaction-weighted event study compares its cohorts with. */
public enum ComparisonCohort {
  /** Units not treated within the data. */
  NEVER_TREATED,
  /**
   * Those who start last, in the periods before they do: later periods and units never treated are
   * left out.
   */
  LAST_TREATED
}
