package id.dampak.estimate.synthetic;

/**
 * Share of a period before treatment in the base that later periods are compared with.
 *
 * @param period a period before treatment
 * @param weight λ, not negative; they add up to 1, or are all 0 for synthetic control
 */
public record TimeWeight(int period, double weight) {}
