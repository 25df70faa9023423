package id.dampak.estimate.inference;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.StudentT;
import java.util.Arrays;

/**
 * A number with its bootstrap distribution in short.
 *
 * @param percentile the estimate with the interval between quantiles of the draws
 * @param normal the estimate with the interval of a normal distribution
 * @param bias mean of the draws less the estimate
 * @param draws draws in which the number was defined
 */
public record BootstrapEstimate(Estimate percentile, Estimate normal, double bias, int draws) {

  /**
   * From the values of a number in the draws, all of them finite.
   *
   * @param point its value in the sample
   * @param level of the intervals
   */
  static BootstrapEstimate of(String name, double point, double[] values, double level) {
    int n = values.length;
    double mean = Arrays.stream(values).sum() / n;
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (n - 1);
    double stdError = Math.sqrt(variance);
    double[] sorted = Arrays.stream(values).sorted().toArray();
    double tail = (1 - level) / 2;
    double below = Arrays.stream(values).filter(v -> v <= 0).count();
    double above = Arrays.stream(values).filter(v -> v >= 0).count();
    double p = Math.min(1, 2 * (1 + Math.min(below, above)) / (1 + n));
    return new BootstrapEstimate(
        new Estimate(
            name, point, stdError, Quantiles.of(sorted, tail), Quantiles.of(sorted, 1 - tail), p),
        new StudentT(Double.POSITIVE_INFINITY, level).estimate(name, point, stdError),
        mean - point,
        n);
  }

  /** The estimate with one of its intervals. */
  public Estimate with(BootstrapInterval interval) {
    return switch (interval) {
      case PERCENTILE -> percentile;
      case NORMAL -> normal;
    };
  }
}
