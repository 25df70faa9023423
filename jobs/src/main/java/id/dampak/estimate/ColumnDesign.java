package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Absorber;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Regressors that are held as columns. Without fixed effects a constant is the first of them, and
 * the others are centred, which makes them orthogonal to it.
 */
final class ColumnDesign implements Design {
  private final List<String> terms;
  private final List<String> regressors;
  private final double[][] columns;
  private final boolean[] absorbed;
  private final double[] means;
  private final double[] weights;

  /** Number of columns that the effects are not taken out of: 1 for a constant. */
  private final int first;

  private ColumnDesign(List<String> terms, List<String> regressors, Frame frame) {
    this.terms = terms;
    this.regressors = regressors;
    this.first = terms.size() - regressors.size();
    this.columns = new double[terms.size()][];
    this.absorbed = new boolean[terms.size()];
    this.means = new double[terms.size()];
    this.weights = frame.weights();
    for (int j = 0; j < first; j++) {
      columns[j] = new double[weights.length];
      Arrays.fill(columns[j], 1);
    }
  }

  /** Columns of the panel, or products of them. */
  static ColumnDesign of(List<String> regressors, Frame frame) {
    return of(regressors, frame::values, frame);
  }

  /** Columns that {@code values} makes of the names of the regressors. */
  static ColumnDesign of(List<String> regressors, Function<String, double[]> values, Frame frame) {
    Stream<String> constant =
        frame.effects().isEmpty()
            ? Stream.of(FixedEffectsRegression.INTERCEPT)
            : Stream.<String>empty();
    List<String> terms = Stream.concat(constant, regressors.stream()).toList();
    ColumnDesign design = new ColumnDesign(terms, regressors, frame);
    IntStream.range(design.first, terms.size())
        .parallel()
        .forEach(
            j -> {
              design.columns[j] = values.apply(terms.get(j));
              Residual left = Residual.of(design.columns[j], frame.weights(), frame.absorber());
              design.means[j] = left.mean();
              design.absorbed[j] = left.absorbed();
            });
    return design;
  }

  @Override
  public List<String> terms() {
    return terms;
  }

  @Override
  public boolean hasConstant() {
    return first > 0;
  }

  @Override
  public Within within() {
    return new ColumnWithin(columns, means, weights);
  }

  /**
   * Starts from what was left at the weights before, which differs from the regressors by the
   * effects only and is closer to the end.
   */
  @Override
  public Within within(Absorber absorber, double[] other) {
    IntStream.range(first, columns.length)
        .parallel()
        .filter(j -> !absorbed[j])
        .forEach(j -> means[j] += Residual.again(columns[j], other, absorber));
    return new ColumnWithin(columns, means, other);
  }

  @Override
  public String reason(int j) {
    if (!absorbed[j]) {
      return "it is collinear with the regressors before it";
    }
    return first > 0 ? "it is constant" : "the fixed effects explain it";
  }

  @Override
  public void requireAnswer(int[] kept) {
    if (kept.length == 0) {
      throw EstimationErrors.nothingLeft(regressors);
    }
  }
}
