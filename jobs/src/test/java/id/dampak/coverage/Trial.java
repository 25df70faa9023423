package id.dampak.coverage;

import id.dampak.estimate.Estimate;

/**
 * What an estimator said of one simulated sample, beside what is true.
 *
 * @param truth the number that was to be found
 * @param estimate the number that was found
 * @param stdError its standard error; NaN where the method has none
 * @param covers whether the 95 % interval holds the truth
 * @param rejects whether it does not hold 0
 */
public record Trial(
    double truth, double estimate, double stdError, boolean covers, boolean rejects) {
  private static final double SIZE = 0.05;

  /**
   * An estimate with an interval. An end that is NaN is open, as methods say that find no value to
   * reject on that side; without a standard error there is no interval, which covers nothing.
   */
  public static Trial of(double truth, Estimate estimate) {
    return new Trial(
        truth,
        estimate.estimate(),
        estimate.stdError(),
        holds(estimate, truth),
        !holds(estimate, 0));
  }

  /**
   * An estimate with a test and no interval: the interval would hold what is not rejected at 5 %.
   *
   * @param ofTruth p value of the truth
   * @param ofZero p value of no effect
   */
  static Trial tested(double truth, Estimate estimate, double ofTruth, double ofZero) {
    return new Trial(
        truth, estimate.estimate(), estimate.stdError(), ofTruth > SIZE, ofZero <= SIZE);
  }

  double error() {
    return estimate - truth;
  }

  private static boolean holds(Estimate estimate, double value) {
    return !Double.isNaN(estimate.stdError())
        && !(estimate.confLow() > value)
        && !(estimate.confHigh() < value);
  }
}
