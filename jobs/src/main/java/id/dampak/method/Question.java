package id.dampak.method;

import id.dampak.estimate.ClusterFactor;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Panel;
import id.dampak.estimate.ParameterCount;
import id.dampak.estimate.Singletons;
import id.dampak.estimate.Variance;
import id.dampak.panel.Observations;
import id.dampak.panel.Observations.Columns;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Study;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A specification with the observations that are to answer it.
 *
 * @param study the study that asks
 * @param specification what it asks
 * @param observations the panel
 * @param firstPeriod start of the period whose index is 0
 */
public record Question(
    Study study,
    Specification specification,
    Observations observations,
    LocalDateTime firstPeriod) {
  private static final int REFERENCE = -1;

  Panel panel() {
    return observations.panel();
  }

  /** Start of the period with an index, on the wall clock. */
  LocalDateTime start(int period) {
    return study.period().plus(firstPeriod, period);
  }

  double level() {
    return study.confidenceLevel();
  }

  /** The weights of the observations, where its outcome has any. */
  Optional<String> weights() {
    boolean weighted =
        specification.outcome() instanceof Outcome.RelativeToBaseline
            || (specification.outcome() instanceof Outcome.LogRatio ratio
                && ratio.weights() == Specification.Weights.LAGGED_OUTCOME);
    return weighted ? Optional.of(Columns.WEIGHT) : Optional.empty();
  }

  /** The variance of a regression; robust to heteroskedasticity only where nothing clusters. */
  Variance variance() {
    return specification.clusters().isEmpty() ? new Variance.Hc1() : clustered();
  }

  /** The same with clusters of units where the study names none. */
  Variance varianceByUnit() {
    return specification.clusters().isEmpty()
        ? new Variance.Clustered(List.of(Columns.UNIT), counted(), ClusterFactor.MIN)
        : clustered();
  }

  private Variance clustered() {
    return new Variance.Clustered(specification.clusters(), counted(), ClusterFactor.MIN);
  }

  private ParameterCount counted() {
    return switch (specification.fixedEffectDegrees()) {
      case NESTED -> ParameterCount.NESTED;
      case ALL -> ParameterCount.ALL;
      case NONE -> ParameterCount.NONE;
    };
  }

  /** The column of clusters of a method that has one, if the study names it. */
  Optional<String> cluster() {
    return specification.clusters().stream().findFirst();
  }

  /** Columns whose cells have period effects of their own: those beside period in its effect. */
  List<String> groups() {
    return groups(specification);
  }

  /** The same of a specification alone. */
  static List<String> groups(Specification specification) {
    return specification.fixedEffects().stream()
        .map(effect -> List.of(effect.split("\\^", -1)))
        .filter(parts -> parts.contains(Columns.PERIOD))
        .flatMap(List::stream)
        .filter(part -> !part.equals(Columns.PERIOD))
        .toList();
  }

  /**
   * An event study of the exposure around the event.
   *
   * @param by column whose groups get coefficients of their own
   */
  public ExposureEventStudy eventStudy(Optional<String> by) {
    return new ExposureEventStudy(
        Columns.OUTCOME,
        Columns.EXPOSURE,
        Columns.UNIT,
        Columns.PERIOD,
        observations.eventPeriod(),
        REFERENCE,
        Optional.empty(),
        groups(),
        List.of(),
        weights(),
        by,
        variance(),
        Singletons.KEEP,
        level());
  }

  /** Relative periods in the panel, ascending. */
  List<Integer> relativePeriods() {
    Panel panel = panel();
    return IntStream.range(0, panel.observations())
        .map(row -> (int) panel.number(Columns.PERIOD, row) - observations.eventPeriod())
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  /** Those of them in which the feature was off. */
  List<Integer> suspendedPeriods() {
    return relativePeriods().stream().filter(observations.suspended()::contains).toList();
  }

  /** What an effect on the outcome is measured in. */
  String unitOfMeasure() {
    if (specification.outcome() instanceof Outcome.LogRatio ratio) {
      return "log points of sales over those " + ratio.lag() + " periods before";
    }
    return specification.outcome() instanceof Outcome.RelativeToBaseline
        ? "multiples of a period's baseline sales"
        : study.currency().code();
  }

  /** An answer of terms alone, each of the fit and then each test. */
  Analysis answer(Fit fit, String unitOfMeasure, List<JointTest> tests) {
    return new Analysis(
        specification,
        fit,
        Stream.concat(fit.estimates().stream(), tests.stream().map(Question::term)).toList(),
        unitOfMeasure,
        List.of(),
        List.of(),
        dropped(fit));
  }

  /** What did not enter, of the market or of its rows. */
  List<Dropped> dropped(Fit fit) {
    return Stream.concat(observations.dropped().stream(), fit.dropped().stream()).toList();
  }

  /** A joint test as a term: its statistic and p-value, and nothing else. */
  static Estimate term(JointTest test) {
    return new Estimate(
        test.name(), test.statistic(), Double.NaN, Double.NaN, Double.NaN, test.pValue());
  }
}
