package id.dampak.job;

import id.dampak.contract.PublishedAccount;
import id.dampak.method.AccountEntry;
import id.dampak.method.AccountEntry.Basis;
import id.dampak.report.NetLoss;
import id.dampak.report.NetLoss.Beside;
import id.dampak.report.NetLoss.Role;
import id.dampak.report.NetLoss.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The section of the report that tells what was displaced and recovered of the loss. */
final class AccountSection {
  private final AccountFindings account;

  private AccountSection(AccountFindings account) {
    this.account = account;
  }

  /** Empty where the answer itself is not told. */
  static NetLoss of(RunContext run, Findings findings) {
    if (!findings.tellsMoney()) {
      return new NetLoss(List.of(), List.of(), List.of(), List.of());
    }
    return new AccountSection(AccountFindings.of(run)).section();
  }

  private NetLoss section() {
    List<Step> steps = steps();
    return new NetLoss(
        steps,
        steps.isEmpty() ? List.of() : new AccountSplits(account).all(),
        steps.isEmpty() ? List.of() : beside(),
        steps.isEmpty() ? refusal() : notes());
  }

  private boolean knowsChannels() {
    return account.total(Basis.LOSS, AccountEntry.DISPLACED).isPresent();
  }

  private List<Step> steps() {
    return Stream.of(
            step(
                Role.GROSS,
                AccountEntry.GROSS,
                "Gross loss",
                knowsChannels()
                    ? "what the channel would have sold while it was off, and did not"
                    : "of all sales while the feature was off: channels are not known"),
            step(
                Role.RELIEF,
                AccountEntry.DISPLACED,
                "Displaced",
                "what the same merchants sold more through other channels meanwhile"),
            step(
                Role.RELIEF,
                AccountEntry.RECOVERED,
                "Recovered",
                "what they sold more through all channels after the end"),
            step(
                Role.NET,
                AccountEntry.NET,
                "Net loss",
                "gross, less what was displaced and recovered"))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Step> step(Role role, String measure, String name, String explanation) {
    return account
        .total(Basis.LOSS, measure)
        .map(amount -> new Step(role, name, explanation, amount));
  }

  private List<String> refusal() {
    return account.rows(Basis.REFUSAL, AccountEntry.NET).stream()
        .filter(row -> row.text(PublishedAccount.GROUP).equals(AccountEntry.ALL))
        .flatMap(row -> row.optionalText(PublishedAccount.NOTE).stream())
        .toList();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    account
        .divertRatio()
        .ifPresent(
            ratio ->
                notes.add(
                    "Of what the channel lost, "
                        + ratio.text()
                        + " was sold through other channels by the same merchants."));
    account
        .row(Basis.LOSS, AccountEntry.TOTAL, AccountEntry.ALL, AccountEntry.NET)
        .flatMap(row -> row.optionalText(PublishedAccount.NOTE))
        .ifPresent(note -> notes.add("The feature was " + note + "."));
    notes.add(
        "All intervals come from the same draws of whole clusters, so that the interval of the net"
            + " loss knows how its parts move together. Buyers who went to merchants that never"
            + " used the channel are not displaced sales here, but lost ones.");
    return notes;
  }

  private List<Beside> beside() {
    return Stream.of(bounds(), population(), comparisons(), refusedPopulation())
        .flatMap(List::stream)
        .toList();
  }

  private List<Beside> bounds() {
    return Stream.of(Basis.SPILLOVER_GAIN, Basis.SPILLOVER_LOSS)
        .flatMap(
            basis ->
                account.rows(basis, AccountEntry.NET).stream()
                    .filter(AccountFindings::isTold)
                    .map(row -> bound(basis, row)))
        .toList();
  }

  private Beside bound(Basis basis, FieldReader row) {
    double share = account.study().accounting().spilloverShare().orElse(0);
    String what = basis == Basis.SPILLOVER_GAIN ? "gained" : "lost";
    return new Beside(
        String.format(
            Locale.ROOT,
            "Net loss of all, had the never-exposed %s %.0f%% of it",
            what,
            100 * share),
        "bound",
        Optional.of(account.money(row)),
        note(row));
  }

  private List<Beside> population() {
    return account.rows(Basis.EXTRAPOLATION, AccountEntry.NET).stream()
        .filter(AccountFindings::isTold)
        .map(
            row ->
                new Beside(
                    String.format(
                        Locale.ROOT,
                        "Net loss of the %,d merchants that those in the data stand for",
                        row.whole(PublishedAccount.UNITS)),
                    "survey weights",
                    Optional.of(account.money(row)),
                    note(row)))
        .toList();
  }

  private List<Beside> comparisons() {
    return account.rows(Basis.ACCOUNTING, AccountEntry.GROSS).stream()
        .map(
            row ->
                new Beside(
                    row.text(PublishedAccount.GROUP),
                    "not causal",
                    Optional.of(account.money(row)),
                    note(row)))
        .toList();
  }

  private List<Beside> refusedPopulation() {
    return account.rows(Basis.REFUSAL, AccountEntry.NET).stream()
        .filter(row -> row.text(PublishedAccount.GROUP).equals(Basis.EXTRAPOLATION.toString()))
        .map(
            row ->
                new Beside(
                    "Loss beyond the merchants in the data",
                    "refused",
                    Optional.empty(),
                    note(row)))
        .toList();
  }

  private static String note(FieldReader row) {
    return row.optionalText(PublishedAccount.NOTE).orElse("");
  }
}
