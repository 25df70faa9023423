package id.dampak.estimate.synthetic;

/** The column that says whom the treatment reached, and when. */
public sealed interface Treatment {

  /** The numeric column. */
  String column();

  /**
   * 1 for a treated unit in every period from the first treated one on, 0 otherwise.
   *
   * @param column numeric column of zeros and ones
   */
  record Indicator(String column) implements Treatment {}

  /**
   * The first treated period of a unit, the same in all its rows. A unit is never treated where the
   * column is empty or infinite or lies after the last period, and where it is 0 in data whose
   * periods are all above 0.
   *
   * @param column numeric column of periods
   */
  record From(String column) implements Treatment {}
}
