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
import id.dampak.gold.Units;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Joins suspensions with sales: episodes, units with their exposure, suspended periods, sparse
 * cells.
 */
final class BuildPanel {

  private BuildPanel() {}

  static void run(RunContext run) {
    Dataset<Row> transactions =
        AttributedSales.of(run.read(Transaction.TABLE), run.read(Attribution.TABLE), run.study());
    write(run, Episode.TABLE, Episodes.of(run.read(Suspension.TABLE), run.study()));
    write(
        run,
        Unit.TABLE,
        Units.of(run.read(Merchant.TABLE), transactions, run.read(Episode.TABLE), run.study()));
    write(
        run,
        Exposure.TABLE,
        Exposures.of(run.read(Episode.TABLE), run.read(Unit.TABLE), run.study()));
    write(run, PanelCell.TABLE, PanelCells.of(transactions, run.study()));
  }

  private static void write(RunContext run, Table table, Dataset<Row> rows) {
    run.write(table, rows);
    long written = run.read(table).count();
    run.tally(Tally.of(table.id(), written, written));
  }
}
