package id.dampak.estimate.staggered;

/** With whom a cohort is compared. */
public enum ComparisonGroup {
  /** Units that are not treated within the data. */
  NEVER_TREATED,
  /** These, and the cohorts that are neither treated nor anticipate treatment in either period. */
  NOT_YET_TREATED
}
