package id.dampak.estimate;

import id.dampak.linalg.Absorber;
import id.dampak.linalg.Factor;
import id.dampak.linalg.GramInverse;
import id.dampak.linalg.Matrix;
import java.util.List;

/**
 * A regression solved on a {@link Frame}.
 *
 * @param bread {@code (X̃'WX̃)⁻¹}
 * @param scores rows {@code w x̃ û}, in the basis of the bread
 * @param squares {@code (wû)²} of each row, or its sum over the observations that it stands for
 * @param errorVariance what the bread is multiplied by where errors are independent
 * @param regressors regressors that were kept, the intercept among them
 * @param frame the observations
 * @param effectRank rank of the dummies of the fixed effects, 0 without any
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record SolvedFrame(
    GramInverse bread,
    Scores scores,
    double[] squares,
    double errorVariance,
    int regressors,
    Frame frame,
    int effectRank)
    implements Solved {

  @Override
  public int observations() {
    return frame.observations();
  }

  @Override
  public int parameters() {
    return regressors + effectRank;
  }

  @Override
  public int parametersNotNested(List<String> columns) {
    List<Factor> clusters = columns.stream().map(frame::factor).toList();
    List<Factor> nested =
        frame.effects().stream()
            .filter(effect -> clusters.stream().anyMatch(effect::isNestedIn))
            .toList();
    return nested.isEmpty() ? parameters() : parameters() - Absorber.rankOf(nested) + 1;
  }

  @Override
  public int clusters(String column) {
    return frame.factor(column).levels();
  }

  @Override
  public Matrix meat() {
    return scores.meat(squares);
  }

  @Override
  public Meat meat(List<String> columns) {
    Factor clusters = columns.stream().map(frame::factor).reduce(Factor::crossedWith).orElseThrow();
    return new Meat(scores.meat(clusters), clusters.levels());
  }
}
