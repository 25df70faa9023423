package id.dampak.estimate.inference;

/** Which p value a wild bootstrap reports and inverts into an interval. */
public enum WildPValue {
  /** The share of draws with |t*| ≥ |t|. */
  SYMMETRIC,
  /** Twice the smaller of the shares of draws with t* ≤ t and with t* ≥ t, at most 1. */
  EQUAL_TAILED
}
