package id.dampak.estimate.sensitivity;

/** How the coefficients before the event are tested for being 0. */
public enum PreTrendTest {
  /** Rejects if any single one is significant by its own t test: what readers of a plot do. */
  INDIVIDUAL,
  /** Rejects if the Wald statistic of all of them exceeds its χ² quantile. */
  JOINT
}
