package id.dampak.estimate;

/**
 * One estimated number.
 *
 * <p>What is not defined is {@link Double#NaN} (JSON {@code null}): the standard error where a
 * two-way clustered variance comes out negative, and with it interval and p value.
 *
 * @param term what was estimated
 * @param estimate point estimate
 * @param stdError standard error
 * @param confLow lower end of the confidence interval
 * @param confHigh upper end of the confidence interval
 * @param pValue two-sided p value of the hypothesis that the term is 0
 */
public record Estimate(
    String term,
    double estimate,
    double stdError,
    double confLow,
    double confHigh,
    double pValue) {}
