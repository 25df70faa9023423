package id.dampak.job;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.EventStudy;
import id.dampak.contract.Field;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.Refusal;
import id.dampak.contract.Table;
import id.dampak.report.Currency;
import id.dampak.report.Interval;
import id.dampak.report.Measurement;
import id.dampak.report.Scale;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The results of a study as the lake holds them.
 *
 * @param study the study
 * @param estimates rows of {@link EstimateRow}, in the order in which the study declares them
 * @param path rows of {@link EventStudy}
 * @param losses rows of {@link PublishedLoss}
 * @param refusals rows of {@link Refusal}
 */
record Findings(
    Study study,
    List<FieldReader> estimates,
    List<FieldReader> path,
    List<FieldReader> losses,
    List<FieldReader> refusals) {

  static Findings of(RunContext run) {
    List<String> declared = run.study().specifications().stream().map(Specification::name).toList();
    return new Findings(
        run.study(),
        rows(run, EstimateRow.TABLE).stream()
            .sorted(
                Comparator.comparingInt(
                    row -> declared.indexOf(row.text(EstimateRow.SPECIFICATION))))
            .toList(),
        rows(run, EventStudy.TABLE),
        rows(run, PublishedLoss.TABLE),
        rows(run, Refusal.TABLE));
  }

  private static List<FieldReader> rows(RunContext run, Table table) {
    return run.read(table).collectAsList().stream().map(FieldReader::new).toList();
  }

  /** The specification that answers the question: the first that is no placebo. */
  Optional<Specification> headline() {
    return study.specifications().stream()
        .filter(specification -> specification.role() == Specification.Role.RESULT)
        .findFirst();
  }

  /** A term of a specification. */
  Optional<FieldReader> estimate(String specification, String term) {
    return estimates.stream()
        .filter(row -> row.text(EstimateRow.SPECIFICATION).equals(specification))
        .filter(row -> row.text(EstimateRow.TERM).equals(term))
        .findFirst();
  }

  /** The losses of a specification along a dimension. */
  List<FieldReader> losses(String specification, String dimension) {
    return losses.stream()
        .filter(row -> row.text(PublishedLoss.SPECIFICATION).equals(specification))
        .filter(row -> row.text(PublishedLoss.DIMENSION).equals(dimension))
        .toList();
  }

  /** The money that a specification says was lost in all. */
  Optional<Measurement> totalLoss(String specification) {
    return losses(specification, Analyses.TOTAL).stream()
        .filter(row -> row.optionalNumber(PublishedLoss.ESTIMATE).isPresent())
        .map(this::loss)
        .findFirst();
  }

  Measurement loss(FieldReader row) {
    double minor = Math.pow(10, study.currency().minorDigits());
    return new Measurement(
        row.number(PublishedLoss.ESTIMATE) * minor,
        interval(row, PublishedLoss.CONF_LOW, PublishedLoss.CONF_HIGH, study.confidenceLevel())
            .map(ends -> new Interval(ends.low() * minor, ends.high() * minor, ends.level())),
        new Scale.Money(currency()));
  }

  Currency currency() {
    return new Currency(study.currency().code(), study.currency().minorDigits());
  }

  static Optional<Interval> interval(FieldReader row, Field low, Field high, double level) {
    return Interval.ifDefined(
        row.optionalNumber(low).orElse(Double.NaN),
        row.optionalNumber(high).orElse(Double.NaN),
        level);
  }
}
