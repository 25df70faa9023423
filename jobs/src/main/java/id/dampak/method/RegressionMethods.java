package id.dampak.method;

import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.PoissonRegression;
import id.dampak.estimate.Singletons;
import id.dampak.panel.Observations.Columns;
import java.util.List;
import java.util.Optional;

/** One coefficient of the treatment. */
final class RegressionMethods {
  private static final String AT_FULL_EXPOSURE = ", at full exposure";

  private RegressionMethods() {}

  static Analysis differenceInDifferences(Question question) {
    FixedEffectsRegression estimator =
        new FixedEffectsRegression(
            Columns.OUTCOME,
            List.of(Columns.TREATMENT),
            question.specification().fixedEffects(),
            question.weights(),
            question.variance(),
            Singletons.KEEP,
            question.level());
    return question.answer(
        estimator.fit(question.panel()), question.unitOfMeasure() + AT_FULL_EXPOSURE, List.of());
  }

  /** Of what is expected, in logarithms. */
  static Analysis poisson(Question question) {
    PoissonRegression estimator =
        new PoissonRegression(
            Columns.OUTCOME,
            List.of(Columns.TREATMENT),
            question.specification().fixedEffects(),
            question.weights(),
            Optional.empty(),
            question.variance(),
            Singletons.KEEP,
            question.level());
    return question.answer(
        estimator.fit(question.panel()),
        "log points of expected sales" + AT_FULL_EXPOSURE,
        List.of());
  }
}
