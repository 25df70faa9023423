package id.dampak.estimate.staggered;

/**
 * How close to 1 a propensity score may come, as nobody is left to compare with where it is 1.
 *
 * @param trim comparison units whose score is this or more are left out, with a warning
 * @param refuse a score of this or more, of any unit, is refused
 */
public record Overlap(double trim, double refuse) {

  public Overlap {
    if (!(trim > 0 && refuse > 0 && refuse <= 1)) {
      throw new IllegalArgumentException(
          "limits of scores lie above 0, not " + trim + " and " + refuse);
    }
  }

  /** Leaves out from 0.995 and refuses from 0.999, as {@code did} does. */
  public static Overlap strict() {
    return new Overlap(0.995, 0.999);
  }

  /** Leaves out from 0.995 and refuses from 1 − 10⁻⁶, where treated units stand alone. */
  public static Overlap lenient() {
    return new Overlap(0.995, 1 - 1e-6);
  }
}
