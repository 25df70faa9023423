package id.dampak.estimate.sensitivity;

/**
 * A linear violation of parallel trends, and what a test of the coefficients before the event makes
 * of it.
 *
 * @param slope violation per period, positive
 * @param power probability that the test rejects
 * @param bias of l'β̂ under this trend: slope · Σ t l_t
 * @param biasGivenPass of l'β̂ among the studies whose test does not reject; NaN if there are none
 * @param bayesFactor probability of passing under this trend over that without a trend: how little
 *     a passed test speaks against the trend
 */
public record DetectableTrend(
    double slope, double power, double bias, double biasGivenPass, double bayesFactor) {}
