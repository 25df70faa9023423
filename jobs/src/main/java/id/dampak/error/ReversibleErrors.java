package id.dampak.error;

import id.dampak.error.DampakException.Kind;

/** Errors of the estimators of treatments that switch on and off. */
public final class ReversibleErrors {
  private static final String WITHOUT_STAYERS =
      " What still identifies an effect when everybody switches at once is who had more to lose:"
          + " sort the units into bins of an intensity that was fixed beforehand and take those of"
          + " intensity (near) zero as the stayers, by setting their treatment to its old value;"
          + " or run an exposure event study (--method event-study) on that intensity.";

  private ReversibleErrors() {}

  /** No unit ever switches. */
  public static DampakException noSwitchers(String treatment, int units, String unusable) {
    return EstimationErrors.cannotEstimate(
        "the effect of " + treatment,
        "None of the " + units + " units is seen to switch" + unusable + ".",
        "Check the column and the period that the panel covers; a treatment that never changes has"
            + " no before and after.");
  }

  /** Switchers there are, but nobody to compare them with. */
  public static DampakException noStayers(String treatment, int switchers, String when) {
    return EstimationErrors.cannotEstimate(
        "the effect of " + treatment,
        "There are no stayers: for none of the "
            + switchers
            + " switchers is a unit observed that had the same treatment before and kept it (they"
            + " switch: "
            + when
            + ").",
        "Add units that do not switch, or not yet, or not in that period." + WITHOUT_STAYERS);
  }

  /** Nobody comes back to the treatment it had. */
  public static DampakException noReturners(String treatment, int switchers) {
    return EstimationErrors.cannotEstimate(
        "whether effects of " + treatment + " carry over",
        "None of the "
            + switchers
            + " units that switch is observed back at its first treatment beside a unit that has"
            + " not switched yet.",
        "The test needs units that switch back, and periods after it; without them only theory can"
            + " rule out that effects last.");
  }

  /** A count of effects, placebos or periods that makes no sense. */
  public static DampakException tooFew(String what, int number, int least) {
    return new DampakException(
        Kind.USER,
        "The number of " + what + " is " + number + ".",
        "It must be at least " + least + ".",
        "Ask for " + least + " or more.");
  }

  /** A weight below zero. */
  public static DampakException negativeWeight(String column, String unit, int period, double w) {
    return new DampakException(
        Kind.DATA,
        "Weight \"" + column + "\" of unit " + unit + " is " + w + " in period " + period + ".",
        "Weights are sizes of cells and cannot be negative.",
        "Repair the column or choose another weight.");
  }

  /** All units that enter lie in one cluster. */
  public static DampakException oneCluster(String column, int units) {
    return EstimationErrors.cannotEstimate(
        "standard errors clustered by " + column,
        "All " + units + " units that enter lie in one cluster, and a variance needs at least two.",
        "Cluster by a column with more values.");
  }
}
