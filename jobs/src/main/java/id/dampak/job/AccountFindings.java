package id.dampak.job;

import id.dampak.contract.LossEquality;
import id.dampak.contract.PublishedAccount;
import id.dampak.contract.Table;
import id.dampak.method.AccountEntry;
import id.dampak.method.AccountEntry.Basis;
import id.dampak.report.Currency;
import id.dampak.report.Interval;
import id.dampak.report.Measurement;
import id.dampak.report.NetLoss.EqualShares;
import id.dampak.report.Scale;
import id.dampak.study.Study;
import java.util.List;
import java.util.Optional;

/**
 * The account of a study's loss as the lake holds it, as far as a report may tell it.
 *
 * @param study the study
 * @param rows rows of {@link PublishedAccount}
 * @param tests rows of {@link LossEquality}
 */
record AccountFindings(Study study, List<FieldReader> rows, List<FieldReader> tests) {

  static AccountFindings of(RunContext run) {
    return new AccountFindings(
        run.study(), rows(run, PublishedAccount.TABLE), rows(run, LossEquality.TABLE));
  }

  private static List<FieldReader> rows(RunContext run, Table table) {
    return run.read(table).collectAsList().stream().map(FieldReader::new).toList();
  }

  /** The rows of a basis, of one measure, shown or not. */
  List<FieldReader> rows(Basis basis, String measure) {
    return rows.stream()
        .filter(row -> row.text(PublishedAccount.BASIS).equals(basis.toString()))
        .filter(row -> row.text(PublishedAccount.MEASURE).equals(measure))
        .toList();
  }

  /** The row of a group, one for each measure that is shown and has a number. */
  Optional<FieldReader> row(Basis basis, String dimension, String group, String measure) {
    return rows(basis, measure).stream()
        .filter(row -> row.text(PublishedAccount.DIMENSION).equals(dimension))
        .filter(row -> row.text(PublishedAccount.GROUP).equals(group))
        .filter(AccountFindings::isTold)
        .findFirst();
  }

  static boolean isTold(FieldReader row) {
    return row.optionalNumber(PublishedAccount.ESTIMATE).isPresent();
  }

  Optional<Measurement> total(Basis basis, String measure) {
    return row(basis, AccountEntry.TOTAL, AccountEntry.ALL, measure).map(this::money);
  }

  /** An amount of money, in minor units. */
  Measurement money(FieldReader row) {
    double minor = Math.pow(10, study.currency().minorDigits());
    return new Measurement(
        row.number(PublishedAccount.ESTIMATE) * minor,
        interval(row)
            .map(ends -> new Interval(ends.low() * minor, ends.high() * minor, ends.level())),
        scale());
  }

  Scale scale() {
    return new Scale.Money(new Currency(study.currency().code(), study.currency().minorDigits()));
  }

  /** The share of the gross loss that was displaced. */
  Optional<Measurement> divertRatio() {
    return row(Basis.LOSS, AccountEntry.TOTAL, AccountEntry.ALL, AccountEntry.DIVERT_RATIO)
        .map(
            row ->
                new Measurement(
                    row.number(PublishedAccount.ESTIMATE), interval(row), new Scale.Percent()));
  }

  private Optional<Interval> interval(FieldReader row) {
    return Findings.interval(
        row, PublishedAccount.CONF_LOW, PublishedAccount.CONF_HIGH, study.confidenceLevel());
  }

  /** Whether the groups of a dimension lose the same share. */
  Optional<EqualShares> equality(String dimension) {
    return tests.stream()
        .filter(row -> row.text(LossEquality.DIMENSION).equals(dimension))
        .filter(row -> row.text(LossEquality.MEASURE).equals(AccountEntry.NET))
        .filter(row -> row.optionalNumber(LossEquality.P_VALUE).isPresent())
        .map(
            row ->
                new EqualShares(
                    row.number(LossEquality.STATISTIC),
                    row.integer(LossEquality.NUMERATOR_DF),
                    row.number(LossEquality.DENOMINATOR_DF),
                    row.number(LossEquality.P_VALUE)))
        .findFirst();
  }
}
