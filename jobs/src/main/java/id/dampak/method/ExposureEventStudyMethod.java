package id.dampak.method;

import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.LossFromExposure;
import id.dampak.estimate.OutcomeScale;
import id.dampak.panel.Observations.Columns;
import id.dampak.study.Specification.Outcome;

/** One coefficient of exposure for each period around the event, and what they come to in money. */
final class ExposureEventStudyMethod implements StudyMethod {

  @Override
  public Analysis analyse(Question question) {
    AroundTheEvent event = new AroundTheEvent(question);
    ExposureEventStudy study = event.common();
    Fit fit = study.fit(question.panel());
    OutcomeScale scale =
        question.specification().outcome() instanceof Outcome.RelativeToBaseline
            ? new OutcomeScale.ShareOf(Columns.BASELINE)
            : new OutcomeScale.Levels();
    return new Analysis(
        question.specification(),
        fit,
        event.estimates(study, fit, study.preTrend(question.panel())),
        question.unitOfMeasure() + ", at full exposure",
        event.path(study.path(fit)),
        event.losses(
            loss(study, scale, event).total(fit, question.panel()),
            column -> {
              ExposureEventStudy byGroup = event.by(column);
              return loss(byGroup, scale, event)
                  .by(column, byGroup.fit(question.panel()), question.panel());
            }),
        question.dropped(fit));
  }

  private static LossFromExposure loss(
      ExposureEventStudy study, OutcomeScale scale, AroundTheEvent event) {
    return new LossFromExposure(study, scale, event.suspended(), event.before());
  }
}
