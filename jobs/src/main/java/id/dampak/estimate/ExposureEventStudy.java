package id.dampak.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Event study in the intensity of exposure. */
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
    implements Estimator {

  public ExposureEventStudy {
    groups = List.copyOf(groups);
    controls = List.copyOf(controls);
  }

  @Override
  public Fit fit(Panel panel) {
    throw new UnsupportedOperationException("being written: " + panel);
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

  /** Joint test that every coefficient before the event is 0, over all groups. */
  public WaldTest preTrend(Fit fit) {
    List<String> leads =
        path(fit).stream()
            .filter(p -> p.relativePeriod() < 0 && !p.reference())
            .map(p -> p.estimate().term())
            .toList();
    return fit.jointly("no pre-trend", leads);
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

  /** The observations that enter. */
  Sample sample(Panel panel) {
    Sample sample = new Sample(panel);
    sample.requireNumbers(outcome);
    sample.requireNumbers(exposure);
    sample.requireNumbers(time);
    controls.stream().flatMap(c -> Terms.factorsOf(c).stream()).forEach(sample::requireNumbers);
    weights.ifPresent(sample::requireWeights);
    sample.requireCategories(unit);
    groups.forEach(sample::requireCategories);
    by.ifPresent(sample::requireCategories);
    sample.requireClusters(variance);
    List<String> effects = new ArrayList<>(List.of(unit));
    effects.add(String.join("^", Stream.concat(groups.stream(), Stream.of(time)).toList()));
    sample.treatSingletons(effects, singletons);
    return sample;
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

  private Map<String, Double> weights(List<Integer> periods, double each) {
    Map<String, Double> weights = new TreeMap<>();
    periods.stream()
        .filter(k -> k != reference)
        .forEach(k -> weights.merge(term(k), each, Double::sum));
    return weights;
  }
}
