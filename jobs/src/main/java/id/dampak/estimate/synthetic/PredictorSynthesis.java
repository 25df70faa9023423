package id.dampak.estimate.synthetic;

import java.util.List;

/**
 * A synthesis by predictors.
 *
 * @param synthesis the fit, weights, path and placebos
 * @param predictors how well each predictor is matched
 * @param meanSquaredError of the outcome over the periods of fit
 * @param predictorDistance {@code (X₁ − X₀W)'V(X₁ − X₀W)}, each predictor divided by its standard
 *     deviation over all units, V adding up to 1
 */
public record PredictorSynthesis(
    Synthesis synthesis,
    List<PredictorBalance> predictors,
    double meanSquaredError,
    double predictorDistance) {

  public PredictorSynthesis {
    predictors = List.copyOf(predictors);
  }
}
