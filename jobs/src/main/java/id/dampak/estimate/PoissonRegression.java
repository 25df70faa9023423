package id.dampak.estimate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Poisson pseudo maximum likelihood with any number of fixed effects, for an outcome that is never
 * negative, such as money with zeros:
 *
 * <pre>E[y_i | x_i] = exp(o_i + x_i'β + Σ_q α_{q(i)})</pre>
 *
 * y need not be Poisson, nor a whole number: β̂ is consistent if the mean is right (Santos Silva
 * and Tenreyro 2006, doi:10.1162/rest.88.4.641). Iteratively reweighted least squares with the
 * effects taken out at each step (Correia, Guimarães and Zylkin 2020,
 * doi:10.1177/1536867X20909691); observations that make the likelihood have no maximum are found
 * and dropped first (Correia, Guimarães and Zylkin 2019, arXiv:1903.01633). See {@code
 * docs/methods/poisson-regression.md}.
 *
 * <p>Differs from ppmlhdfe and fixest: intervals are of t with the degrees of freedom of the linear
 * regression, not of the normal; singletons are kept unless told otherwise.
 *
 * @param outcome numeric column y ≥ 0
 * @param regressors numeric columns, or products {@code a*b}
 * @param fixedEffects columns, or cells {@code a^b}; with none there is an intercept
 * @param weights column of weights
 * @param offset column o whose coefficient is 1
 * @param variance how standard errors are computed; {@link Variance.Iid} is the inverse of the
 *     information, which believes that the variance is the mean
 * @param singletons what becomes of observations that are alone in a level of an effect
 * @param level confidence level of the intervals, in (0, 1)
 */
public record PoissonRegression(
    String outcome,
    List<String> regressors,
    List<String> fixedEffects,
    Optional<String> weights,
    Optional<String> offset,
    Variance variance,
    Singletons singletons,
    double level)
    implements Estimator {

  public PoissonRegression {
    regressors = List.copyOf(regressors);
    fixedEffects = List.copyOf(fixedEffects);
  }

  /** {@code outcome} on {@code regressors}, robust errors, 95 % intervals, nothing absorbed. */
  public static PoissonRegression of(String outcome, List<String> regressors) {
    return new PoissonRegression(
        outcome,
        regressors,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new Variance.Hc1(),
        Singletons.KEEP,
        0.95);
  }

  /** The same with these fixed effects; {@code a^b} stands for the cells of a and b. */
  public PoissonRegression absorbing(String... effects) {
    return new PoissonRegression(
        outcome, regressors, List.of(effects), weights, offset, variance, singletons, level);
  }

  /** The same with observations weighted by {@code column}. */
  public PoissonRegression weightedBy(String column) {
    return new PoissonRegression(
        outcome,
        regressors,
        fixedEffects,
        Optional.of(column),
        offset,
        variance,
        singletons,
        level);
  }

  /** The same with {@code column} added to the logarithm of the mean. */
  public PoissonRegression withOffset(String column) {
    return new PoissonRegression(
        outcome,
        regressors,
        fixedEffects,
        weights,
        Optional.of(column),
        variance,
        singletons,
        level);
  }

  /** The same with another variance. */
  public PoissonRegression with(Variance other) {
    return new PoissonRegression(
        outcome, regressors, fixedEffects, weights, offset, other, singletons, level);
  }

  /** The same with another treatment of singletons. */
  public PoissonRegression with(Singletons other) {
    return new PoissonRegression(
        outcome, regressors, fixedEffects, weights, offset, variance, other, level);
  }

  /** The same with intervals of another level. */
  public PoissonRegression withLevel(double other) {
    return new PoissonRegression(
        outcome, regressors, fixedEffects, weights, offset, variance, singletons, other);
  }

  @Override
  public Set<String> columns() {
    return names().all();
  }

  @Override
  public Set<String> identifiers() {
    return names().identifiers();
  }

  @Override
  public Fit fit(Panel panel) {
    return estimation(panel).fit();
  }

  /** What is estimated, once what cannot be is sorted out. */
  PoissonEstimation<ColumnDesign> estimation(Panel panel) {
    Model model = new Model(this, outcome, fixedEffects, weights, variance, level);
    Sample sample = linear().sample(panel);
    offset.ifPresent(sample::requireNumbers);
    return PoissonEstimation.of(
        model, offset, singletons, panel, sample, frame -> ColumnDesign.of(regressors, frame));
  }

  /** The linear regression of the same columns. */
  private FixedEffectsRegression linear() {
    return new FixedEffectsRegression(
        outcome, regressors, fixedEffects, weights, variance, singletons, level);
  }

  private ColumnNames names() {
    return linear().names().numbers(offset.stream().toList());
  }
}
