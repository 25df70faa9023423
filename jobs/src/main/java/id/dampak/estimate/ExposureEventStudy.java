package id.dampak.estimate;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Event study in the intensity of exposure, for a suspension that hits every unit at once but some
 * more than others:
 *
 * <pre>y_it = α_i + λ_{g(i),t} + Σ_{k≠ref} β_k e_i 1{t − t₀ = k} + x_it'γ + ε_it</pre>
 *
 * β_k is the effect of full exposure (e = 1) in the k-th period after the event relative to the
 * reference period, under parallel trends over the dose within g (strong parallel trends: Callaway,
 * Goodman-Bacon and Sant'Anna 2024, doi:10.3386/w32117). See {@code
 * docs/methods/exposure-event-study.md}.
 *
 * <p>Differs from the interaction {@code i(time, exposure, ref)} of fixest in that it refuses a
 * panel with two rows for a unit and period, or an exposure that changes within a unit.
 *
 * @param outcome numeric column y
 * @param exposure numeric column e, constant within a unit, usually in [0, 1]
 * @param unit column of the unit i
 * @param time numeric column of whole periods t
 * @param eventPeriod t₀: the first period that the event touches
 * @param reference k of the period whose coefficient is 0, usually −1
 * @param bins end points beyond which periods share a coefficient; without them each has its own
 * @param groups columns whose cells g have their own period effects; none for common ones
 * @param controls numeric columns x, or products {@code a*b}
 * @param weights column of weights
 * @param by column of groups with coefficients β_{k,g} of their own
 * @param variance how standard errors are computed
 * @param singletons what becomes of observations that are alone in a level of an effect
 * @param level confidence level of the intervals, in (0, 1)
 */
