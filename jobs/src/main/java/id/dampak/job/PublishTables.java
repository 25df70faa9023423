package id.dampak.job;

import id.dampak.contract.Exposure;
import id.dampak.contract.Loss;
import id.dampak.contract.PanelCell;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.PublishedSales;
import id.dampak.contract.Release;
import id.dampak.contract.Unit;
import id.dampak.disclosure.Rules;
import id.dampak.disclosure.Suppression;
import id.dampak.disclosure.Suppressor;
import id.dampak.gold.WindowSales;
import id.dampak.study.Study;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Releases what may be shown of the study's sales and losses. Where the data have changed so little
 * since the latest release that the difference would tell of single merchants, that release stands.
 */
final class PublishTables {
  private PublishTables() {}

  static void run(RunContext run) {
    Study study = run.study();
    Rules rules = rules(study);
    List<SalesCell> cells =
        SalesCell.of(
            WindowSales.contributions(
                WindowSales.of(
                    run.read(Unit.TABLE),
                    run.read(PanelCell.TABLE),
                    run.read(Exposure.TABLE),
                    study)));
    if (cells.isEmpty()) {
      run.note("no merchants, so nothing is published");
      return;
    }
    ReleaseLog log = new ReleaseLog(run);
    SalesTables tables = SalesTables.of(study, cells);
    List<Suppression> patterns = tables.linked().suppress(new Suppressor(rules), log.hidden());
    Optional<String> standing =
        log.latest().flatMap(latest -> standing(run, latest, rules, patterns));
    if (standing.isPresent()) {
      run.note(standing.get());
      return;
    }
    log.record(patterns, rules.toString());
    PublishedRows rows = new PublishedRows(run, tables.windows(), patterns);
    write(run, rows.sales(), rows.losses(run.read(Loss.TABLE).collectAsList()));
    run.note(summary(patterns));
  }

  /** Why an earlier release stands, if it does. */
  private static Optional<String> standing(
      RunContext run, FieldReader latest, Rules rules, List<Suppression> patterns) {
    return new ReleaseDifference(run, latest)
        .objection(rules, patterns)
        .map(
            objection ->
                "nothing new is published, and the release of run "
                    + latest.text(Release.RUN_ID)
                    + " stands: "
                    + objection);
  }

  private static void write(RunContext run, List<Row> sales, List<Row> losses) {
    run.write(PublishedSales.TABLE, sales);
    run.tally(Tally.of(PublishedSales.TABLE.id(), sales.size(), sales.size()));
    run.write(PublishedLoss.TABLE, losses);
    run.tally(Tally.of(PublishedLoss.TABLE.id(), losses.size(), losses.size()));
  }

  private static String summary(List<Suppression> patterns) {
    long cells = patterns.stream().mapToLong(pattern -> pattern.statuses().size()).sum();
    long hidden = patterns.stream().mapToLong(pattern -> pattern.hidden().size()).sum();
    double most = patterns.stream().mapToDouble(Suppression::valueLost).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "%,d of %,d cells of sales are hidden, with up to %.1f %% of a table's value",
        hidden,
        cells,
        100 * most);
  }

  private static Rules rules(Study study) {
    return switch (study.disclosure()) {
      case STRICT -> Rules.STRICT;
      case LIGHT -> Rules.LIGHT;
    };
  }
}
