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
import java.util.function.Consumer;

/**
 * The interaction-weighted event study of Sun and Abraham (2021),
 * doi:10.1016/j.jeconom.2020.09.006: a regression with an effect of its own for every cohort g and
 * period k since treatment,
 *
 * <pre>y_it = α_i + λ_t + Σ_g Σ_{k≠ref} CATT_{g,k} 1{G_i = g} 1{t − g = k} + x_it'γ + ε_it</pre>
 *
 * whose coefficients are then averaged over cohorts with their shares among the observations of k.
 * Terms: the covariates, and those of {@link EffectsBy}. See {@code docs/methods/sun-abraham.md}.
 *
 * <p>Shares are taken as given, as in fixest's {@code sunab}. Differs from it in that the cohort to
 * compare with is a choice and not guessed, that periods in which no unit of it is observed are
 * left out, and that effects which are not identified are refused instead of set to 0.
 *
 * @param outcome numeric column y
 * @param unit column of the unit i
 * @param time numeric column of whole periods t
 * @param cohort numeric column of the period G in which treatment starts; 0 or missing for never
 * @param by what effects are averaged over
 * @param comparison whom cohorts are compared with
 * @param reference k whose effects are 0; negative
 * @param covariates numeric columns x, or products {@code a*b}
 * @param fixedEffects all of them, columns or cells {@code a^b}; usually unit and time
 * @param weights column of weights, which count in the shares too
 * @param variance how standard errors are computed
 * @param singletons what becomes of observations that are alone in a level of an effect
 * @param level confidence level of the intervals, in (0, 1)
 */
public record SunAbraham(
    String outcome,
    String unit,
    String time,
    String cohort,
    EffectsBy by,
    ComparisonCohort comparison,
    int reference,
    List<String> covariates,
    List<String> fixedEffects,
    Optional<String> weights,
    Variance variance,
    Singletons singletons,
    double level)
    implements Estimator {

  public SunAbraham {
    covariates = List.copyOf(covariates);
    fixedEffects = List.copyOf(fixedEffects);
  }

  /**
   * By event time, against the never treated, reference −1, unit and period effects, clustered by
   * unit.
   */
  public static SunAbraham of(String outcome, String unit, String time, String cohort) {
    return new SunAbraham(
        outcome,
        unit,
        time,
        cohort,
        EffectsBy.EVENT_TIME,
        ComparisonCohort.NEVER_TREATED,
        -1,
        List.of(),
        List.of(unit, time),
        Optional.empty(),
        Variance.clusteredBy(unit),
        Singletons.KEEP,
        0.95);
  }

  /** The same averaged over something else. */
  public SunAbraham by(EffectsBy other) {
    return change(draft -> draft.by = other);
  }

  /** The same against other units. */
  public SunAbraham against(ComparisonCohort other) {
    return change(draft -> draft.comparison = other);
  }

  /** The same with effects of another period set to 0. */
  public SunAbraham withReference(int other) {
    return change(draft -> draft.reference = other);
  }

  /** The same with these covariates. */
  public SunAbraham controllingFor(String... terms) {
    return change(draft -> draft.covariates = List.of(terms));
  }

  /** The same with these fixed effects instead of unit and period. */
  public SunAbraham absorbing(String... effects) {
    return change(draft -> draft.fixedEffects = List.of(effects));
  }

  /** The same with observations weighted by {@code column}. */
  public SunAbraham weightedBy(String column) {
    return change(draft -> draft.weights = Optional.of(column));
  }

  /** The same with another variance. */
  public SunAbraham with(Variance other) {
    return change(draft -> draft.variance = other);
  }

  /** The same with another treatment of singletons. */
  public SunAbraham with(Singletons other) {
    return change(draft -> draft.singletons = other);
  }

  /** The same with intervals of another level. */
  public SunAbraham withLevel(double other) {
    return change(draft -> draft.level = other);
  }

  private SunAbraham change(Consumer<SunAbrahamDraft> change) {
    SunAbrahamDraft draft = new SunAbrahamDraft(this);
    change.accept(draft);
    return draft.build();
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = new TreeSet<>(regression().columns());
    columns.addAll(List.of(unit, time, cohort));
    return columns;
  }

  @Override
  public Set<String> identifiers() {
    Set<String> identifiers = new TreeSet<>(regression().identifiers());
    identifiers.add(unit);
    identifiers.removeAll(List.of(time, cohort));
    return identifiers;
  }

  @Override
  public Fit fit(Panel panel) {
    return InteractionWeighting.of(this, panel).fit();
  }

  /** The regression that the cells of cohort and event time are added to. */
  FixedEffectsRegression regression() {
    return new FixedEffectsRegression(
        outcome, covariates, fixedEffects, weights, variance, singletons, level);
  }
}
