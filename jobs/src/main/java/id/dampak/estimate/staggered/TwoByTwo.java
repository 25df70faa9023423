package id.dampak.estimate.staggered;

import java.util.OptionalInt;

/**
 * One 2×2 comparison of a {@link BaconDecomposition}.
 *
 * @param type who is compared with whom
 * @param treated period in which the treated cohort starts
 * @param control period in which the cohort it is compared with starts: the first period of the
 *     data for units always treated, empty for units never treated
 * @param weight share in the regression coefficient; weights of all comparisons sum to 1
 * @param estimate difference in differences of mean outcomes
 */
public record TwoByTwo(
    ComparisonType type, int treated, OptionalInt control, double weight, double estimate) {}
