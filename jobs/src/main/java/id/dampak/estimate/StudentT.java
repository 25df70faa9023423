package id.dampak.estimate;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals and p values from t with the given degrees of freedom, normal where they are infinite.
 *
 * @param degreesOfFreedom of t
 * @param level confidence level of intervals, in (0, 1)
 */
public record StudentT(double degreesOfFreedom, double level) {

  /** The estimate with its interval; all NaN but the point where {@code stdError} is. */
  public Estimate estimate(String term, double point, double stdError) {
    if (Double.isNaN(stdError) || !(degreesOfFreedom > 0)) {
      return new Estimate(term, point, stdError, Double.NaN, Double.NaN, Double.NaN);
    }
    ContinuousDistribution t = distribution();
    double half = t.inverseSurvivalProbability((1 - level) / 2) * stdError;
    double p = Math.min(1, 2 * t.survivalProbability(Math.abs(point / stdError)));
    return new Estimate(term, point, stdError, point - half, point + half, p);
  }

  /** Upper tail of F with {@code numerator} and {@code degreesOfFreedom} degrees of freedom. */
  public static double upperTailOfF(double statistic, int numerator, double degreesOfFreedom) {
    if (Double.isNaN(statistic) || numerator == 0 || !(degreesOfFreedom > 0)) {
      return Double.NaN;
    }
    // F with 1e9 degrees of freedom below is chi-square / q to all digits that are shown.
    double denominator = Math.min(degreesOfFreedom, 1e9);
    return FDistribution.of(numerator, denominator).survivalProbability(Math.max(0, statistic));
  }

  /** The value below which t lies with the given probability. */
  public double quantile(double probability) {
    return distribution().inverseCumulativeProbability(probability);
  }

  /** The probability that t lies below {@code value}. */
  public double below(double value) {
    return distribution().cumulativeProbability(value);
  }

  private ContinuousDistribution distribution() {
    return Double.isInfinite(degreesOfFreedom)
        ? NormalDistribution.of(0, 1)
        : TDistribution.of(degreesOfFreedom);
  }
}
