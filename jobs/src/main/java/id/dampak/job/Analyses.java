package id.dampak.job;

import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.EventPeriod;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.LossFromExposure;
import id.dampak.estimate.OutcomeScale;
import id.dampak.job.Analysis.GroupLoss;
import id.dampak.job.Analysis.PathPoint;
import id.dampak.panel.Market;
import id.dampak.panel.Observations;
import id.dampak.panel.Observations.Columns;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Outcome;
import id.dampak.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs the estimator of a specification and draws from its fit what the study publishes. */
final class Analyses {
  static final String PRE_TREND = "pre-trend (joint F)";
  static final String SUM = "sum over the suspended periods";
  static final String MEAN = "mean over the suspended periods";
  static final String TOTAL = "total";

  private final Study study;
  private final Market market;

  Analyses(Study study, Market market) {
    this.study = study;
    this.market = market;
  }

  Analysis analyse(Specification specification, Observations observations) {
    return switch (specification.method()) {
      case DIFFERENCE_IN_DIFFERENCES -> differenceInDifferences(specification, observations);
      case EXPOSURE_EVENT_STUDY -> eventStudy(specification, observations);
    };
  }

  private Analysis differenceInDifferences(Specification specification, Observations observations) {
    FixedEffectsRegression estimator =
        Estimators.differenceInDifferences(specification, study.confidenceLevel());
    Fit fit = estimator.fit(observations.panel());
    return new Analysis(
        specification,
        fit,
        fit.estimates(),
        unitOfMeasure(specification),
        List.of(),
        List.of(),
        dropped(observations, fit));
  }

  private Analysis eventStudy(Specification specification, Observations observations) {
    ExposureEventStudy estimator = estimator(specification, observations, Optional.empty());
    Fit fit = estimator.fit(observations.panel());
    List<Integer> suspended =
        observations.suspended().stream().filter(k -> k < specification.lags()).toList();
    JointTest preTrend = estimator.preTrend(observations.panel());
    Estimate sum = scaled(estimator.cumulative(fit, suspended, before(specification)), 1, SUM);
    List<Estimate> estimates =
        List.of(
            sum,
            scaled(sum, 1.0 / suspended.size(), MEAN),
            new Estimate(
                PRE_TREND,
                preTrend.statistic(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                preTrend.pValue()));
    return new Analysis(
        specification,
        fit,
        estimates,
        unitOfMeasure(specification),
        path(estimator, fit, observations, suspended),
        losses(specification, observations, suspended, estimator, fit),
        dropped(observations, fit));
  }

  private List<PathPoint> path(
      ExposureEventStudy estimator, Fit fit, Observations observations, List<Integer> suspended) {
    List<PathPoint> path = new ArrayList<>();
    for (EventPeriod coefficient : estimator.path(fit)) {
      int k = coefficient.relativePeriod();
      path.add(
          new PathPoint(
              coefficient,
              study.period().plus(market.periods().get(0), observations.eventPeriod() + k),
              suspended.contains(k)));
    }
    return path;
  }

  /**
   * The total from the common coefficients; each dimension from coefficients of its own, so that
   * groups may differ in effect.
   */
  private List<GroupLoss> losses(
      Specification specification,
      Observations observations,
      List<Integer> suspended,
      ExposureEventStudy common,
      Fit commonFit) {
    List<GroupLoss> losses = new ArrayList<>();
    OutcomeScale scale = scale(specification);
    losses.add(
        new GroupLoss(
            TOTAL,
            new LossFromExposure(common, scale, suspended, before(specification))
                .total(commonFit, observations.panel())));
    if (specification.role() == Specification.Role.PLACEBO) {
      return losses;
    }
    for (Study.Dimension dimension : study.dimensions()) {
      String column = dimension.name().toLowerCase(Locale.ROOT);
      ExposureEventStudy byGroup = estimator(specification, observations, Optional.of(column));
      new LossFromExposure(byGroup, scale, suspended, before(specification))
          .by(column, byGroup.fit(observations.panel()), observations.panel())
          .forEach(loss -> losses.add(new GroupLoss(column, loss)));
    }
    return losses;
  }

  private ExposureEventStudy estimator(
      Specification specification, Observations observations, Optional<String> by) {
    return Estimators.eventStudy(
        specification, observations.eventPeriod(), by, study.confidenceLevel());
  }

  private static OutcomeScale scale(Specification specification) {
    return specification.outcome() instanceof Outcome.RelativeToBaseline
        ? new OutcomeScale.ShareOf(Columns.BASELINE)
        : new OutcomeScale.Levels();
  }

  private String unitOfMeasure(Specification specification) {
    if (specification.outcome() instanceof Outcome.LogRatio ratio) {
      return "log points of sales over those " + ratio.lag() + " periods before";
    }
    return specification.outcome() instanceof Outcome.RelativeToBaseline
        ? "multiples of a period's baseline sales, at full exposure"
        : study.currency().code() + ", at full exposure";
  }

  /**
   * The periods before the event, whose mean is what would have been: one of them alone is noisy.
   */
  private static List<Integer> before(Specification specification) {
    return IntStream.range(-specification.leads(), 0).boxed().toList();
  }

  private static Estimate scaled(Estimate estimate, double factor, String term) {
    return new Estimate(
        term,
        estimate.estimate() * factor,
        estimate.stdError() * factor,
        estimate.confLow() * factor,
        estimate.confHigh() * factor,
        estimate.pValue());
  }

  private static List<Dropped> dropped(Observations observations, Fit fit) {
    return Stream.concat(observations.dropped().stream(), fit.dropped().stream()).toList();
  }
}
