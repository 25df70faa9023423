package id.dampak.estimate.staggered;

/** What effects are averaged over: the terms of a fit. */
public enum EffectsBy {
  /** All treated observations: one term {@code ATT}. */
  ALL,
  /** Periods since treatment k: terms {@code time::k}. */
  EVENT_TIME,
  /** Units that start in the same period g: terms {@code cohort::g}. */
  COHORT,
  /** Nothing: terms {@code time::k:cohort::g}. */
  COHORT_AND_EVENT_TIME;

  /** Name of the only term of {@link #ALL}. */
  public static final String ATT = "ATT";

  /**
   * Name of the term that an observation belongs to.
   *
   * @param time column of the periods
   * @param start period g in which its unit is first treated
   * @param relative its period less g
   */
  String term(String time, int start, int relative) {
    return switch (this) {
      case ALL -> ATT;
      case EVENT_TIME -> time + "::" + relative;
      case COHORT -> "cohort::" + start;
      case COHORT_AND_EVENT_TIME -> time + "::" + relative + ":cohort::" + start;
    };
  }
}
