package id.dampak.estimate;

/**
 * Where the iterations of a Poisson regression ended: the last weighted regression, whose step was
 * too small to matter.
 *
 * @param within the regressors at the working weights {@code ω = wμ}
 * @param last the last step; its residuals are {@code (y − μ)/μ}
 * @param coefficients of all terms
 * @param linear weighted mean of the linear predictor less the offset
 * @param deviance {@code 2 Σ w (y log(y/μ) − y + μ)}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record PoissonStep(
    Within within,
    Solution last,
    double[] workingWeights,
    double[] coefficients,
    double linear,
    double deviance) {}
