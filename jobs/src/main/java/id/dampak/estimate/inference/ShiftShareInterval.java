package id.dampak.estimate.inference;

/** Which variance of a shift-share regression stands behind its interval and p value. */
public enum ShiftShareInterval {
  /** From the residuals of the estimate. */
  AKM,
  /**
   * From the residuals under each hypothesis: wider and right more often where shifters are few.
   * The interval need not be symmetric.
   */
  AKM0
}