public record ExposureEventStudy(
    String outcome,
    String exposure,
    String unit,
    String time,
    int eventPeriod,
    int reference,
    Optional<Bins> bins,
    List<String> groups,
    List<String> controls,
    Optional<String> weights,
    Optional<String> by,
    Variance variance,
    Singletons singletons,
    double level)
    implements MomentEstimator, Serializable {

  public ExposureEventStudy {
    groups = List.copyOf(groups);
    controls = List.copyOf(controls);
  }

  /**
   * An event study with unit and common period effects, reference −1, clustered by unit.
   *
   * @param eventPeriod the first period that the event touches
   */
  public static ExposureEventStudy of(
      String outcome, String exposure, String unit, String time, int eventPeriod) {
    return new ExposureEventStudy(
        outcome,
        exposure,
        unit,
        time,
        eventPeriod,
        -1,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Variance.clusteredBy(unit),
        Singletons.KEEP,
        0.95);
  }

  /** Starts from these options, to change some of them. */
  public ExposureEventStudyBuilder but() {
    return new ExposureEventStudyBuilder(this);
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
    Sample sample = sample(panel);
    EventDesign events = EventDesign.of(this, panel, sample.rows());
    Question question = new Question(outcome, controls, events.terms(), events.name(), effects());
    SampleRows rows = SampleRows.of(panel, sample, weights);
    return MemoryPasses.of(question, Optional.of(unit), variance, rows, Optional.of(events))
        .map(passes -> Moments.of(passes, variance).fit(this, variance, level))
        .orElseGet(
            () -> {
              Frame frame = new Frame(model(this), panel, sample);
              return regression(frame, ExposureDesign.of(this, frame)).linear();
            });
  }

  @Override
  public List<String> groupings() {
    return List.of(unit);
  }

  @Override
  public Moments summarise(PanelPieces pieces, String grouping) {
    return Moments.of(PiecePasses.of(MomentModel.of(this), pieces), variance);
  }

  @Override
  public Fit fit(Moments moments) {
    return moments.fit(this, variance, level);
  }

  @Override
  public ClusterMoments moments(Panel panel, CrossingEffects crossing) {
    Frame frame = frame(panel);
    return regression(frame, ExposureDesign.of(this, frame)).moments(crossing);
  }

  /** The fixed effects: the unit, and the period in each cell of the groups. */
  List<String> effects() {
    return List.of(
        unit, String.join("^", Stream.concat(groups.stream(), Stream.of(time)).toList()));
  }

  /** Name of the term of relative period {@code k}: {@code exposure[k]}. */
  public String term(int k) {
    return exposure + "[" + k + "]";
  }

  /** Name of the term of relative period {@code k} in a group: {@code exposure[k]:group}. */
  public String term(int k, String group) {
    return term(k) + ":" + group;
  }

  /** Every coefficient of {@code fit} in order of group and period, the reference among them. */
  public List<EventPeriod> path(Fit fit) {
    return EventPath.of(this, fit);
  }

  /**
   * Joint test that every coefficient before the event is 0, over all groups. Its covariance is
   * made from the residuals under that hypothesis, so that it is a score test: with a dozen
   * coefficients and sales that few large units dominate, the Wald test rejects true hypotheses
   * about twice as often as it says.
   */
  public JointTest preTrend(Panel panel) {
    Frame frame = frame(panel);
    ExposureDesign design = ExposureDesign.of(this, frame);
    return regression(frame, design).preTrend(design);
  }

  /**
   * The sum of the coefficients of {@code periods}: the effect of full exposure over all of them.
   * The reference period counts as 0.
   */
  public Estimate cumulative(Fit fit, List<Integer> periods) {
    return fit.combination(exposure + "[sum]", weights(periods, 1));
  }

  /** The mean of the coefficients of {@code periods}. */
  public Estimate average(Fit fit, List<Integer> periods) {
    return fit.combination(exposure + "[mean]", weights(periods, 1.0 / periods.size()));
  }

  /**
   * What a regression of {@code estimator}, this study or one that is made of it, needs to know.
   */
  Model model(Estimator estimator) {
    return new Model(estimator, outcome, effects(), weights, variance, level);
  }

  private Object writeReplace() {
    return StudyForm.of(this);
  }

  private Frame frame(Panel panel) {
    return new Frame(model(this), panel, sample(panel));
  }

  private Regression regression(Frame frame, Design design) {
    return new Regression(model(this), frame, design);
  }

  /** The observations that enter. */
  Sample sample(Panel panel) {
    return enter(new Sample(panel));
  }

  /** Leaves out of a sample what cannot enter. */
  Sample enter(Sample sample) {
    require(sample);
    sample.treatSingletons(effects(), singletons);
    return sample;
  }

  /** Leaves out of a sample what cannot enter by itself, that is, all but singletons. */
  void require(Sample sample) {
    sample.requireNumbers(outcome);
    sample.requireNumbers(exposure);
    sample.requireNumbers(time);
    sample.requireTerms(controls);
    weights.ifPresent(sample::requireWeights);
    sample.requireCategories(unit);
    groups.forEach(sample::requireCategories);
    by.ifPresent(sample::requireCategories);
    sample.requireClusters(variance);
  }

  /** The relative period whose coefficient applies at {@code timeValue}: end points binned. */
  int coefficientPeriod(double timeValue) {
    int k = (int) timeValue - eventPeriod;
    return bins.map(b -> b.clamp(k)).orElse(k);
  }

  /** The term that applies to a row of the panel in the relative period {@code k}. */
  String termOf(int k, Panel panel, int row) {
    return by.map(column -> term(k, panel.label(column, row))).orElseGet(() -> term(k));
  }

  /**
   * The sum of the coefficients of {@code periods}, each less the mean of those of {@code against}:
   * what full exposure meant over them, compared with those other periods.
   */
  public Estimate cumulative(Fit fit, List<Integer> periods, List<Integer> against) {
    Map<String, Double> weights = weights(periods, 1);
    double each = -(double) periods.size() / against.size();
    weights(against, each).forEach((term, weight) -> weights.merge(term, weight, Double::sum));
    return fit.combination(exposure + "[sum]", weights);
  }

  private Map<String, Double> weights(List<Integer> periods, double each) {
    Map<String, Double> weights = new TreeMap<>();
    periods.stream()
        .filter(k -> k != reference)
        .forEach(k -> weights.merge(term(k), each, Double::sum));
    return weights;
  }

  private ColumnNames names() {
    return new ColumnNames()
        .numbers(List.of(outcome, exposure, time))
        .numbers(controls)
        .categories(effects())
        .categories(by.stream().toList())
        .optional(weights, variance);
  }
}
