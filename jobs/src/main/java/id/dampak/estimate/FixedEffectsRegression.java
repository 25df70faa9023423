package id.dampak.estimate;

import java.util.List;
import java.util.Optional;

/** Linear regression with any number of fixed effects. */
public record FixedEffectsRegression(
    String outcome,
    List<String> regressors,
    List<String> fixedEffects,
    Optional<String> weights,
    Variance variance,
    Singletons singletons,
    double level)
    implements Estimator {

  public FixedEffectsRegression {
    regressors = List.copyOf(regressors);
    fixedEffects = List.copyOf(fixedEffects);
  }

  /** {@code outcome} on {@code regressors}, iid errors, 95 % intervals, nothing absorbed. */
  public static FixedEffectsRegression of(String outcome, List<String> regressors) {
    return new FixedEffectsRegression(
        outcome,
        regressors,
        List.of(),
        Optional.empty(),
        new Variance.Iid(),
        Singletons.KEEP,
        0.95);
  }

  /** The same with these fixed effects; {@code a^b} stands for the cells of a and b. */
  public FixedEffectsRegression absorbing(String... effects) {
    return new FixedEffectsRegression(
        outcome, regressors, List.of(effects), weights, variance, singletons, level);
  }

  /** The same with observations weighted by {@code column}. */
  public FixedEffectsRegression weightedBy(String column) {
    return new FixedEffectsRegression(
        outcome, regressors, fixedEffects, Optional.of(column), variance, singletons, level);
  }

  /** The same with another variance. */
  public FixedEffectsRegression with(Variance other) {
    return new FixedEffectsRegression(
        outcome, regressors, fixedEffects, weights, other, singletons, level);
  }

  /** The same with another treatment of singletons. */
  public FixedEffectsRegression with(Singletons other) {
    return new FixedEffectsRegression(
        outcome, regressors, fixedEffects, weights, variance, other, level);
  }

  @Override
  public Fit fit(Panel panel) {
    throw new UnsupportedOperationException("being written: " + panel);
  }
}
