package id.dampak.estimate.sensitivity;

/**
 * A confidence interval for l'τ that holds for every violation of parallel trends within a bound.
 *
 * @param restriction the bound in the paper's symbols: {@code Original}, {@code DeltaSD} or {@code
 *     DeltaRM}
 * @param bound M or M̄; NaN for the original interval, which allows no violation
 * @param confLow lower end
 * @param confHigh upper end
 */
public record RobustInterval(String restriction, double bound, double confLow, double confHigh) {

  /** The middle of it. */
  public double centre() {
    return 0.5 * (confLow + confHigh);
  }

  /** Whether {@code value} lies in the interval. */
  public boolean contains(double value) {
    return confLow <= value && value <= confHigh;
  }
}
