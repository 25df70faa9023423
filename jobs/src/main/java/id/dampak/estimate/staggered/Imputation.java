package id.dampak.estimate.staggered;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Singletons;
import id.dampak.estimate.Variance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The imputation estimator of Borusyak, Jaravel and Spiess (2024), doi:10.1093/restud/rdae007:
 * effects and covariates are fitted on untreated observations only, what they predict is taken from
 * the treated ones, and the differences are averaged,
 *
 * <pre>
 * y_it = α_i + λ_t + x_it'β + ε_it  for D_it = 0,   τ̂_it = y_it − ŷ_it(0),   θ̂ = Σ w_it τ̂_it
 * </pre>
 *
 * Standard errors are the conservative clustered ones of the paper, with τ̄ an average for each
 * cohort and period; intervals and p values are normal. Terms before treatment come from a separate
 * regression on the untreated observations with dummies of the last {@code leads} periods before
 * treatment. See {@code docs/methods/imputation.md}.
 *
 * <p>Differs from didimputation (R): an observation alone in its unit is used to impute unless
 * {@link Singletons#DROP} is asked for, which is what its first stage does; treated observations
 * that cannot be imputed are found exactly, counted and named; with weights the standard errors
 * follow the paper; with clusters larger than units τ̄ weighs clusters as the paper does.
 *
 * @param outcome numeric column y
 * @param unit column of the unit i
 * @param time numeric column of whole periods t
 * @param cohort numeric column of the period in which treatment starts; 0 or missing for never
 * @param by what effects are averaged over
 * @param effectWeights columns of weights w ≥ 0 of treated observations; if there are any, the
 *     terms are the effects averaged with each of them, instead of {@code by}
 * @param leads coefficients before treatment: of event times −leads to −1
 * @param covariates numeric columns x, or products {@code a*b}
 * @param fixedEffects all of them, columns or cells {@code a^b}; usually unit and time
 * @param weights column of weights of observations, in the regression and in averages
 * @param cluster column of the cluster, the same in all rows of a unit
 * @param singletons what becomes of untreated observations that are alone in a level of an effect
 * @param level confidence level of the intervals, in (0, 1)
 */
public record Imputation(
    String outcome,
    String unit,
    String time,
    String cohort,
    EffectsBy by,
    List<String> effectWeights,
    int leads,
    List<String> covariates,
    List<String> fixedEffects,
    Optional<String> weights,
    String cluster,
    Singletons singletons,
    double level)
    implements Estimator {

  public Imputation {
    effectWeights = List.copyOf(effectWeights);
    covariates = List.copyOf(covariates);
    fixedEffects = List.copyOf(fixedEffects);
  }

  /** The ATT with unit and period effects, clustered by unit. */
  public static Imputation of(String outcome, String unit, String time, String cohort) {
    return new Imputation(
        outcome,
        unit,
        time,
        cohort,
        EffectsBy.ALL,
        List.of(),
        0,
        List.of(),
        List.of(unit, time),
        Optional.empty(),
        unit,
        Singletons.KEEP,
        0.95);
  }

  /** The same averaged over something else. */
  public Imputation by(EffectsBy other) {
    return change(draft -> draft.by = other);
  }

  /** The same averaged with these weights of treated observations, one term for each column. */
  public Imputation averagedWith(String... columns) {
    return change(draft -> draft.effectWeights = List.of(columns));
  }

  /** The same with coefficients of this many periods before treatment. */
  public Imputation withLeads(int other) {
    return change(draft -> draft.leads = other);
  }

  /** The same with these covariates. */
  public Imputation controllingFor(String... terms) {
    return change(draft -> draft.covariates = List.of(terms));
  }

  /** The same with these fixed effects instead of unit and period. */
  public Imputation absorbing(String... effects) {
    return change(draft -> draft.fixedEffects = List.of(effects));
  }

  /** The same with observations weighted by {@code column}. */
  public Imputation weightedBy(String column) {
    return change(draft -> draft.weights = Optional.of(column));
  }

  /** The same with clusters of units. */
  public Imputation clusteredBy(String column) {
    return change(draft -> draft.cluster = column);
  }

  /** The same with another treatment of singletons. */
  public Imputation with(Singletons other) {
    return change(draft -> draft.singletons = other);
  }

  /** The same with intervals of another level. */
  public Imputation withLevel(double other) {
    return change(draft -> draft.level = other);
  }

  private Imputation change(Consumer<ImputationDraft> change) {
    ImputationDraft draft = new ImputationDraft(this);
    change.accept(draft);
    return draft.build();
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>(untreated().columns());
    columns.addAll(List.of(unit, time, cohort));
    columns.addAll(effectWeights);
    return columns;
  }

  @Override
  public Set<String> identifiers() {
    Set<String> identifiers = new TreeSet<>(untreated().identifiers());
    identifiers.add(unit);
    identifiers.removeAll(List.of(time, cohort));
    identifiers.removeAll(effectWeights);
    return identifiers;
  }

  @Override
  public Fit fit(Panel panel) {
    return ImputedEffects.of(this, panel).fit();
  }

  /**
   * Joint test that the coefficients of all leads are 0: a score test on the residuals of the
   * untreated observations without leads, as in {@link
   * id.dampak.estimate.ExposureEventStudy#preTrend}.
   *
   * @throws id.dampak.error.DampakException if there are no leads
   */
  public JointTest preTrend(Panel panel) {
    return ImputedEffects.of(this, panel).preTrend();
  }

  /** The regression of untreated observations. */
  FixedEffectsRegression untreated() {
    return new FixedEffectsRegression(
        outcome,
        covariates,
        fixedEffects,
        weights,
        Variance.clusteredBy(cluster),
        singletons,
        level);
  }
}
