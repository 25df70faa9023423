package id.dampak.method;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.staggered.BaconDecomposition;
import id.dampak.estimate.staggered.BeforeAndAfter;
import id.dampak.estimate.staggered.CallawaySantAnna;
import id.dampak.estimate.staggered.CallawaySantAnnaBuilder;
import id.dampak.estimate.staggered.ComparisonGroup;
import id.dampak.estimate.staggered.Decomposition;
import id.dampak.estimate.staggered.DoublyRobust;
import id.dampak.estimate.staggered.Imputation;
import id.dampak.estimate.staggered.SunAbraham;
import id.dampak.panel.Observations.Columns;
import java.util.List;
import java.util.stream.Stream;

/**
 * Methods of treatments that start at different times and stay. Who has any dose counts as treated;
 * periods in which a suspension has ended somewhere are not part of their panels.
 */
final class StaggeredMethods {
  private static final String OF_THE_TREATED = ", of the treated";

  private StaggeredMethods() {}

  /** Effects by cohort and period, and their averages. */
  static Analysis callawaySantAnna(Question question) {
    CallawaySantAnnaBuilder builder =
        CallawaySantAnna.of(Columns.OUTCOME, Columns.UNIT, Columns.PERIOD, Columns.COHORT)
            .but()
            .comparedWith(
                switch (question.specification().options().comparison()) {
                  case NEVER_TREATED -> ComparisonGroup.NEVER_TREATED;
                  case NOT_YET_TREATED -> ComparisonGroup.NOT_YET_TREATED;
                })
            .level(question.level());
    question.cluster().ifPresent(builder::clusteredBy);
    CallawaySantAnna estimator = builder.build();
    Fit fit = estimator.fit(question.panel());
    return question.answer(
        fit, question.unitOfMeasure() + OF_THE_TREATED, List.of(estimator.preTrend(fit)));
  }

  /** What the untreated observations say the treated would have been. */
  static Analysis imputation(Question question) {
    int leads = question.specification().leads();
    Imputation plain =
        Imputation.of(Columns.OUTCOME, Columns.UNIT, Columns.PERIOD, Columns.COHORT)
            .withLeads(leads)
            .withLevel(question.level());
    Imputation weighted = question.weights().map(plain::weightedBy).orElse(plain);
    Imputation estimator = question.cluster().map(weighted::clusteredBy).orElse(weighted);
    return question.answer(
        estimator.fit(question.panel()),
        question.unitOfMeasure() + OF_THE_TREATED,
        leads == 0 ? List.of() : List.of(estimator.preTrend(question.panel())));
  }

  /** An event study whose cohorts do not mix. */
  static Analysis sunAbraham(Question question) {
    SunAbraham plain =
        SunAbraham.of(Columns.OUTCOME, Columns.UNIT, Columns.PERIOD, Columns.COHORT)
            .with(question.varianceByUnit())
            .withLevel(question.level());
    SunAbraham estimator = question.weights().map(plain::weightedBy).orElse(plain);
    return question.answer(
        estimator.fit(question.panel()), question.unitOfMeasure() + OF_THE_TREATED, List.of());
  }

  /** What a two-way coefficient is made of: the weight and the mean of each kind of comparison. */
  static Analysis bacon(Question question) {
    BaconDecomposition estimator =
        BaconDecomposition.of(Columns.OUTCOME, Columns.TREATED, Columns.UNIT, Columns.PERIOD)
            .with(question.varianceByUnit())
            .withLevel(question.level());
    Decomposition found = estimator.decompose(question.panel());
    Fit fit = found.regression();
    return new Analysis(
        question.specification(),
        fit,
        Stream.concat(
                fit.estimates().stream(), found.byType().stream().flatMap(StaggeredMethods::terms))
            .toList(),
        question.unitOfMeasure() + OF_THE_TREATED,
        List.of(),
        List.of(),
        question.dropped(fit));
  }

  private static Stream<Estimate> terms(Decomposition.Total total) {
    String type = total.type().label();
    return Stream.of(
        number("weight of " + type, total.weight()), number("mean of " + type, total.estimate()));
  }

  private static Estimate number(String term, double value) {
    return new Estimate(term, value, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /** The last period before the event and the first of it. */
  static Analysis twoByTwo(Question question) {
    int event = question.observations().eventPeriod();
    DoublyRobust plain =
        DoublyRobust.of(
                new BeforeAndAfter.Periods(
                    Columns.OUTCOME, Columns.UNIT, Columns.PERIOD, event - 1, event),
                Columns.EVER_TREATED,
                List.of())
            .withLevel(question.level());
    DoublyRobust estimator = question.cluster().map(plain::clusteredBy).orElse(plain);
    return question.answer(
        estimator.fit(question.panel()), question.unitOfMeasure() + OF_THE_TREATED, List.of());
  }
}
