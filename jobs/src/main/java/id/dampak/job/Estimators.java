package id.dampak.job;

import id.dampak.estimate.ClusterFactor;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.ParameterCount;
import id.dampak.estimate.Singletons;
import id.dampak.estimate.Variance;
import id.dampak.panel.Observations.Columns;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns a specification of a study into an estimator on the columns of its panel. */
final class Estimators {
  private static final int REFERENCE = -1;

  private Estimators() {}

  /** One coefficient of the treatment. */
  static FixedEffectsRegression differenceInDifferences(Specification specification, double level) {
    return new FixedEffectsRegression(
        Columns.OUTCOME,
        List.of(Columns.TREATMENT),
        specification.fixedEffects(),
        weights(specification),
        variance(specification),
        Singletons.KEEP,
        level);
  }

  /**
   * One coefficient of exposure for each period around the event.
   *
   * @param by column whose groups get coefficients of their own
   */
  static ExposureEventStudy eventStudy(
      Specification specification, int eventPeriod, Optional<String> by, double level) {
    return new ExposureEventStudy(
        Columns.OUTCOME,
        Columns.EXPOSURE,
        Columns.UNIT,
        Columns.PERIOD,
        eventPeriod,
        REFERENCE,
        Optional.empty(),
        groups(specification),
        List.of(),
        weights(specification),
        by,
        variance(specification),
        Singletons.KEEP,
        level);
  }

  /**
   * The columns whose cells have period effects of their own: those beside period in its effect.
   */
  private static List<String> groups(Specification specification) {
    return specification.fixedEffects().stream()
        .filter(effect -> !effect.equals(Columns.UNIT))
        .flatMap(effect -> Arrays.stream(effect.split("\\^", -1)))
        .filter(part -> !part.equals(Columns.PERIOD))
        .toList();
  }

  private static Optional<String> weights(Specification specification) {
    boolean weighted =
        specification.outcome() instanceof Outcome.RelativeToBaseline
            || (specification.outcome() instanceof Outcome.LogRatio ratio
                && ratio.weights() == Specification.Weights.LAGGED_OUTCOME);
    return weighted ? Optional.of(Columns.WEIGHT) : Optional.empty();
  }

  private static Variance variance(Specification specification) {
    if (specification.clusters().isEmpty()) {
      return new Variance.Hc1();
    }
    ParameterCount counted =
        switch (specification.fixedEffectDegrees()) {
          case NESTED -> ParameterCount.NESTED;
          case ALL -> ParameterCount.ALL;
          case NONE -> ParameterCount.NONE;
        };
    return new Variance.Clustered(specification.clusters(), counted, ClusterFactor.MIN);
  }
}
