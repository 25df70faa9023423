package id.dampak.error;

/** Errors of synthetic control and its relatives. */
public final class SyntheticErrors {
  private SyntheticErrors() {}

  /** Cells are empty. */
  public static DampakException unbalanced(String outcome, int missing, String unit, int period) {
    return refuse(
        "There is no "
            + outcome
            + " in "
            + missing
            + (missing == 1 ? " cell" : " cells")
            + " of the panel, for instance for "
            + unit
            + " in period "
            + period
            + ", and weights need every unit in every period.",
        "Leave out these units or periods, or fill the cells.");
  }

  /** An indicator that is neither 0 nor 1. */
  public static DampakException notAnIndicator(
      String column, double value, String unit, int period) {
    return refuse(
        "Treatment \"" + column + "\" is " + value + " for " + unit + " in period " + period + ".",
        "Use 1 where a unit is treated and 0 where it is not, or name a column of first treated"
            + " periods.");
  }

  /** A treatment that ends. */
  public static DampakException switchedOff(String column, String unit, int period) {
    return refuse(
        "Treatment \""
            + column
            + "\" of "
            + unit
            + " ends before period "
            + period
            + ", and these methods compare all periods from the first treated one on.",
        "End the panel with the last treated period, or use an estimator for treatments that go on"
            + " and off.");
  }

  /** Units that are treated from different periods on. */
  public static DampakException staggered(String one, int start, String other, int otherStart) {
    return refuse(
        one
            + " is treated from "
            + start
            + " on and "
            + other
            + " from "
            + otherStart
            + ", and these methods need one start.",
        "Estimate each cohort by itself against the never treated, or use an estimator for"
            + " staggered treatments.");
  }

  /** Every unit is treated. */
  public static DampakException noControls(int units) {
    return refuse(
        "All " + units + " units are treated, and none is left to compare them with.",
        "Add units that are never treated.");
  }

  /** No unit is treated. */
  public static DampakException nobodyTreated(int units) {
    return refuse(
        "None of the " + units + " units is treated in any period.",
        "Check the treatment column, or widen the panel.");
  }

  /** Treated from the first period on. */
  public static DampakException nothingBefore(String unit, int period) {
    return refuse(
        unit + " is treated from the first period, " + period + ", on.",
        "Use data from before the treatment.");
  }

  /** Too few periods before treatment for the noise level that sets the penalty. */
  public static DampakException onePeriodBefore(int period) {
    return refuse(
        period
            + " is the only period before treatment, and weights are chosen by what happened"
            + " over two or more.",
        "Use data from further back, or the difference in differences of averages.");
  }

  /** Controls whose changes do not differ. */
  public static DampakException noNoise(int controls) {
    return refuse(
        "Before treatment all changes of the "
            + controls
            + " controls from period to period are the same, so that no weights are better than"
            + " others.",
        "Use the difference in differences of averages.");
  }

  /** Not enough controls for placebos. */
  public static DampakException tooFewForPlacebos(int controls, int treated) {
    return EstimationErrors.cannotEstimate(
        "a placebo standard error",
        controls
            + (controls == 1 ? " control is" : " controls are")
            + " too few to put "
            + treated
            + " of them in the place of the treated and keep one to compare with.",
        treated > 1
            ? "Use more controls than treated units, the jackknife, or no standard error."
            : "Use more controls, or no standard error.");
  }

  /** Leaving out the one treated unit leaves nothing. */
  public static DampakException jackknifeOfOne(String unit) {
    return EstimationErrors.cannotEstimate(
        "a jackknife standard error",
        unit + " is the only treated unit, and leaving it out leaves nothing to estimate.",
        "Use placebos.");
  }

  /** Leaving out the one control with weight leaves nothing. */
  public static DampakException jackknifeOfOneControl(String unit) {
    return EstimationErrors.cannotEstimate(
        "a jackknife standard error",
        unit + " is the only control with weight, and leaving it out leaves nothing to compare.",
        "Use placebos.");
  }

  /** Several treated units where the method is about one. */
  public static DampakException oneTreatedUnit(int treated) {
    return refuse(
        treated + " units are treated, and this method matches the predictors of one.",
        "Sum or average the treated units to one beforehand, or use synthetic control on"
            + " outcomes.");
  }

  /** A predictor or fit period that cannot be used. */
  public static DampakException notBefore(String what, int period, int first) {
    return refuse(
        what
            + " uses period "
            + period
            + ", and only observed periods before treatment, which starts in "
            + first
            + ", say what would have happened without it.",
        "Name periods before treatment that are in the panel.");
  }

  /** A predictor is missing for a unit. */
  public static DampakException noPredictor(String predictor, String unit) {
    return refuse(
        "Predictor " + predictor + " has no value for " + unit + ".",
        "Leave out the unit or the predictor, or name other periods.");
  }

  /** A predictor that is the same for all. */
  public static DampakException samePredictor(String predictor) {
    return refuse(
        "Predictor " + predictor + " is the same for all units.", "Leave out the predictor.");
  }

  /** Weights of predictors that cannot be used. */
  public static DampakException badPredictorWeights(int weights, int predictors) {
    return refuse(
        weights
            + " weights were given for "
            + predictors
            + " predictors; each needs one, finite and not negative, and one of them above 0.",
        "Give one weight for each predictor, or let the fit choose them.");
  }

  /** No predictor was named. */
  public static DampakException noPredictors() {
    return refuse(
        "No predictor was named.",
        "Name predictors with their periods, or use synthetic control on outcomes.");
  }

  private static DampakException refuse(String reason, String remedy) {
    return EstimationErrors.cannotEstimate("a synthetic comparison", reason, remedy);
  }
}
