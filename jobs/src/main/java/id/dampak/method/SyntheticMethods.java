package id.dampak.method;

import id.dampak.estimate.Fit;
import id.dampak.estimate.synthetic.DifferenceInAverages;
import id.dampak.estimate.synthetic.SyntheticControl;
import id.dampak.estimate.synthetic.SyntheticDifferenceInDifferences;
import id.dampak.estimate.synthetic.SyntheticInference;
import id.dampak.estimate.synthetic.Treatment;
import id.dampak.panel.Observations.Columns;
import java.util.List;

/** Methods that weigh untreated units or regions into a double of the treated ones. */
final class SyntheticMethods {
  private static final Treatment TREATMENT = new Treatment.From(Columns.COHORT);

  private SyntheticMethods() {}

  static Analysis differenceInDifferences(Question question) {
    return answer(
        question,
        SyntheticDifferenceInDifferences.of(
                Columns.OUTCOME, Columns.UNIT, Columns.PERIOD, TREATMENT)
            .with(inference(question))
            .withLevel(question.level())
            .fit(question.panel()));
  }

  static Analysis control(Question question) {
    return answer(
        question,
        SyntheticControl.of(Columns.OUTCOME, Columns.UNIT, Columns.PERIOD, TREATMENT)
            .with(inference(question))
            .withLevel(question.level())
            .fit(question.panel()));
  }

  static Analysis averages(Question question) {
    return answer(
        question,
        DifferenceInAverages.of(Columns.OUTCOME, Columns.UNIT, Columns.PERIOD, TREATMENT)
            .with(inference(question))
            .withLevel(question.level())
            .fit(question.panel()));
  }

  private static Analysis answer(Question question, Fit fit) {
    return question.answer(fit, question.unitOfMeasure() + ", of the treated", List.of());
  }

  private static SyntheticInference inference(Question question) {
    return switch (question.specification().options().errors()) {
      case PLACEBO ->
          new SyntheticInference.Placebo(SyntheticInference.DRAWS, question.study().seed());
      case JACKKNIFE -> new SyntheticInference.Jackknife();
      case NONE -> new SyntheticInference.None();
    };
  }
}
