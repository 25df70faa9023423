package id.dampak.estimate.inference;

import id.dampak.estimate.StudentT;

/**
 * Power by a standard error alone: the minimum detectable effect of Bloom (1995),
 * doi:10.1177/0193841X9501900504,
 *
 * <pre>MDE = (t_{1−α/2} + t_{power}) · SE</pre>
 *
 * It holds where the standard error does. One that is clustered by unit does not see what moves all
 * the exposed on the same day, so that for a single suspension it promises too much.
 *
 * @param stdError SE
 * @param degreesOfFreedom of t; infinite for the normal distribution
 * @param size α of the two-sided test, in (0, 1)
 */
public record StandardErrorPower(double stdError, double degreesOfFreedom, double size)
    implements PowerCurve {

  @Override
  public double power(double loss) {
    return t().below(loss / stdError - critical());
  }

  @Override
  public double detectable(double power) {
    return Math.max(0, (critical() + t().quantile(power)) * stdError);
  }

  private double critical() {
    return t().quantile(1 - size / 2);
  }

  private StudentT t() {
    return new StudentT(degreesOfFreedom, 1 - size);
  }
}
