package id.dampak.estimate;

/**
 * Which parameters K counts in the factor {@code (N − 1)/(N − K)} of clustered variances. Programs
 * differ, and so do their standard errors.
 */
public enum ParameterCount {
  /** Fixed effects nested in a cluster count as one parameter: fixest's default. */
  NESTED,
  /** Every fixed effect counts: statsmodels with dummies, Stata's {@code areg}. */
  ALL,
  /** Regressors only. */
  NONE,
  /** No factor at all. */
  OFF
}
