package id.dampak.estimate;

/** How the errors of one series may depend on one another. */
public enum SerialErrors {
  /**
   * Newey and West: any dependence that dies out, and variances that change. The errors during the
   * event are told from those periods alone, which have to be several times the lags.
   */
  NEWEY_WEST,
  /**
   * The same dependence and variance during the event as at other times, which are then told from
   * all periods: what can be said of a short event.
   */
  STATIONARY
}
