package id.dampak.job;

import id.dampak.contract.Attribution;
import id.dampak.contract.Episode;
import id.dampak.contract.Exposure;
import id.dampak.contract.Merchant;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Suspension;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.contract.Unit;
import id.dampak.gold.AttributedSales;
import id.dampak.gold.Episodes;
import id.dampak.gold.Exposures;
import id.dampak.gold.PanelCells;
import id.dampak.gold.TouchedPeriods;
import id.dampak.gold.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Joins suspensions with sales: episodes, units with their exposure, suspended periods, sparse
 * cells. Of the cells only those of periods are derived in which sales came or went, and nothing
 * where nothing changed.
 */
final class BuildPanel {
  private static final List<Table> PANEL =
      List.of(PanelCell.TABLE, Episode.TABLE, Unit.TABLE, Exposure.TABLE);

  private final RunContext run;

  private BuildPanel(RunContext run) {
    this.run = run;
  }

  static void run(RunContext run) {
    PanelSource source = new PanelSource(run, PANEL);
    BuildPanel panel = new BuildPanel(run);
    if (source.isFollowed()) {
      run.note("left as it was: nothing that it is derived from has changed");
    } else {
      source.begin();
      panel.derive(source);
    }
    source.follow();
    panel.count();
  }

  private void derive(PanelSource source) {
    cells(source.touched());
    if (!source.hasSameSuspensions()) {
      run.write(Episode.TABLE, Episodes.of(run.read(Suspension.TABLE), run.study()));
    }
    Dataset<Row> episodes = run.read(Episode.TABLE);
    run.write(
        Unit.TABLE,
        Units.of(run.read(Merchant.TABLE), run.read(PanelCell.TABLE), episodes, run.study()));
    exposures(Exposures.of(episodes, run.read(Unit.TABLE), run.study()).collectAsList());
  }

  /** They are few and seldom change: reading them is less work than writing them. */
  private void exposures(List<Row> rows) {
    if (!run.lake().has(Exposure.TABLE)
        || !Set.copyOf(rows).equals(Set.copyOf(run.collect(Exposure.TABLE)))) {
      run.write(Exposure.TABLE, rows);
    }
  }

  private void cells(Optional<TouchedPeriods> touched) {
    Dataset<Row> transactions =
        AttributedSales.of(run.read(Transaction.TABLE), run.read(Attribution.TABLE), run.study());
    if (touched.isEmpty()) {
      run.write(PanelCell.TABLE, PanelCells.of(transactions, run.study()));
    } else if (!touched.get().isEmpty()) {
      TouchedPeriods periods = touched.get();
      run.write(
          PanelCell.TABLE,
          slice -> slice.withTimes(PanelCell.PERIOD_START, periods.starts()),
          PanelCells.of(periods.of(transactions), run.study()));
    }
    touched.ifPresent(
        periods -> run.note("%,d periods derived anew".formatted(periods.starts().size())));
  }

  private void count() {
    Map<String, Long> counts = RowCounts.byTable(run, PANEL);
    for (Table table : PANEL) {
      long rows = counts.getOrDefault(table.id(), 0L);
      run.tally(Tally.of(table.id(), rows, rows));
    }
  }
}
