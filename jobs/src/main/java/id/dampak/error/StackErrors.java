package id.dampak.error;

/** Errors of regressions that stack several events. */
public final class StackErrors {
  private static final String WHAT = "stacked events";

  private StackErrors() {}

  /** No event was named. */
  public static DampakException noEvents() {
    return EstimationErrors.cannotEstimate(
        WHAT, "No event was named.", "Name the first period of at least one event.");
  }

  /** Windows of two events share periods. */
  public static DampakException overlap(int event, int next, int first, int last) {
    return EstimationErrors.cannotEstimate(
        WHAT,
        "The windows from "
            + first
            + " to "
            + last
            + " around the events of period "
            + event
            + " and period "
            + next
            + " overlap, so that the one is the before or after of the other.",
        "Narrow the window to fewer than "
            + (next - event)
            + " periods in all, or leave out one of the events.");
  }

  /** An event without its reference period or without anything after it. */
  public static DampakException halfAnEvent(String time, int event, int reference) {
    return EstimationErrors.cannotEstimate(
        WHAT,
        "Around the event of "
            + time
            + " "
            + event
            + " no row lies in the reference period "
            + reference
            + ", or none in the window from the event on.",
        "Leave out this event, or use data from around it.");
  }
}
