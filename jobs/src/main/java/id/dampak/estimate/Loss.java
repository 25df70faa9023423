package id.dampak.estimate;

/**
 * What the suspension cost a group of units, in the money of the outcome; positive is a loss.
 *
 * @param group value of the grouping column, or {@code all}
 * @param units units of the group that entered
 * @param baseline what they would have had over the suspended periods at their baseline pace; NaN
 *     where the outcome is in levels
 * @param lost the loss with its interval; all NaN where a coefficient of the group is collinear, so
 *     that its loss cannot be told
 */
public record Loss(String group, int units, double baseline, Estimate lost) {}
