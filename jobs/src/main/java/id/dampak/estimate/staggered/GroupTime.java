package id.dampak.estimate.staggered;

/**
 * One effect ATT(g, t).
 *
 * @param group g: when the cohort starts
 * @param time t
 * @param place the place of t among the periods
 * @param base the place of the base period
 * @param notYetAfter the last period in which a comparison unit must be untreated: units that start
 *     later may be compared with
 */
record GroupTime(int group, int time, int place, int base, int notYetAfter) {

  String term() {
    return CallawaySantAnna.term(group, time);
  }

  /** e = t − g. */
  int eventTime() {
    return time - group;
  }

  /** Whether the cohort is treated in the period. */
  boolean isTreated() {
    return time >= group;
  }

  /** Whether the period is compared with itself, so that the effect is 0 by definition. */
  boolean isReference() {
    return place == base;
  }
}
