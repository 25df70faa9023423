package id.dampak.estimate.staggered;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Singletons;
import id.dampak.estimate.Variance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The decomposition of Goodman-Bacon (2021), doi:10.1016/j.jeconom.2021.03.014: in a balanced panel
 * the coefficient β of {@code y_it = α_i + λ_t + β D_it + ε_it} with a treatment that stays is a
 * weighted mean of all 2×2 differences in differences between cohorts. Weights come from the sizes
 * of the cohorts and the variance of the treatment between them, and some go to comparisons with
 * units that are treated already. See {@code docs/methods/bacon-decomposition.md}.
 *
 * <p>{@link #fit} gives the regression with a warning of that weight, {@link #decompose} the
 * comparisons. Without covariates and weights. Agrees with bacondecomp (R); differs in that a panel
 * with holes, or a treatment that ends, is refused.
 *
 * @param outcome numeric column y
 * @param treatment numeric column D, 1 while treated, else 0
 * @param unit column of the unit i
 * @param time numeric column of whole periods t
 * @param variance how the standard error of β is computed
 * @param level confidence level of its interval, in (0, 1)
 */
public record BaconDecomposition(
    String outcome, String treatment, String unit, String time, Variance variance, double level)
    implements Estimator {

  /** Clustered by unit, 95 % intervals. */
  public static BaconDecomposition of(String outcome, String treatment, String unit, String time) {
    return new BaconDecomposition(outcome, treatment, unit, time, Variance.clusteredBy(unit), 0.95);
  }

  /** The same with another variance. */
  public BaconDecomposition with(Variance other) {
    return new BaconDecomposition(outcome, treatment, unit, time, other, level);
  }

  /** The same with intervals of another level. */
  public BaconDecomposition withLevel(double other) {
    return new BaconDecomposition(outcome, treatment, unit, time, variance, other);
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>(regression().columns());
    columns.add(time);
    return columns;
  }

  @Override
  public Set<String> identifiers() {
    Set<String> identifiers = new TreeSet<>(regression().identifiers());
    identifiers.remove(time);
    return identifiers;
  }

  @Override
  public Fit fit(Panel panel) {
    return decompose(panel).regression();
  }

  /**
   * The regression and its comparisons.
   *
   * @throws id.dampak.error.DampakException if the panel is not balanced, the treatment is not 0 or
   *     1 or ends, or there are no two groups to compare
   */
  public Decomposition decompose(Panel panel) {
    return TwoByTwos.decompose(this, panel);
  }

  FixedEffectsRegression regression() {
    return new FixedEffectsRegression(
        outcome,
        List.of(treatment),
        List.of(unit, time),
        Optional.empty(),
        variance,
        Singletons.KEEP,
        level);
  }
}
