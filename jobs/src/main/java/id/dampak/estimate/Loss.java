package id.dampak.estimate;

/**
 * What the suspension cost a group of units, in the money of the outcome; positive is a loss.
 *
 * @param group value of the grouping column, or {@code all}
 * @param units units of the group that entered
 * @param baseline what they would have had over the suspended periods at their baseline pace; NaN
 *     where the outcome is in levels
 * @param lost the loss with its interval
 */
public record Loss(String group, int units, double baseline, Estimate lost) {}
