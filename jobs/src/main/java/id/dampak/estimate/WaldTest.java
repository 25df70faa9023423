package id.dampak.estimate;

/**
 * A joint test that several terms are all 0, as {@code F = b' V⁻¹ b / q}.
 *
 * @param name what is tested
 * @param statistic F; NaN where the covariance of the terms cannot be inverted
 * @param numeratorDegreesOfFreedom q, the rank of the covariance of the terms
 * @param denominatorDegreesOfFreedom those of the t tests of the fit
 * @param pValue upper tail of F
 */
public record WaldTest(
    String name,
    double statistic,
    int numeratorDegreesOfFreedom,
    double denominatorDegreesOfFreedom,
    double pValue) {}
