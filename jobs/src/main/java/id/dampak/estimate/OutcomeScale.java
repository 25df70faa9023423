package id.dampak.estimate;

/** What one unit of the outcome is worth, so that coefficients turn into money. */
public sealed interface OutcomeScale {

  /** The outcome is money already. */
  record Levels() implements OutcomeScale {}

  /**
   * The outcome is money divided by a baseline of the unit.
   *
   * @param baseline column of the unit's mean money per period over the baseline
   */
  record ShareOf(String baseline) implements OutcomeScale {}
}
