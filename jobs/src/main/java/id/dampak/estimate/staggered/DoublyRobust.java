package id.dampak.estimate.staggered;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Difference in differences of two groups and two periods, for units that are alike in their trends
 * only once covariates are taken into account:
 *
 * <pre>ATT = E[ΔY | D = 1] − E[ E[ΔY | D = 0, X] | D = 1 ]</pre>
 *
 * by outcome regression, inverse probability weighting, or both (Sant'Anna and Zhao 2020,
 * doi:10.1016/j.jeconom.2020.06.003). Standard errors are {@code √(Σ_i ψ_i²)/n} of the influence
 * function ψ, its sums over clusters where there are any; intervals are normal. See {@code
 * docs/methods/doubly-robust-did.md}.
 *
 * <p>Differs from DRDID in that collinear covariates, separated groups and a propensity score of
 * almost 1 are refused, where it drops columns, caps scores or gives no number.
 *
 * @param outcome where the outcome before and after is found
 * @param treated numeric column D: 1 for treated, 0 for comparison units
 * @param covariates numeric columns X, known before the treatment; a constant is added
 * @param adjustment how covariates are taken into account
 * @param overlap how close to 1 a propensity score may come
 * @param cluster column of groups of units that are not independent
 * @param level confidence level of the interval, in (0, 1)
 */
public record DoublyRobust(
    BeforeAndAfter outcome,
    String treated,
    List<String> covariates,
    Adjustment adjustment,
    Overlap overlap,
    Optional<String> cluster,
    double level)
    implements Estimator {

  /** Name of the only term. */
  public static final String ATT = "ATT";

  public DoublyRobust {
    covariates = List.copyOf(covariates);
  }

  /** Improved doubly robust, independent units, 95 % interval. */
  public static DoublyRobust of(BeforeAndAfter outcome, String treated, List<String> covariates) {
    return new DoublyRobust(
        outcome,
        treated,
        covariates,
        Adjustment.IMPROVED_DOUBLY_ROBUST,
        Overlap.lenient(),
        Optional.empty(),
        0.95);
  }

  /** The same with covariates taken into account in another way. */
  public DoublyRobust with(Adjustment other) {
    return new DoublyRobust(outcome, treated, covariates, other, overlap, cluster, level);
  }

  /** The same with other limits of the propensity score. */
  public DoublyRobust with(Overlap other) {
    return new DoublyRobust(outcome, treated, covariates, adjustment, other, cluster, level);
  }

  /** The same with standard errors clustered by {@code column}. */
  public DoublyRobust clusteredBy(String column) {
    return new DoublyRobust(
        outcome, treated, covariates, adjustment, overlap, Optional.of(column), level);
  }

  /** The same with an interval of another level. */
  public DoublyRobust withLevel(double other) {
    return new DoublyRobust(outcome, treated, covariates, adjustment, overlap, cluster, other);
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = numbers();
    columns.addAll(outcome.identifiers());
    cluster.ifPresent(columns::add);
    return columns;
  }

  @Override
  public Set<String> identifiers() {
    Set<String> identifiers = new TreeSet<>(outcome.identifiers());
    cluster.ifPresent(identifiers::add);
    identifiers.removeAll(numbers());
    return identifiers;
  }

  @Override
  public Fit fit(Panel panel) {
    PairedUnits units = PairedUnits.of(this, panel);
    Comparison comparison = units.comparison();
    Effect effect = comparison.effect(adjustment, overlap);
    UnitClusters clusters = units.clusters();
    double[][] x = comparison.x();
    Matrix covariance =
        new InfluenceFunctions(
                1,
                (unit, estimate) ->
                    effect.influence(
                        comparison.isTreated(unit), comparison.change(unit), j -> x[j][unit]))
            .covariance(clusters);
    Estimate estimate =
        new StudentT(Double.POSITIVE_INFINITY, level)
            .estimate(ATT, effect.att(), Math.sqrt(covariance.at(0, 0)));
    return new Fit(
        this,
        units.observations(),
        clusters.described(),
        units.dropped(),
        warnings(effect),
        List.of(estimate),
        covariance,
        Double.POSITIVE_INFINITY,
        level);
  }

  private List<String> warnings(Effect effect) {
    return effect.trimmed() == 0
        ? List.of()
        : List.of(
            "%d comparison units have a propensity score of %s or more and no weight"
                .formatted(effect.trimmed(), overlap.trim()));
  }

  private Set<String> numbers() {
    Set<String> numbers = new TreeSet<>(outcome.numbers());
    numbers.add(treated);
    numbers.addAll(covariates);
    return numbers;
  }
}
