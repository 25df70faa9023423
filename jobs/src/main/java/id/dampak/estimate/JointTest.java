package id.dampak.estimate;

/**
 * A joint test that several terms are all 0.
 *
 * @param name what is tested
 * @param statistic F; NaN where the covariance of the terms cannot be inverted
 * @param numeratorDegreesOfFreedom q, the rank of the covariance of the terms
 * @param denominatorDegreesOfFreedom with G clusters G − q
 * @param pValue upper tail of F
 */
public record JointTest(
    String name,
    double statistic,
    int numeratorDegreesOfFreedom,
    double denominatorDegreesOfFreedom,
    double pValue) {}
