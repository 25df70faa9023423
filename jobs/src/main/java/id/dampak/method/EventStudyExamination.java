package id.dampak.method;

import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.inference.PlaceboSuspensions;
import id.dampak.estimate.inference.RandomisationTest;
import id.dampak.estimate.inference.Tail;
import id.dampak.estimate.sensitivity.Donut;
import id.dampak.estimate.sensitivity.EventBlocks;
import id.dampak.estimate.sensitivity.EventCoefficients;
import id.dampak.estimate.sensitivity.EventStudyEvidence;
import id.dampak.estimate.sensitivity.HonestInference;
import id.dampak.estimate.sensitivity.Quantity;
import id.dampak.estimate.sensitivity.RobustInterval;
import id.dampak.estimate.sensitivity.Span;
import id.dampak.panel.Observations.Columns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Looks at an event study: trends before, violations it survives, other dates, parts left out. */
final class EventStudyExamination {
  private static final double[] MAGNITUDES = {0.5, 1, 2};
  private static final double SIZE = 0.05;
  private static final int LARGEST_UNITS = 10;
  private static final String PLACEBO_DATES = "placebo dates";

  private final Question question;
  private final Analysis analysis;
  private final Dossier dossier;
  private final ExposureEventStudy study;
  private final List<Integer> suspended;

  EventStudyExamination(Question question, Analysis analysis, Dossier dossier) {
    this.question = question;
    this.analysis = analysis;
    this.dossier = dossier;
    this.study = question.eventStudy(Optional.empty());
    this.suspended = new AroundTheEvent(question).suspended();
  }

  void run(Supplier<Question> before) {
    gather();
    honest();
    FewClusters.look(question, analysis.fit(), study, effect(k -> true).orElseThrow(), dossier);
    withoutParts();
    withoutPeriods();
    dossier.attempt(PLACEBO_DATES, () -> placeboDates(before.get()));
  }

  private void gather() {
    EventStudyEvidence.Gathered gathered =
        new EventStudyEvidence(study, suspended).from(analysis.fit(), question.panel());
    dossier.learn(known -> gathered.evidence().about(known.effect()));
    gathered.refusals().stream()
        .distinct()
        .forEach(why -> dossier.add(Look.refused("pre-trend", "", why)));
  }

  /** Intervals that hold although trends are not parallel, of the mean in blocks. */
  private void honest() {
    dossier.attempt(
        "relative magnitudes",
        () -> {
          EventBlocks blocks =
              EventBlocks.of(EventCoefficients.of(study, analysis.fit()), suspended);
          HonestInference inference =
              new HonestInference(blocks.coefficients(), blocks.target(), analysis.fit().level());
          for (double bound : MAGNITUDES) {
            RobustInterval interval = inference.relativeMagnitudes(bound);
            dossier.add(
                Look.interval(
                    "relative magnitudes",
                    "Mbar = %s, in blocks of %d periods".formatted(bound, blocks.length()),
                    interval.confLow(),
                    interval.confHigh()));
          }
        });
  }

  private void withoutParts() {
    LeftOut leftOut = new LeftOut(question, dossier, study, effect(k -> true).orElseThrow());
    leftOut.groups(Columns.REGION);
    leftOut.groups(Columns.SECTOR);
    leftOut.groups(Columns.SIZE_CLASS);
    leftOut.largest(LARGEST_UNITS);
    leftOut.judge();
  }

  /** The ends of a suspension are known to the hour at best, and some act before it starts. */
  private void withoutPeriods() {
    without("the first suspended period", suspended.get(0));
    without("the last suspended period", suspended.get(suspended.size() - 1));
    without("the period before the reference", study.reference() - 1);
  }

  private void without(String name, int k) {
    Optional<Quantity> rest = effect(other -> other != k);
    double period = question.observations().eventPeriod() + k;
    rest.ifPresent(
        quantity ->
            dossier.attempt(
                "without periods",
                () ->
                    new Donut(study, quantity, Columns.PERIOD, List.of(new Span(period, period)))
                        .fit(question.panel())
                        .refits()
                        .forEach(refit -> dossier.add(Look.of("without periods", name, refit)))));
  }

  /** The mean over suspended periods less that over those before; empty without any of the one. */
  private Optional<Quantity> effect(IntPredicate kept) {
    List<Integer> during = suspended.stream().filter(kept::test).toList();
    List<Integer> normal =
        new AroundTheEvent(question).before().stream().filter(kept::test).toList();
    Map<String, Double> weights = new TreeMap<>();
    during.forEach(k -> weights.put(study.term(k), 1.0 / during.size()));
    normal.stream()
        .filter(k -> k != study.reference())
        .forEach(k -> weights.put(study.term(k), -1.0 / normal.size()));
    return during.isEmpty() || normal.isEmpty()
        ? Optional.empty()
        : Optional.of(new Quantity(Analysis.MEAN, weights));
  }

  /**
   * How the effect stands among those of dates on which nothing happened: of the same weekday where
   * these are enough for a test ever to reject.
   */
  private void placeboDates(Question before) {
    int length = suspended.get(suspended.size() - 1) + 1;
    PlaceboCalendar dates =
        PlaceboCalendar.of(
            question.specification(),
            question.study().period(),
            question.observations().eventPeriod(),
            length,
            SIZE);
    PlaceboSuspensions placebos =
        new PlaceboSuspensions(study, question.specification().leads(), length, List.of(suspended));
    RandomisationTest test =
        RandomisationTest.of(
            Analysis.MEAN,
            Tail.BOTH,
            dossier.evidence().effect().estimate(),
            placebos.at(before.panel(), dates.chosen().periods()),
            date -> String.valueOf(date.start()),
            date -> date.effects().get(0).estimate());
    test.placebos()
        .forEach(
            date ->
                dossier.add(
                    Look.number(
                        PLACEBO_DATES,
                        question.start(Integer.parseInt(date.assignment())).toString(),
                        date.statistic())));
    dossier.learn(known -> known.withPlaceboDates(test.pValue()));
  }
}
