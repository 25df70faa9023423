package id.dampak.job;

import id.dampak.contract.Exposure;
import id.dampak.contract.LossAccount;
import id.dampak.contract.LossEquality;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Table;
import id.dampak.contract.Unit;
import id.dampak.disclosure.Contributions;
import id.dampak.disclosure.Rules;
import id.dampak.error.DampakException;
import id.dampak.estimate.Panel;
import id.dampak.method.Accountant;
import id.dampak.method.StudyAccount;
import id.dampak.panel.SalesChanges;
import id.dampak.panel.SalesChanges.Columns;
import id.dampak.panel.SalesChangesReader;
import id.dampak.study.Specification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Splits the loss of the headline into what the channel lost, what was displaced and what came
 * back; where the data do not allow it, says why.
 */
final class AccountLosses {
  private AccountLosses() {}

  static void run(RunContext run) {
    Optional<Specification> headline = run.study().headline();
    if (headline.isEmpty()) {
      write(run, LossAccount.TABLE, List.of());
      write(run, LossEquality.TABLE, List.of());
      return;
    }
    AccountRows rows = new AccountRows(run, headline.get());
    try {
      Accountant accountant = new Accountant(run.study(), headline.get());
      SalesChanges changes =
          new SalesChangesReader(run.study(), headline.get())
              .read(run.read(Unit.TABLE), run.read(PanelCell.TABLE), run.read(Exposure.TABLE));
      write(run, rows, accountant.account(changes), dependence(run, changes.units()));
    } catch (DampakException refused) {
      write(run, rows, StudyAccount.refused(refused), AccountRows.Dependence.SHOWN);
    }
  }

  private static void write(
      RunContext run, AccountRows rows, StudyAccount account, AccountRows.Dependence dependence) {
    account.summary().forEach(run::note);
    write(run, LossAccount.TABLE, rows.numbers(account, dependence));
    write(run, LossEquality.TABLE, rows.tests(account));
  }

  private static void write(RunContext run, Table table, List<Row> rows) {
    run.write(table, rows);
    run.tally(Tally.of(table.id(), rows.size(), rows.size()));
  }

  /**
   * Groups by dependence have no published sales beside them that would decide what is shown: if
   * the sales of one of them could not be, none of their losses is.
   */
  private static AccountRows.Dependence dependence(RunContext run, Panel units) {
    Rules rules = PublishTables.rules(run.study());
    boolean allowed =
        Stream.of(Columns.SOLD_BEFORE, Columns.SOLD_DURING)
            .flatMap(sales -> contributions(units, sales).values().stream())
            .allMatch(rules::allow);
    return allowed ? AccountRows.Dependence.SHOWN : AccountRows.Dependence.HIDDEN;
  }

  private static Map<String, Contributions> contributions(Panel units, String sales) {
    Map<String, Contributions> groups = new HashMap<>();
    for (int row = 0; row < units.observations(); row++) {
      groups.merge(
          units.label(Columns.DEPENDENCE, row),
          Contributions.of((long) units.number(sales, row)),
          Contributions::plus);
    }
    return groups;
  }
}
