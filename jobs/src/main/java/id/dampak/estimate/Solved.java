package id.dampak.estimate;

import id.dampak.linalg.Absorber;
import id.dampak.linalg.Factor;
import id.dampak.linalg.Matrix;
import java.util.List;

/**
 * A solved regression, as far as its variance is concerned.
 *
 * @param bread {@code (X̃'WX̃)⁻¹}
 * @param scores rows {@code w x̃ û}
 * @param errorVariance what the bread is multiplied by where errors are independent, the
 *     small-sample factor included
 * @param observations N
 * @param regressors regressors that were kept, the intercept among them
 * @param effects fixed effects
 * @param effectRank rank of their dummies, 0 without any
 */
record Solved(
    Matrix bread,
    Scores scores,
    double errorVariance,
    int observations,
    int regressors,
    List<Factor> effects,
    int effectRank) {

  /** K with every fixed effect counted. */
  int parameters() {
    return regressors + effectRank;
  }

  /**
   * K with the effects that are nested in one of {@code clusters} counted as one parameter. Several
   * of them may be redundant with one another, as merchant^channel and merchant^day are.
   */
  int parametersNotNested(List<Factor> clusters) {
    List<Factor> nested =
        effects.stream().filter(effect -> clusters.stream().anyMatch(effect::isNestedIn)).toList();
    return nested.isEmpty() ? parameters() : parameters() - Absorber.rankOf(nested) + 1;
  }
}
