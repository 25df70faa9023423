package id.dampak.method;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.EventPeriod;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Loss;
import id.dampak.method.Analysis.GroupLoss;
import id.dampak.method.Analysis.PathPoint;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What event studies publish: their path, its sum while the feature was off, and the losses. */
final class AroundTheEvent {
  private final Question question;

  AroundTheEvent(Question question) {
    this.question = question;
  }

  /** Relative periods of the path in which the feature was off. */
  List<Integer> suspended() {
    return question.observations().suspended().stream()
        .filter(k -> k < question.specification().lags())
        .toList();
  }

  /**
   * The periods before the event, whose mean is what would have been: one of them alone is noisy.
   */
  List<Integer> before() {
    return IntStream.range(-question.specification().leads(), 0).boxed().toList();
  }

  List<Estimate> estimates(ExposureEventStudy study, Fit fit, JointTest preTrend) {
    Estimate sum = scaled(study.cumulative(fit, suspended(), before()), 1, Analysis.SUM);
    return List.of(
        sum,
        scaled(sum, 1.0 / suspended().size(), Analysis.MEAN),
        new Estimate(
            Analysis.PRE_TREND,
            preTrend.statistic(),
            Double.NaN,
            Double.NaN,
            Double.NaN,
            preTrend.pValue()));
  }

  List<PathPoint> path(List<EventPeriod> coefficients) {
    List<PathPoint> path = new ArrayList<>();
    List<Integer> suspended = suspended();
    for (EventPeriod coefficient : coefficients) {
      int k = coefficient.relativePeriod();
      path.add(
          new PathPoint(
              coefficient,
              question.start(question.observations().eventPeriod() + k),
              suspended.contains(k)));
    }
    return path;
  }

  /**
   * The total from the common coefficients; each dimension from coefficients of its own, so that
   * groups may differ in effect.
   *
   * @param by losses of the groups of a column
   */
  List<GroupLoss> losses(Loss total, Function<String, List<Loss>> by) {
    List<GroupLoss> losses = new ArrayList<>();
    losses.add(new GroupLoss(Analysis.TOTAL, total));
    if (question.specification().role() == Specification.Role.PLACEBO) {
      return losses;
    }
    for (Study.Dimension dimension : question.study().dimensions()) {
      String column = dimension.name().toLowerCase(Locale.ROOT);
      by.apply(column).forEach(loss -> losses.add(new GroupLoss(column, loss)));
    }
    return losses;
  }

  ExposureEventStudy common() {
    return question.eventStudy(Optional.empty());
  }

  ExposureEventStudy by(String column) {
    return question.eventStudy(Optional.of(column));
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
}
