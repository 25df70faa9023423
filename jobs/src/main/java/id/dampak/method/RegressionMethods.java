package id.dampak.method;

import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Loss;
import id.dampak.estimate.LossFromTreatment;
import id.dampak.estimate.LossFromTreatment.Scale;
import id.dampak.estimate.PoissonRegression;
import id.dampak.estimate.Singletons;
import id.dampak.method.Analysis.GroupLoss;
import id.dampak.panel.Observations.Columns;
import id.dampak.study.Specification;
import id.dampak.study.Specification.Outcome;
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
    Fit fit = estimator.fit(question.panel());
    Loss loss =
        new LossFromTreatment(
                Columns.TREATMENT, Columns.UNIT, money(question), scale(question.specification()))
            .total(fit, question.panel());
    return new Analysis(
        question.specification(),
        fit,
        fit.estimates(),
        question.unitOfMeasure() + AT_FULL_EXPOSURE,
        List.of(),
        List.of(new GroupLoss(Analysis.TOTAL, loss)),
        question.dropped(fit));
  }

  private static Scale scale(Specification specification) {
    return specification.outcome() instanceof Outcome.LogRatio ? Scale.LOGARITHMIC : Scale.LINEAR;
  }

  /** The column of what an outcome of 1 is worth, or of what its logarithm is taken of. */
  private static String money(Question question) {
    return question.specification().outcome() instanceof Outcome.LogRatio
        ? Columns.AMOUNT
        : Columns.WEIGHT;
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
