package id.dampak.method;

import id.dampak.estimate.Bins;
import id.dampak.estimate.DoseBins;
import id.dampak.estimate.DoseCuts;
import id.dampak.estimate.Fit;
import id.dampak.estimate.InterruptedTimeSeries;
import id.dampak.estimate.PeriodRange;
import id.dampak.estimate.SerialErrors;
import id.dampak.estimate.StackedEvents;
import id.dampak.estimate.TripleDifferences;
import id.dampak.panel.Observations;
import id.dampak.panel.Observations.Columns;
import id.dampak.study.Specification;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Designs for a suspension that reaches all at once, beside the event study. */
final class SuspensionMethods {
  private static final int THIRDS = 3;

  private SuspensionMethods() {}

  /** Effects by bins of exposure. */
  static Analysis doseBins(Question question) {
    List<Double> cuts = question.specification().options().doseCuts();
    DoseBins plain =
        DoseBins.of(
                Columns.OUTCOME,
                Columns.EXPOSURE,
                Columns.UNIT,
                Columns.PERIOD,
                question.observations().eventPeriod(),
                cuts.isEmpty() ? new DoseCuts.Quantiles(THIRDS) : new DoseCuts.At(cuts))
            .within(question.groups().toArray(String[]::new))
            .withLevel(question.level());
    DoseBins estimator = question.cluster().map(plain::clusteredBy).orElse(plain);
    Fit fit = estimator.fit(question.panel());
    return question.answer(
        fit, question.unitOfMeasure() + ", a unit of the bin", List.of(estimator.preTrend(fit)));
  }

  /** The feature against the other channels of the same unit, and what went over to these. */
  static Analysis tripleDifferences(Question question) {
    TripleDifferences estimator =
        TripleDifferences.of(
                Columns.OUTCOME,
                Columns.EXPOSURE,
                Columns.UNIT,
                Columns.CHANNEL,
                Columns.PERIOD,
                Columns.FEATURE,
                suspended(question))
            .within(question.groups().toArray(String[]::new))
            .with(question.varianceByUnit())
            .withLevel(question.level());
    Fit fit = estimator.fit(question.panel());
    Fit channels = estimator.channels(question.panel());
    return new Analysis(
        question.specification(),
        fit,
        Stream.of(
                fit.estimates().stream(),
                channels.estimates().stream(),
                Stream.of(estimator.divert(channels)))
            .flatMap(terms -> terms)
            .toList(),
        question.unitOfMeasure() + ", at full exposure",
        List.of(),
        List.of(),
        question.dropped(fit));
  }

  /** One path over every run of suspended periods. */
  static Analysis stackedEvents(Question question) {
    Specification specification = question.specification();
    StackedEvents estimator =
        new StackedEvents(
            question.eventStudy(Optional.empty()),
            events(question.observations()),
            new Bins(-specification.leads(), specification.lags() - 1));
    return question.answer(
        estimator.fit(question.panel()),
        question.unitOfMeasure() + ", at full exposure",
        List.of(estimator.preTrend(question.panel())));
  }

  /** Periods in which the feature went off after one in which it was not. */
  private static List<Integer> events(Observations observations) {
    List<Integer> suspended = observations.suspended();
    return suspended.stream()
        .filter(k -> !suspended.contains(k - 1))
        .map(k -> observations.eventPeriod() + k)
        .toList();
  }

  /** All sales before, during and after. */
  static Analysis interruptedSeries(Question question) {
    InterruptedTimeSeries estimator =
        InterruptedTimeSeries.of(Columns.OUTCOME, Columns.PERIOD, suspended(question))
            .withSeasons(
                question.specification().options().seasons().stream()
                    .map(season -> season.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new))
            .with(
                switch (question.specification().options().serialErrors()) {
                  case NEWEY_WEST -> SerialErrors.NEWEY_WEST;
                  case STATIONARY -> SerialErrors.STATIONARY;
                })
            .withLevel(question.level());
    return question.answer(
        estimator.fit(question.panel()), question.unitOfMeasure() + ", of all sales", List.of());
  }

  private static PeriodRange suspended(Question question) {
    Observations observations = question.observations();
    List<Integer> suspended = observations.suspended();
    return new PeriodRange(
        observations.eventPeriod() + suspended.get(0),
        observations.eventPeriod() + suspended.get(suspended.size() - 1));
  }
}
