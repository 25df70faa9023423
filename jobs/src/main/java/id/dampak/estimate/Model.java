package id.dampak.estimate;

import java.util.List;
import java.util.Optional;

/**
 * What a regression needs to know of an estimator, whatever its regressors are.
 *
 * @param estimator the specification
 * @param outcome numeric column
 * @param fixedEffects columns, or cells {@code a^b}
 * @param weights column of weights
 * @param variance how standard errors are computed
 * @param level confidence level of the intervals
 */
record Model(
    Estimator estimator,
    String outcome,
    List<String> fixedEffects,
    Optional<String> weights,
    Variance variance,
    double level) {}
