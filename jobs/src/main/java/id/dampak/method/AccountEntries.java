package id.dampak.method;

import id.dampak.error.DampakException;
import id.dampak.estimate.AccountingEstimate;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.inference.AccountLine;
import id.dampak.estimate.inference.SpilloverBounds;
import id.dampak.method.AccountEntry.Basis;
import id.dampak.study.Accounting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the numbers of an account, each with what it rests on. */
final class AccountEntries {
  private final List<AccountEntry> entries = new ArrayList<>();

  List<AccountEntry> all() {
    return List.copyOf(entries);
  }

  void addTotal(Basis basis, AccountLine line, String note) {
    add(basis, AccountEntry.TOTAL, AccountEntry.ALL, line, note);
  }

  void addGroup(String dimension, AccountLine line) {
    add(Basis.LOSS, dimension, line.group(), line, "");
  }

  void addDiscrepancy(String dimension, AccountLine line) {
    String note = "total less the sum of the groups, which have slopes of their own";
    add(Basis.DISCREPANCY, dimension, AccountEntry.ALL, line, note);
  }

  private void add(Basis basis, String dimension, String group, AccountLine line, String note) {
    put(basis, dimension, group, AccountEntry.GROSS, line.units(), line.gross(), note);
    line.displaced()
        .ifPresent(
            part -> put(basis, dimension, group, AccountEntry.DISPLACED, line.units(), part, note));
    put(basis, dimension, group, AccountEntry.RECOVERED, line.units(), line.recovered(), note);
    put(basis, dimension, group, AccountEntry.NET, line.units(), line.net(), note);
    line.divertRatio()
        .filter(ratio -> basis == Basis.LOSS)
        .ifPresent(
            ratio ->
                put(basis, dimension, group, AccountEntry.DIVERT_RATIO, line.units(), ratio, note));
  }

  void addBounds(AccountLine total, SpilloverBounds bounds) {
    addBound(Basis.SPILLOVER_GAIN, total, bounds.ifGained(), bounds.share(), bounds);
    bounds
        .ifLost()
        .ifPresent(lost -> addBound(Basis.SPILLOVER_LOSS, total, lost, -bounds.share(), bounds));
  }

  private void addBound(
      Basis basis, AccountLine total, Estimate estimate, double share, SpilloverBounds bounds) {
    put(
        basis,
        AccountEntry.TOTAL,
        AccountEntry.ALL,
        AccountEntry.NET,
        total.units(),
        estimate,
        String.format(
            Locale.ROOT,
            "net × (1 − r) / (1 + r × h) with r = %s and h = %.3f",
            share,
            bounds.leverage()));
  }

  void addComparison(Accounting.Comparison comparison, double hours) {
    AccountingEstimate estimate =
        new AccountingEstimate(
            comparison.annualAmount(),
            hours,
            comparison.factors().stream()
                .map(factor -> new AccountingEstimate.Factor(factor.name(), factor.value()))
                .toList());
    put(
        Basis.ACCOUNTING,
        AccountEntry.TOTAL,
        comparison.name(),
        AccountEntry.GROSS,
        0,
        untold(estimate.cost()),
        estimate.formula(comparison.of()) + "; " + comparison.source());
  }

  void addRefusal(String what, DampakException refused) {
    put(
        Basis.REFUSAL,
        AccountEntry.TOTAL,
        what,
        AccountEntry.NET,
        0,
        untold(Double.NaN),
        refused.problem() + " " + refused.reason() + " " + refused.remedy());
  }

  private static Estimate untold(double point) {
    double none = Double.NaN;
    return new Estimate("", point, none, none, none, none);
  }

  private void put(
      Basis basis,
      String dimension,
      String group,
      String measure,
      double units,
      Estimate estimate,
      String note) {
    entries.add(new AccountEntry(basis, dimension, group, measure, units, estimate, note));
  }
}
