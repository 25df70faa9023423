package id.dampak.estimate.inference;

/**
 * How probably an effect of a given size would be detected: rejected as zero, on the side of a
 * loss. Losses are positive and in the unit of the coefficient, of which they are the negative.
 */
public sealed interface PowerCurve permits PlaceboPower, StandardErrorPower, PowerCurve.Scaled {

  /** The probability with which a loss is detected; it never falls as the loss grows. */
  double power(double loss);

  /**
   * The smallest loss from which on {@link #power} is at least {@code power}: the minimum
   * detectable effect. Not below 0.
   *
   * @param power in (0, 1)
   */
  double detectable(double power);

  /** The curve of a design in which everything that moves the estimate is {@code factor} times. */
  default PowerCurve scaled(double factor) {
    return new Scaled(this, factor);
  }

  /**
   * Another curve with its losses multiplied.
   *
   * @param factor above 0
   */
  record Scaled(PowerCurve curve, double factor) implements PowerCurve {
    @Override
    public double power(double loss) {
      return curve.power(loss / factor);
    }

    @Override
    public double detectable(double power) {
      return factor * curve.detectable(power);
    }
  }
}
