package id.dampak.job;

import static java.util.Comparator.naturalOrder;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.EventStudy;
import id.dampak.contract.Field;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.PublishedSales;
import id.dampak.contract.Refusal;
import id.dampak.contract.Robustness;
import id.dampak.contract.Table;
import id.dampak.contract.VerdictRow;
import id.dampak.method.Analysis;
import id.dampak.report.Currency;
import id.dampak.report.Interval;
import id.dampak.report.Measurement;
import id.dampak.report.Scale;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The results of a study as the lake holds them, as far as a report may tell them.
 *
 * @param study the study
 * @param estimates rows of {@link EstimateRow}, in the order in which the study declares them
 * @param path rows of {@link EventStudy}
 * @param losses rows of {@link PublishedLoss}
 * @param refusals rows of {@link Refusal}
 * @param judgement whether the headline can be believed
 * @param withheld why the answer is not told, as sentences
 */
record Findings(
    Study study,
    List<FieldReader> estimates,
    List<FieldReader> path,
    List<FieldReader> losses,
    List<FieldReader> refusals,
    Judgement judgement,
    Optional<String> withheld) {

  static Findings of(RunContext run) {
    List<String> declared = run.study().specifications().stream().map(Specification::name).toList();
    Findings all =
        new Findings(
            run.study(),
            rows(run, EstimateRow.TABLE).stream()
                .sorted(
                    Comparator.comparingInt(
                        row -> declared.indexOf(row.text(EstimateRow.SPECIFICATION))))
                .toList(),
            rows(run, EventStudy.TABLE),
            rows(run, PublishedLoss.TABLE),
            rows(run, Refusal.TABLE),
            new Judgement(rows(run, VerdictRow.TABLE), rows(run, Robustness.TABLE)),
            Optional.empty());
    return all.released(rows(run, PublishedSales.TABLE)).judged();
  }

  /**
   * What may be told: nothing where the sales of all merchants together may not be, and no
   * specification whose total loss may not be.
   *
   * @param sales rows of {@link PublishedSales}
   */
  Findings released(List<FieldReader> sales) {
    List<FieldReader> totals =
        sales.stream()
            .filter(row -> row.text(PublishedSales.REGION_CODE).equals(PublishedSales.ALL))
            .filter(row -> row.text(PublishedSales.SIZE_CLASS).equals(PublishedSales.ALL))
            .filter(row -> row.text(PublishedSales.SECTOR).equals(PublishedSales.ALL))
            .toList();
    if (estimates.isEmpty()) {
      return this;
    }
    if (totals.isEmpty()) {
      return without(
          estimates,
          "Nothing of this study has been released: either it differs from earlier releases by so"
              + " few merchants that the difference would tell of them, or the job publish has not"
              + " run.");
    }
    if (!totals.stream().allMatch(row -> row.flag(PublishedSales.PUBLISHED))) {
      return without(
          estimates,
          "Too few merchants stand behind them, or one or two have most of the sales: a number"
              + " about all of them would tell what single ones sold.");
    }
    return without(
        estimates.stream().filter(row -> restsOnFew(row.text(EstimateRow.SPECIFICATION))).toList(),
        "Fewer merchants stand behind the estimate than the rules of disclosure ask for.");
  }

  private boolean restsOnFew(String specification) {
    return losses(specification, Analysis.TOTAL).stream()
        .anyMatch(row -> !row.flag(PublishedLoss.PUBLISHED));
  }

  /** The same without the specifications of some estimates. */
  private Findings without(List<FieldReader> hidden, String reason) {
    Set<String> names =
        hidden.stream().map(row -> row.text(EstimateRow.SPECIFICATION)).collect(Collectors.toSet());
    return new Findings(
        study,
        estimates.stream()
            .filter(row -> !names.contains(row.text(EstimateRow.SPECIFICATION)))
            .toList(),
        path.stream().filter(row -> !names.contains(row.text(EventStudy.SPECIFICATION))).toList(),
        losses.stream()
            .filter(row -> !names.contains(row.text(PublishedLoss.SPECIFICATION)))
            .toList(),
        refusals,
        study.headline().filter(headline -> names.contains(headline.name())).isPresent()
            ? Judgement.NONE
            : judgement,
        study
            .headline()
            .filter(headline -> names.contains(headline.name()))
            .map(headline -> reason));
  }

  /**
   * What may be told of a study whose headline the data do not identify: no money, for every number
   * of it would pass for an answer.
   */
  Findings judged() {
    return judgement.objection().isEmpty()
        ? this
        : new Findings(study, estimates, path, List.of(), refusals, judgement, withheld);
  }

  /** Whether the answer, and with it money lost, is told at all. */
  boolean tellsMoney() {
    return withheld.isEmpty() && judgement.objection().isEmpty();
  }

  /** Whose losses are shown, as a sentence, where they are older than the estimates beside them. */
  Optional<String> standing() {
    Optional<String> released =
        losses.stream().map(row -> row.text(PublishedLoss.RUN_ID)).max(naturalOrder());
    Optional<String> estimated =
        estimates.stream().map(row -> row.text(EstimateRow.RUN_ID)).max(naturalOrder());
    return released
        .filter(run -> estimated.filter(later -> later.compareTo(run) > 0).isPresent())
        .map(
            run ->
                "Money lost is as run %s released it, the other estimates are of run %s: what that run"
                        .formatted(run, estimated.orElseThrow())
                    + " found has not been released, because it differs from an earlier release by so"
                    + " few merchants that the difference would tell of them, or because the job"
                    + " publish has not run since.");
  }

  private static List<FieldReader> rows(RunContext run, Table table) {
    return run.read(table).collectAsList().stream().map(FieldReader::new).toList();
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
    return losses(specification, Analysis.TOTAL).stream()
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
