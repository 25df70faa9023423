package id.dampak.estimate.inference;

/** Which interval and p value a bootstrap reports. */
public enum BootstrapInterval {
  /** Quantiles of the draws; p is twice the smaller share of draws on one side of 0. */
  PERCENTILE,
  /** The estimate plus and minus a normal quantile times the standard deviation of the draws. */
  NORMAL
}
