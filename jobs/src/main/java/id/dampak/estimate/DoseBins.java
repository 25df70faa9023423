package id.dampak.estimate;

import id.dampak.linalg.QuadraticForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Effects of a suspension by bins of exposure, with units that were never exposed as the
 * comparison:
 *
 * <pre>ATT_b(k) = E[Y_k − Y_ref | D ∈ b] − E[Y_k − Y_ref | D = 0]</pre>
 *
 * for each relative period k: the ATT(d|d) of Callaway, Goodman-Bacon and Sant'Anna (2024,
 * doi:10.3386/w32117) averaged over the bin. It needs parallel trends between each bin and the
 * never-exposed only, while a slope in the dose compares exposed units with one another and needs
 * strong parallel trends. Differences of means, no regression; standard errors from influence
 * functions, clustered. See {@code docs/methods/dose-bins.md}.
 *
 * @param outcome numeric column y
 * @param exposure numeric column D ≥ 0, constant within a unit
 * @param unit column of the unit
 * @param time numeric column of whole periods
 * @param eventPeriod the first period that the event touches
 * @param reference relative period that the others are compared with, usually −1
 * @param cuts where the bins end
 * @param stayersUpTo units exposed up to this are the comparison; above 0 they are quasi-stayers,
 *     the effect on whom is taken to be nothing
 * @param groups columns, constant within a unit, within whose cells units are compared; none for
 *     all together
 * @param cluster column, constant within a unit, of clusters that hold several units; without it
 *     each unit is one
 * @param level confidence level of the intervals, in (0, 1)
 */
public record DoseBins(
    String outcome,
    String exposure,
    String unit,
    String time,
    int eventPeriod,
    int reference,
    DoseCuts cuts,
    double stayersUpTo,
    List<String> groups,
    Optional<String> cluster,
    double level)
    implements Estimator {

  private static final Pattern LEAD = Pattern.compile("\\[-\\d+]$");

  public DoseBins {
    groups = List.copyOf(groups);
    if (!(stayersUpTo >= 0)) {
      throw new IllegalArgumentException("exposure is never negative, unlike " + stayersUpTo);
    }
  }

  /** Bins against the never-exposed, reference −1, clustered by unit. */
  public static DoseBins of(
      String outcome, String exposure, String unit, String time, int eventPeriod, DoseCuts cuts) {
    return new DoseBins(
        outcome, exposure, unit, time, eventPeriod, -1, cuts, 0, List.of(), Optional.empty(), 0.95);
  }

  /** The same, compared with units exposed up to {@code bound}. */
  public DoseBins withStayersUpTo(double bound) {
    return new DoseBins(
        outcome, exposure, unit, time, eventPeriod, reference, cuts, bound, groups, cluster, level);
  }

  /** The same, compared within the cells of these columns. */
  public DoseBins within(String... columns) {
    return new DoseBins(
        outcome,
        exposure,
        unit,
        time,
        eventPeriod,
        reference,
        cuts,
        stayersUpTo,
        List.of(columns),
        cluster,
        level);
  }

  /** The same, clustered by {@code column}. */
  public DoseBins clusteredBy(String column) {
    return new DoseBins(
        outcome,
        exposure,
        unit,
        time,
        eventPeriod,
        reference,
        cuts,
        stayersUpTo,
        groups,
        Optional.of(column),
        level);
  }

  /** The same with another reference period. */
  public DoseBins relativeTo(int period) {
    return new DoseBins(
        outcome,
        exposure,
        unit,
        time,
        eventPeriod,
        period,
        cuts,
        stayersUpTo,
        groups,
        cluster,
        level);
  }

  /** The same with intervals of another level. */
  public DoseBins withLevel(double other) {
    return new DoseBins(
        outcome,
        exposure,
        unit,
        time,
        eventPeriod,
        reference,
        cuts,
        stayersUpTo,
        groups,
        cluster,
        other);
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
    return new DoseContrasts(this, arranged(panel)).fit();
  }

  /** The bins, ascending, with the units that lie in them. */
  public List<DoseBin> bins(Panel panel) {
    return new DoseUnits(this, arranged(panel)).bins();
  }

  /** Name of the term of a bin in the relative period {@code k}: {@code exposure(0.0, 0.5][k]}. */
  public String term(DoseBin bin, int k) {
    return exposure + bin.label() + "[" + k + "]";
  }

  /**
   * Joint test that no bin differs from the comparison before the event: Hotelling's T² on F(q, G −
   * q) with G clusters.
   */
  public JointTest preTrend(Fit fit) {
    int[] leads =
        IntStream.range(0, fit.estimates().size())
            .filter(j -> LEAD.matcher(fit.estimates().get(j).term()).find())
            .toArray();
    double[] points =
        IntStream.of(leads).mapToDouble(j -> fit.estimates().get(j).estimate()).toArray();
    QuadraticForm form = QuadraticForm.inverse(fit.covariance().block(leads), points);
    int q = form.rank();
    double clusters = fit.degreesOfFreedom() + 1;
    double f = clusters > q ? (clusters - q) / q / (clusters - 1) * form.value() : Double.NaN;
    return new JointTest(
        "no pre-trend", f, q, clusters - q, StudentT.upperTailOfF(f, q, clusters - q));
  }

  private UnitPeriods arranged(Panel panel) {
    return UnitPeriods.of(panel, outcome, unit, time);
  }

  private ColumnNames names() {
    return new ColumnNames()
        .numbers(List.of(outcome, exposure, time))
        .categories(List.of(unit))
        .categories(groups)
        .categories(cluster.stream().toList());
  }
}
