package id.dampak.job;

import id.dampak.contract.Exposure;
import id.dampak.contract.Field;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Release;
import id.dampak.contract.Table;
import id.dampak.contract.Unit;
import id.dampak.disclosure.Difference;
import id.dampak.disclosure.Place;
import id.dampak.disclosure.Rules;
import id.dampak.disclosure.SuppressionPattern;
import id.dampak.gold.WindowSales;
import id.dampak.lake.Slice;
import id.dampak.lake.TimeTravel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a reader would learn who holds a new release against an earlier one: by how much the sales
 * of the merchants in a cell changed together, where both show it or where it follows from the
 * totals. That must meet the rules, too.
 *
 * @param run the run that wants to release
 * @param earlier the other release, as a row of {@link Release}
 */
record ReleaseDifference(RunContext run, FieldReader earlier) {
  private static final Map<Table, Field> VERSIONS =
      Map.of(
          Unit.TABLE, Release.UNIT_VERSION,
          PanelCell.TABLE, Release.PANEL_VERSION,
          Exposure.TABLE, Release.EXPOSURE_VERSION);

  /**
   * What speaks against the new release, as a clause; nothing where it may be shown.
   *
   * @param now rows of {@link WindowSales} that it is made from
   * @param pattern what it would show
   */
  Optional<String> objection(Rules rules, Dataset<Row> now, SuppressionPattern pattern) {
    TimeTravel then = new TimeTravel(run.lake());
    Optional<String> gone =
        VERSIONS.entrySet().stream()
            .flatMap(of -> then.obstacle(of.getKey(), earlier.whole(of.getValue())).stream())
            .findFirst();
    if (gone.isPresent()) {
      return Optional.of(
          "what the release of run "
              + earlier.text(Release.RUN_ID)
              + " was made from is gone, so that nothing can be compared with it ("
              + gone.get()
              + "); only a study of another name can be published");
    }
    List<SalesCell> changes =
        SalesCell.of(WindowSales.contributions(WindowSales.changes(before(then), now)));
    Set<Place> hidden = pattern.hidden().keySet();
    long telling =
        SalesTables.of(run.study(), changes).tables().stream()
            .flatMap(table -> new Difference(table, hidden).telling(rules).stream())
            .distinct()
            .count();
    return telling == 0
        ? Optional.empty()
        : Optional.of(
            ("beside the release of run %s, %,d of the numbers shown or hidden would tell the"
                    + " changes of too few merchants")
                .formatted(earlier.text(Release.RUN_ID), telling));
  }

  private Dataset<Row> before(TimeTravel then) {
    return WindowSales.of(
        before(then, Unit.TABLE, Release.UNIT_VERSION),
        before(then, PanelCell.TABLE, Release.PANEL_VERSION),
        before(then, Exposure.TABLE, Release.EXPOSURE_VERSION),
        run.study());
  }

  private Dataset<Row> before(TimeTravel then, Table table, Field version) {
    return then.rows(table, earlier.whole(version), Slice.of(table, earlier.text(Release.RESULTS)));
  }
}
