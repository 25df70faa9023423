package id.dampak.estimate.inference;

import id.dampak.estimate.Estimate;

/**
 * A number with its bootstrap distribution in short.
 *
 * @param percentile the estimate with the interval between quantiles of the draws
 * @param normal the estimate with the interval of a normal distribution
 * @param bias mean of the draws less the estimate
 * @param draws draws in which the number was defined
 */
public record BootstrapEstimate(Estimate percentile, Estimate normal, double bias, int draws) {

  /** The estimate with one of its intervals. */
  public Estimate with(BootstrapInterval interval) {
    return switch (interval) {
      case PERCENTILE -> percentile;
      case NORMAL -> normal;
    };
  }
}
