package id.dampak.method;

import id.dampak.estimate.Fit;
import id.dampak.estimate.LossFromPoisson;
import id.dampak.estimate.PoissonEventStudy;
import id.dampak.method.Analysis.GroupLoss;
import id.dampak.study.Specification.Outcome;
import java.util.List;

/** The path of expected sales in logarithms, and what it comes to in money. */
final class PoissonEventStudyMethod implements StudyMethod {

  @Override
  public Analysis analyse(Question question) {
    AroundTheEvent event = new AroundTheEvent(question);
    PoissonEventStudy poisson = new PoissonEventStudy(event.common());
    Fit fit = poisson.fit(question.panel());
    return new Analysis(
        question.specification(),
        fit,
        event.estimates(poisson.study(), fit, poisson.preTrend(question.panel())),
        "log points of expected sales, at full exposure",
        event.path(poisson.path(fit)),
        losses(question, event, poisson, fit),
        question.dropped(fit));
  }

  /** None where the outcome is a share of a baseline, which is no money. */
  private static List<GroupLoss> losses(
      Question question, AroundTheEvent event, PoissonEventStudy poisson, Fit fit) {
    if (!(question.specification().outcome() instanceof Outcome.Level)) {
      return List.of();
    }
    return event.losses(
        loss(poisson, event).total(fit, question.panel()),
        column -> {
          PoissonEventStudy byGroup = new PoissonEventStudy(event.by(column));
          return loss(byGroup, event).by(column, byGroup.fit(question.panel()), question.panel());
        });
  }

  private static LossFromPoisson loss(PoissonEventStudy poisson, AroundTheEvent event) {
    return new LossFromPoisson(poisson, event.suspended(), event.before());
  }
}
