package id.dampak.estimate.staggered;

import id.dampak.error.DifferenceInDifferencesErrors;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Effects of a treatment that starts at different times and stays, for each cohort g of units first
 * treated in the same period, in each period t:
 *
 * <pre>ATT(g, t) = E[Y_t − Y_b | G = g] − E[ E[Y_t − Y_b | X, comparison] | G = g ]</pre>
 *
 * and their averages over all, by time since treatment, by cohort and by period (Callaway and
 * Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001). b is the base period, X the covariates in it.
 * Standard errors are {@code √(Σ_i ψ_i²)/n} of the influence function ψ, its sums over clusters
 * where there are any; those of averages allow for the estimation of the cohorts' shares. Intervals
 * are normal and pointwise. See {@code docs/methods/callaway-santanna.md}.
 *
 * <p>Terms: {@code ATT(g, t)}; {@code simple}; {@code dynamic} and {@code dynamic(e)}; {@code
 * group} and {@code group(g)}; {@code calendar} and {@code calendar(t)}. An effect that is 0 by
 * definition has no standard error.
 *
 * <p>Differs from {@code did} in that a comparison that cannot be made is refused by name where it
 * leaves it out as NA; with anticipation by δ ≥ 2 periods, effects from g − δ on are all relative
 * to the last period before g − δ, as in the paper; units whose data have gaps are compared with
 * themselves where {@code did} takes them for repeated cross sections.
 *
 * @param outcome numeric column Y
 * @param unit column that tells units apart
 * @param time numeric column of whole periods t
 * @param cohort numeric column of the period in which the treatment of the unit starts; missing, 0
 *     or later than the data for units that are not treated
 * @param comparison with whom cohorts are compared
 * @param basePeriod with which period a period is compared
 * @param anticipation δ: for how many periods before the start, in units of time, there may be
 *     effects already
 * @param covariates numeric columns X; a constant is added
 * @param adjustment how covariates are taken into account
 * @param overlap how close to 1 a propensity score may come
 * @param incomplete what becomes of units that are not observed in every period
 * @param balance event time up to which each cohort in {@code dynamic} must be observed; periods
 *     after it do not enter there
 * @param cluster column of groups of units that are not independent
 * @param level confidence level of the intervals, in (0, 1)
 */
public record CallawaySantAnna(
    String outcome,
    String unit,
    String time,
    String cohort,
    ComparisonGroup comparison,
    BasePeriod basePeriod,
    int anticipation,
    List<String> covariates,
    Adjustment adjustment,
    Overlap overlap,
    IncompleteUnits incomplete,
    OptionalInt balance,
    Optional<String> cluster,
    double level)
    implements Estimator {

  /** Name of the average over all effects of treatment. */
  public static final String SIMPLE = "simple";

  /** Name of the average over event times, and with an event time of its parts. */
  public static final String DYNAMIC = "dynamic";

  /** Name of the average over cohorts, and with a cohort of its parts. */
  public static final String GROUP = "group";

  /** Name of the average over periods, and with a period of its parts. */
  public static final String CALENDAR = "calendar";

  public CallawaySantAnna {
    covariates = List.copyOf(covariates);
    if (anticipation < 0) {
      throw DifferenceInDifferencesErrors.negativeAnticipation(anticipation);
    }
  }

  /**
   * Comparison with units never treated, varying base period, no anticipation, no covariates
   * (doubly robust once there are some), incomplete units dropped.
   */
  public static CallawaySantAnna of(String outcome, String unit, String time, String cohort) {
    return new CallawaySantAnna(
        outcome,
        unit,
        time,
        cohort,
        ComparisonGroup.NEVER_TREATED,
        BasePeriod.VARYING,
        0,
        List.of(),
        Adjustment.DOUBLY_ROBUST,
        Overlap.strict(),
        IncompleteUnits.DROP,
        OptionalInt.empty(),
        Optional.empty(),
        0.95);
  }

  /** Starts from these options, to change some of them. */
  public CallawaySantAnnaBuilder but() {
    return new CallawaySantAnnaBuilder(this);
  }

  /** Name of the term of cohort {@code group} in period {@code time}. */
  public static String term(int group, int time) {
    return "ATT(" + group + ", " + time + ")";
  }

  /** Name of the part of an average at an event time, cohort or period: {@code dynamic(2)}. */
  public static String term(String average, int at) {
    return average + "(" + at + ")";
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = numbers();
    columns.add(unit);
    cluster.ifPresent(columns::add);
    return columns;
  }

  @Override
  public Set<String> identifiers() {
    Set<String> identifiers = new TreeSet<>(Set.of(unit));
    cluster.ifPresent(identifiers::add);
    identifiers.removeAll(numbers());
    return identifiers;
  }

  @Override
  public Fit fit(Panel panel) {
    return new StaggeredFit(this, panel).fit();
  }

  /**
   * Joint Wald test that every ATT(g, t) before treatment and its anticipation is 0, with the
   * covariance of the fit; the statistic is χ²/q. With many such terms and few units or clusters it
   * rejects true hypotheses too often.
   */
  public JointTest preTrend(Fit fit) {
    return PreTrend.of(fit, anticipation);
  }

  private Set<String> numbers() {
    Set<String> numbers = new TreeSet<>(covariates);
    numbers.addAll(Set.of(outcome, time, cohort));
    return numbers;
  }
}
