package id.dampak.error;

import java.util.List;

/** Errors of comparisons between channels of the same units. */
public final class ChannelErrors {

  private ChannelErrors() {}

  /** The suspended channel, or any other beside it, is missing. */
  public static DampakException noContrastOfChannels(
      String column, String suspended, List<String> present) {
    return EstimationErrors.cannotEstimate(
        "triple differences",
        "The suspended channel is \""
            + suspended
            + "\", and "
            + column
            + " holds "
            + String.join(", ", present)
            + ".",
        "Name one of these, and keep the rows of at least one other channel.");
  }

  /** All rows lie inside or outside the event. */
  public static DampakException noContrastOfPeriods(
      String time, String event, int inside, int observations) {
    return EstimationErrors.cannotEstimate(
        "triple differences",
        inside
            + " of "
            + observations
            + " rows have "
            + time
            + " in "
            + event
            + ", and both sides are needed.",
        "Check the periods of the event, or use data from before it.");
  }

  /** Two rows of one unit, channel and period. */
  public static DampakException twice(String unit, String label, String channel, String period) {
    return EstimationErrors.cannotEstimate(
        "triple differences",
        "There are two rows of "
            + unit
            + " "
            + label
            + " in channel "
            + channel
            + " and period "
            + period
            + ".",
        "Sum them up first.");
  }
}
