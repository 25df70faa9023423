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
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Joins suspensions with sales: episodes, units with their exposure, suspended periods, sparse
 * cells. Of the cells only those of periods are derived in which sales came or went.
 */
final class BuildPanel {

  private BuildPanel() {}

  static void run(RunContext run) {
    PanelSource source = new PanelSource(run);
    Optional<TouchedPeriods> touched = source.touched();
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
    count(run, PanelCell.TABLE);
    write(run, Episode.TABLE, Episodes.of(run.read(Suspension.TABLE), run.study()));
    write(
        run,
        Unit.TABLE,
        Units.of(
            run.read(Merchant.TABLE),
            run.read(PanelCell.TABLE),
            run.read(Episode.TABLE),
            run.study()));
    write(
        run,
        Exposure.TABLE,
        Exposures.of(run.read(Episode.TABLE), run.read(Unit.TABLE), run.study()));
    source.follow();
    touched.ifPresent(
        periods -> run.note("%,d periods derived anew".formatted(periods.starts().size())));
  }

  private static void write(RunContext run, Table table, Dataset<Row> rows) {
    run.write(table, rows);
    count(run, table);
  }

  private static void count(RunContext run, Table table) {
    long rows = run.read(table).count();
    run.tally(Tally.of(table.id(), rows, rows));
  }
}
