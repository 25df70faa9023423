package id.dampak.estimate.inference;

/**
 * A wild bootstrap test.
 *
 * @param name what is tested
 * @param estimate the combination of coefficients
 * @param hypothesis the value that it has under the null hypothesis
 * @param statistic t, without the small-sample factors of its variance
 * @param symmetric share of draws with |t*| ≥ |t|
 * @param equalTailed twice the smaller share in one tail
 * @param draws draws that were made, the sample itself among them
 * @param weights what residuals were multiplied by
 */
public record WildTest(
    String name,
    double estimate,
    double hypothesis,
    double statistic,
    double symmetric,
    double equalTailed,
    int draws,
    WildWeights weights) {}
