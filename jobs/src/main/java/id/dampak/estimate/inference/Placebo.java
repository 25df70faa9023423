package id.dampak.estimate.inference;

/**
 * One admissible assignment that did not happen.
 *
 * @param assignment what it is called: a date, a number of a permutation
 * @param statistic T*; NaN where it is not defined
 */
public record Placebo(String assignment, double statistic) {}
