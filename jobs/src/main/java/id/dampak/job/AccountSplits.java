package id.dampak.job;

import id.dampak.contract.PublishedAccount;
import id.dampak.estimate.ExposureThirds;
import id.dampak.method.AccountEntry;
import id.dampak.method.AccountEntry.Basis;
import id.dampak.panel.SalesChanges;
import id.dampak.report.Measurement;
import id.dampak.report.NetLoss.Cell;
import id.dampak.report.NetLoss.Row;
import id.dampak.report.NetLoss.Split;
import id.dampak.report.Scale;
import id.dampak.study.Study;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a loss by group, a table for each dimension. */
final class AccountSplits {
  private final AccountFindings account;
  private final Study study;

  AccountSplits(AccountFindings account) {
    this.account = account;
    this.study = account.study();
  }

  List<Split> all() {
    List<Split> splits = new ArrayList<>();
    for (Study.Dimension dimension : study.dimensions()) {
      splits.add(
          split(
              dimension.name().toLowerCase(Locale.ROOT),
              LossSection.heading(study, dimension),
              group -> LossSection.label(study, dimension, group),
              Comparator.comparingDouble(
                  row -> -row.optionalNumber(PublishedAccount.ESTIMATE).orElse(0))));
    }
    splits.add(
        split(
            SalesChanges.Columns.DEPENDENCE,
            "Dependence on the channel",
            group -> group,
            Comparator.comparingInt(
                row -> ExposureThirds.names().indexOf(row.text(PublishedAccount.GROUP)))));
    return splits.stream()
        .filter(split -> !split.rows().isEmpty() || !split.hidden().isEmpty())
        .toList();
  }

  /** A group for people. */
  private interface Label {
    String of(String group);
  }

  private Split split(
      String dimension, String heading, Label label, Comparator<FieldReader> order) {
    List<FieldReader> groups =
        account.rows(Basis.LOSS, AccountEntry.NET).stream()
            .filter(row -> row.text(PublishedAccount.DIMENSION).equals(dimension))
            .sorted(order)
            .toList();
    List<String> measures = measures();
    Scale.Notation notation = notation(dimension);
    List<Row> rows = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (FieldReader row : groups) {
      String group = row.text(PublishedAccount.GROUP);
      if (AccountFindings.isTold(row)) {
        rows.add(row(Basis.LOSS, dimension, group, label.of(group), measures, notation));
      } else {
        hidden.add(label.of(group));
      }
    }
    account
        .row(Basis.DISCREPANCY, dimension, AccountEntry.ALL, AccountEntry.NET)
        .filter(row -> !rows.isEmpty())
        .ifPresent(
            row ->
                rows.add(
                    row(
                        Basis.DISCREPANCY,
                        dimension,
                        AccountEntry.ALL,
                        "Total less these",
                        measures,
                        notation)));
    return new Split(
        heading,
        notation.unit(),
        measures.stream().map(AccountSplits::heading).toList(),
        rows,
        hidden,
        account.equality(dimension));
  }

  private List<String> measures() {
    return Stream.of(
            AccountEntry.GROSS, AccountEntry.DISPLACED, AccountEntry.RECOVERED, AccountEntry.NET)
        .filter(measure -> account.total(Basis.LOSS, measure).isPresent())
        .toList();
  }

  private static String heading(String measure) {
    return measure.substring(0, 1).toUpperCase(Locale.ROOT) + measure.substring(1);
  }

  private Row row(
      Basis basis,
      String dimension,
      String group,
      String name,
      List<String> measures,
      Scale.Notation notation) {
    Optional<FieldReader> first = account.row(basis, dimension, group, measures.get(0));
    return new Row(
        name,
        first
            .map(row -> row.whole(PublishedAccount.UNITS))
            .filter(units -> units > 0)
            .map(units -> String.format(Locale.ROOT, "%,d", units))
            .orElse(""),
        measures.stream()
            .map(measure -> account.row(basis, dimension, group, measure).map(account::money))
            .map(amount -> Cell.of(amount, notation))
            .toList());
  }

  /** One notation for all amounts of a dimension. */
  private Scale.Notation notation(String dimension) {
    double largest =
        account.rows().stream()
            .filter(row -> row.text(PublishedAccount.DIMENSION).equals(dimension))
            .filter(row -> !row.text(PublishedAccount.MEASURE).equals(AccountEntry.DIVERT_RATIO))
            .filter(AccountFindings::isTold)
            .map(account::money)
            .mapToDouble(AccountSplits::largest)
            .max()
            .orElse(0);
    return account.scale().notation(largest, 0);
  }

  private static double largest(Measurement amount) {
    return amount
        .interval()
        .map(ends -> Math.max(Math.abs(ends.low()), Math.abs(ends.high())))
        .orElse(Math.abs(amount.estimate()));
  }
}
