package id.dampak.job;

import static org.apache.spark.sql.functions.lit;

import id.dampak.contract.Exposure;
import id.dampak.contract.HiddenCell;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Release;
import id.dampak.contract.ReleasedSales;
import id.dampak.contract.Table;
import id.dampak.contract.Unit;
import id.dampak.disclosure.Place;
import id.dampak.disclosure.Status;
import id.dampak.disclosure.SuppressionPattern;
import id.dampak.gold.KeptSales;
import id.dampak.lake.Lake;
import id.dampak.lake.Slice;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What of a study has been released before, whatever day's knowledge it was by: readers have all of
 * it side by side.
 */
record ReleaseLog(RunContext run) {

  /** The cells that stay hidden. */
  Map<Place, Status> hidden() {
    Map<Place, Status> hidden = new HashMap<>();
    run.lake().read(HiddenCell.TABLE, slice(HiddenCell.TABLE)).collectAsList().stream()
        .map(FieldReader::new)
        .forEach(
            cell ->
                hidden.put(
                    new Place(cell.text(HiddenCell.PLACE_ROW), cell.text(HiddenCell.PLACE_COLUMN)),
                    cell.flag(HiddenCell.PRIMARY) ? Status.PRIMARY : Status.SECONDARY));
    return hidden;
  }

  /** What the releases were made from, as rows of {@link ReleasedSales}. */
  Dataset<Row> kept() {
    return run.lake().read(ReleasedSales.TABLE, slice(ReleasedSales.TABLE));
  }

  /** The run whose release readers of the study see; another day's knowledge is filed by itself. */
  Optional<String> standing() {
    return run.lake().read(Release.TABLE, slice(Release.TABLE)).collectAsList().stream()
        .map(FieldReader::new)
        .filter(release -> release.text(Release.RESULTS).equals(run.study().id()))
        .max(Comparator.comparing(release -> release.instant(Release.RELEASED_AT)))
        .map(release -> release.text(Release.RUN_ID));
  }

  /**
   * Writes a release down, before anything of it is shown: should the run be cut in between, the
   * next one takes readers to know what they may not have seen.
   *
   * @param sales rows of {@link id.dampak.gold.WindowSales} that it is made from
   */
  void record(SuppressionPattern pattern, String rules, Dataset<Row> sales) {
    List<Row> cells =
        pattern.hiddenWith(hidden()).entrySet().stream()
            .map(
                cell ->
                    new TableRow(HiddenCell.TABLE)
                        .with(HiddenCell.STUDY, run.study().declaredId())
                        .with(HiddenCell.PLACE_ROW, cell.getKey().row())
                        .with(HiddenCell.PLACE_COLUMN, cell.getKey().column())
                        .with(HiddenCell.PRIMARY, cell.getValue() == Status.PRIMARY)
                        .row())
            .toList();
    Lake lake = run.lake();
    lake.replace(HiddenCell.TABLE, slice(HiddenCell.TABLE), lake.rows(HiddenCell.TABLE, cells));
    lake.append(ReleasedSales.TABLE, toKeep(sales));
    lake.append(Release.TABLE, lake.rows(Release.TABLE, List.of(row(pattern, rules))));
  }

  private Dataset<Row> toKeep(Dataset<Row> sales) {
    return KeptSales.unkept(kept(), sales)
        .withColumn(ReleasedSales.STUDY.name(), lit(run.study().declaredId()))
        .withColumn(ReleasedSales.RUN_ID.name(), lit(run.runId()))
        .withColumn(ReleasedSales.RELEASED_AT.name(), lit(Timestamp.from(run.startedAt())))
        .select(ReleasedSales.TABLE.columns())
        .coalesce(1);
  }

  private Row row(SuppressionPattern pattern, String rules) {
    return new TableRow(Release.TABLE)
        .with(Release.STUDY, run.study().declaredId())
        .with(Release.RUN_ID, run.runId())
        .with(Release.RESULTS, run.study().id())
        .with(Release.RELEASED_AT, Timestamp.from(run.startedAt()))
        .with(Release.RULES, rules)
        .with(Release.UNIT_VERSION, run.lake().version(Unit.TABLE))
        .with(Release.PANEL_VERSION, run.lake().version(PanelCell.TABLE))
        .with(Release.EXPOSURE_VERSION, run.lake().version(Exposure.TABLE))
        .with(Release.CELLS, pattern.cells())
        .with(Release.CELLS_PRIMARY, pattern.count(Status.PRIMARY))
        .with(Release.CELLS_SECONDARY, pattern.count(Status.SECONDARY))
        .with(Release.VALUE_HIDDEN, pattern.valueLost())
        .with(Release.CODE_VERSION, CodeVersion.current())
        .row();
  }

  private Slice slice(Table table) {
    return Slice.of(table, run.study().declaredId());
  }
}
