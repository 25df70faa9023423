package id.dampak.error;

/** Errors of interrupted time series. */
public final class SeriesErrors {
  private static final String WHAT = "an interrupted time series";

  private SeriesErrors() {}

  /** Two rows of one period. */
  public static DampakException twice(String time, long period) {
    return EstimationErrors.cannotEstimate(
        WHAT,
        "There are two rows with " + time + " = " + period + ", and a series has one.",
        "Sum them up first, or use a method for panels, which has a comparison.");
  }

  /** An event so short that its own residuals do not tell its errors. */
  public static DampakException tooShortForLags(String event, int inside, int lags) {
    return EstimationErrors.cannotEstimate(
        "standard errors of Newey and West for " + WHAT,
        "The event "
            + event
            + " has "
            + inside
            + " observed periods, fewer than twice one more than the "
            + lags
            + " lags, and is fitted nearly perfectly, which would pass for precision.",
        "Take errors as stationary, so that other periods tell them, or fewer lags.");
  }

  /** Too few periods before or during the interruption. */
  public static DampakException tooFew(String time, String event, int before, int inside) {
    return EstimationErrors.cannotEstimate(
        WHAT,
        before
            + " rows lie before and "
            + inside
            + " in "
            + time
            + " "
            + event
            + ", and a line needs two periods before, a change of level one during the event and a"
            + " change of slope two.",
        "Check the periods of the event, use a longer series, or leave the slope unchanged.");
  }
}
