package id.dampak.job;

import id.dampak.contract.LossAccount;
import id.dampak.contract.LossEquality;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.JointTest;
import id.dampak.method.AccountEntry;
import id.dampak.method.AccountEntry.Basis;
import id.dampak.method.GroupEquality;
import id.dampak.method.StudyAccount;
import id.dampak.panel.SalesChanges;
import id.dampak.study.Specification;
import java.util.List;
import org.apache.spark.sql.Row;

/** Writes an account as rows of its tables, each with where it comes from. */
final class AccountRows {
  private final RunContext run;
  private final Specification specification;

  AccountRows(RunContext run, Specification specification) {
    this.run = run;
    this.specification = specification;
  }

  /** Whether losses by dependence may be published. */
  enum Dependence {
    SHOWN,
    HIDDEN
  }

  List<Row> numbers(StudyAccount account, Dependence dependence) {
    return account.entries().stream().map(entry -> number(entry, dependence)).toList();
  }

  private Row number(AccountEntry entry, Dependence dependence) {
    Estimate estimate = entry.estimate();
    TableRow row =
        new TableRow(LossAccount.TABLE)
            .with(LossAccount.STUDY, run.study().id())
            .with(LossAccount.SPECIFICATION, specification.name())
            .with(LossAccount.BASIS, entry.basis().toString())
            .with(LossAccount.DIMENSION, entry.dimension())
            .with(LossAccount.GROUP, entry.group())
            .with(LossAccount.MEASURE, entry.measure())
            .with(LossAccount.UNITS, Math.round(entry.units()))
            .withNumber(LossAccount.ESTIMATE, estimate.estimate())
            .withNumber(LossAccount.STD_ERROR, estimate.stdError())
            .withNumber(LossAccount.CONF_LOW, estimate.confLow())
            .withNumber(LossAccount.CONF_HIGH, estimate.confHigh())
            .with(LossAccount.SUPPRESSED, isSuppressed(entry, dependence))
            .with(LossAccount.RUN_ID, run.runId())
            .with(LossAccount.STUDY_HASH, run.study().hash())
            .with(LossAccount.CODE_VERSION, CodeVersion.current());
    if (!entry.note().isEmpty()) {
      row.with(LossAccount.NOTE, entry.note());
    }
    return row.row();
  }

  private boolean isSuppressed(AccountEntry entry, Dependence dependence) {
    boolean dependent = entry.dimension().equals(SalesChanges.Columns.DEPENDENCE);
    return (entry.basis() == Basis.LOSS && entry.units() < run.study().minimumUnits())
        || (dependent && dependence == Dependence.HIDDEN);
  }

  List<Row> tests(StudyAccount account) {
    return account.tests().stream().map(this::test).toList();
  }

  private Row test(GroupEquality entry) {
    JointTest test = entry.test();
    return new TableRow(LossEquality.TABLE)
        .with(LossEquality.STUDY, run.study().id())
        .with(LossEquality.SPECIFICATION, specification.name())
        .with(LossEquality.DIMENSION, entry.dimension())
        .with(LossEquality.MEASURE, entry.measure())
        .withNumber(LossEquality.STATISTIC, test.statistic())
        .with(LossEquality.NUMERATOR_DF, test.numeratorDegreesOfFreedom())
        .with(LossEquality.DENOMINATOR_DF, test.denominatorDegreesOfFreedom())
        .withNumber(LossEquality.P_VALUE, test.pValue())
        .with(LossEquality.RUN_ID, run.runId())
        .with(LossEquality.STUDY_HASH, run.study().hash())
        .with(LossEquality.CODE_VERSION, CodeVersion.current())
        .row();
  }
}
