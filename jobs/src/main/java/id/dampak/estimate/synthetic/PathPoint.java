package id.dampak.estimate.synthetic;

/**
 * The treated and their synthetic double in a period.
 *
 * @param period the period
 * @param observed mean outcome of the treated units
 * @param synthetic the weighted mean of the controls, moved up or down to the level of the treated
 *     where the method compares changes
 */
public record PathPoint(int period, double observed, double synthetic) {

  /** Observed less synthetic. */
  public double gap() {
    return observed - synthetic;
  }
}
