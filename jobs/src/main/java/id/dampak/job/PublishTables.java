package id.dampak.job;

import id.dampak.contract.EventStudy;
import id.dampak.contract.Exposure;
import id.dampak.contract.Loss;
import id.dampak.contract.LossAccount;
import id.dampak.contract.PanelCell;
import id.dampak.contract.PublishedAccount;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.PublishedSales;
import id.dampak.contract.Unit;
import id.dampak.disclosure.Rules;
import id.dampak.disclosure.Status;
import id.dampak.disclosure.SuppressionPattern;
import id.dampak.disclosure.Suppressor;
import id.dampak.gold.WindowSales;
import id.dampak.study.Study;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Releases what may be shown of the study's sales and losses. Where the data differ so little from
 * those of some earlier release that the difference would tell of single merchants, nothing is
 * released, and what was before stands.
 */
final class PublishTables {
  private PublishTables() {}

  static void run(RunContext run) {
    Study study = run.study();
    Dataset<Row> sales =
        WindowSales.of(run.read(Unit.TABLE), run.read(PanelCell.TABLE), run.read(Exposure.TABLE))
            .persist();
    try {
      publish(run, rules(study), sales);
    } finally {
      sales.unpersist();
    }
  }

  private static void publish(RunContext run, Rules rules, Dataset<Row> sales) {
    Study study = run.study();
    List<SalesCell> cells = cells(sales, study);
    if (cells.isEmpty()) {
      run.note("no merchants, so nothing is published");
      return;
    }
    ReleaseLog log = new ReleaseLog(run);
    SalesTables tables = SalesTables.of(study, cells);
    SuppressionPattern pattern = tables.linked().suppress(new Suppressor(rules), log.hidden());
    Optional<String> objection =
        ReleaseDifference.of(log.kept(), sales, study).stream()
            .map(difference -> difference.objection(study, rules, pattern))
            .flatMap(Optional::stream)
            .findFirst();
    if (objection.isPresent()) {
      run.note(standing(log) + ": " + objection.get());
      return;
    }
    log.record(pattern, rules.toString(), sales);
    PublishedRows rows = new PublishedRows(run, tables.windows(), pattern);
    write(
        run,
        rows.sales(),
        rows.losses(
            rules.minimumContributors(),
            run.read(Loss.TABLE).collectAsList(),
            run.read(EventStudy.TABLE).collectAsList()));
    List<Row> account =
        PublishedAccountRows.of(
            study,
            run.runId(),
            run.read(PublishedLoss.TABLE).collectAsList(),
            run.read(LossAccount.TABLE).collectAsList());
    run.write(PublishedAccount.TABLE, account);
    run.tally(Tally.of(PublishedAccount.TABLE.id(), account.size(), account.size()));
    run.note(summary(pattern));
  }

  private static List<SalesCell> cells(Dataset<Row> sales, Study study) {
    return WindowSales.contributions(WindowSales.grouped(sales, study), WindowSales.CELL)
        .collectAsList()
        .stream()
        .map(SalesCell::of)
        .toList();
  }

  /** What readers keep seeing. */
  private static String standing(ReleaseLog log) {
    return log.standing()
        .map(run -> "nothing new is published, and the release of run " + run + " stands")
        .orElse("nothing is published");
  }

  private static void write(RunContext run, List<Row> sales, List<Row> losses) {
    run.write(PublishedSales.TABLE, sales);
    run.tally(Tally.of(PublishedSales.TABLE.id(), sales.size(), sales.size()));
    run.write(PublishedLoss.TABLE, losses);
    run.tally(Tally.of(PublishedLoss.TABLE.id(), losses.size(), losses.size()));
  }

  private static String summary(SuppressionPattern pattern) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d cells of sales are hidden, with up to %.1f %% of a table's value",
        pattern.cells() - pattern.count(Status.PUBLISHED),
        pattern.cells(),
        100 * pattern.valueLost());
  }

  /** The rules that a study's publications keep. */
  static Rules rules(Study study) {
    return switch (study.disclosure()) {
      case STRICT -> Rules.STRICT;
      case LIGHT -> Rules.LIGHT;
    };
  }
}
