package id.dampak.method;

import id.dampak.estimate.reversible.CarryOver;
import id.dampak.estimate.reversible.IntertemporalDid;
import id.dampak.estimate.reversible.ReversibleFit;
import id.dampak.estimate.reversible.SwitchersDid;
import id.dampak.estimate.reversible.TreatmentColumns;
import id.dampak.panel.Observations.Columns;

/**
 * Methods of treatments that come and go. Their placebos are the leads of a specification, their
 * effects its lags.
 */
final class ReversibleMethods {

  private ReversibleMethods() {}

  /** Effects and placebos by periods since the first switch. */
  static Analysis intertemporal(Question question) {
    return answer(
        question,
        IntertemporalDid.of(columns(question), Math.max(1, question.specification().lags()))
            .withPlacebos(question.specification().leads())
            .withLevel(question.level())
            .estimate(question.panel()),
        ", a switch");
  }

  /** Effects of switches between two periods in a row. */
  static Analysis switches(Question question) {
    return answer(
        question,
        SwitchersDid.of(columns(question))
            .withPlacebos(question.specification().leads())
            .withLevel(question.level())
            .estimate(question.panel()),
        ", at full exposure");
  }

  /** What lasts once the treatment has gone. */
  static Analysis carryOver(Question question) {
    return answer(
        question,
        CarryOver.of(columns(question), Math.max(1, question.specification().lags()))
            .withLevel(question.level())
            .estimate(question.panel()),
        ", a switch");
  }

  private static TreatmentColumns columns(Question question) {
    TreatmentColumns plain =
        TreatmentColumns.of(Columns.OUTCOME, Columns.TREATMENT, Columns.UNIT, Columns.PERIOD);
    TreatmentColumns clustered = question.cluster().map(plain::clusteredBy).orElse(plain);
    return question.weights().map(clustered::weightedBy).orElse(clustered);
  }

  private static Analysis answer(Question question, ReversibleFit found, String each) {
    return question.answer(found.fit(), question.unitOfMeasure() + each, found.tests());
  }
}
