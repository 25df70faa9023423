package id.dampak.error;

import java.util.Collection;

/** Errors of comparisons of changes between treated and comparison units. */
public final class DifferenceInDifferencesErrors {

  private DifferenceInDifferencesErrors() {}

  /** Fewer than two periods. */
  public static DampakException onePeriod(String time, int period) {
    return EstimationErrors.cannotEstimate(
        "a difference in differences",
        "All rows have " + time + " = " + period + ".",
        "Use data from before and after the treatment.");
  }

  /** No cohort has a period before its treatment and one with it. */
  public static DampakException nobodyTreated(String cohort, int first, int last) {
    return EstimationErrors.cannotEstimate(
        "effects by cohort",
        "By "
            + cohort
            + " no unit is untreated in the first usable period, "
            + first
            + ", and treated by the last, "
            + last
            + ".",
        "Widen the panel, anticipate less, or check the column of cohorts.");
  }

  /** Every unit is treated at some time, and only untreated ones may be compared with. */
  public static DampakException nobodyNeverTreated(String cohort) {
    return EstimationErrors.cannotEstimate(
        "effects by comparison with units never treated",
        "By " + cohort + " every unit is treated within the data.",
        "Compare with units not yet treated, or add units that stay untreated.");
  }

  /** One side of a comparison is empty. */
  public static DampakException emptySide(String cell, int treated, int comparison) {
    return EstimationErrors.cannotEstimate(
        cell,
        treated
            + " treated and "
            + comparison
            + " comparison units are observed in both periods with all covariates.",
        "Widen the panel, compare with units not yet treated, or use incomplete units.");
  }

  /** Too few comparison units for a regression on the covariates. */
  public static DampakException fewComparison(String cell, int comparison, int coefficients) {
    return EstimationErrors.cannotEstimate(
        cell,
        comparison + " comparison units cannot carry " + coefficients + " coefficients.",
        "Use fewer covariates or more comparison units.");
  }

  /** Covariates that the others explain among the units of {@code among}. */
  public static DampakException collinear(
      String cell, Collection<String> covariates, String among) {
    return EstimationErrors.cannotEstimate(
        cell,
        "Among its "
            + among
            + " "
            + String.join(", ", covariates)
            + " is constant or explained by the other covariates.",
        "Leave it out.");
  }

  /** The covariates tell treated from comparison units. */
  public static DampakException separated(String cell) {
    return EstimationErrors.cannotEstimate(
        cell,
        "The covariates tell its treated units from its comparison units, so that no weights make"
            + " the two alike.",
        "Use fewer covariates, or units that overlap in them.");
  }

  /** A propensity score too close to 1. */
  public static DampakException noOverlap(String cell, double score, double limit) {
    return EstimationErrors.cannotEstimate(
        cell,
        "A propensity score is " + score + ", where less than " + limit + " is asked for.",
        "Use fewer covariates, or leave out treated units that nobody resembles.");
  }

  /** All comparison units were left out for their scores. */
  public static DampakException allTrimmed(String cell, double trim) {
    return EstimationErrors.cannotEstimate(
        cell,
        "Every comparison unit has a propensity score of " + trim + " or more.",
        "Use fewer covariates, or units that overlap in them.");
  }

  /** A treatment that is neither 0 nor 1. */
  public static DampakException notBinary(String column, double value) {
    return EstimationErrors.cannotEstimate(
        "the effect of " + column,
        "It is " + value + ", and must be 1 for treated and 0 for comparison units.",
        "Code the treated as 1 and the others as 0.");
  }

  /** A period that the data do not have, or the same one twice. */
  public static DampakException noSuchPeriods(String time, int before, int after) {
    return EstimationErrors.cannotEstimate(
        "the change from " + time + " = " + before + " to " + after,
        "The data do not have both periods, or they are one.",
        "Name two periods that occur.");
  }

  /** All units lie in one cluster. */
  public static DampakException oneCluster(String column) {
    return EstimationErrors.cannotEstimate(
        "standard errors clustered by " + column,
        "All units lie in one cluster, and a variance needs at least two.",
        "Cluster by a column with more values, or by unit.");
  }

  /** Treatment cannot be anticipated a negative number of periods. */
  public static DampakException negativeAnticipation(int anticipation) {
    return EstimationErrors.cannotEstimate(
        "effects by cohort",
        "Treatment is anticipated by " + anticipation + " periods.",
        "Anticipate 0 periods or more.");
  }

  /** No cohort is observed long enough. */
  public static DampakException noneBalanced(int eventTime, int longest) {
    return EstimationErrors.cannotEstimate(
        "effects by event time, balanced to " + eventTime,
        "The cohort observed longest is observed until " + longest + " periods after its start.",
        "Balance to an event time from 0 to " + longest + ".");
  }
}
