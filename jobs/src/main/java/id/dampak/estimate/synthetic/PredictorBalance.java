package id.dampak.estimate.synthetic;

/**
 * A predictor of the treated unit, of its synthetic double and of the controls.
 *
 * @param predictor its name
 * @param importance v; those of all predictors add up to 1. Not unique: other importances can give
 *     the same unit weights
 * @param treated value of the treated unit
 * @param synthetic weighted mean of the controls
 * @param controls plain mean of the controls
 */
public record PredictorBalance(
    String predictor, double importance, double treated, double synthetic, double controls) {}
