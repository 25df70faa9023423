package id.dampak.job;

import id.dampak.contract.Field;
import id.dampak.contract.Loss;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.PublishedSales;
import id.dampak.disclosure.Contributions;
import id.dampak.disclosure.MagnitudeTable;
import id.dampak.disclosure.Place;
import id.dampak.disclosure.Status;
import id.dampak.disclosure.Suppression;
import id.dampak.disclosure.SuppressionPattern;
import id.dampak.study.Study.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** The rows of a release: numbers where they may be shown, and nulls where not. */
final class PublishedRows {
  /** Numbers of a loss under the names that both tables have for them. */
  private static final Map<Field, Field> NUMBERS =
      Map.of(
          PublishedLoss.BASELINE_AMOUNT, Loss.BASELINE_AMOUNT,
          PublishedLoss.ESTIMATE, Loss.ESTIMATE,
          PublishedLoss.STD_ERROR, Loss.STD_ERROR,
          PublishedLoss.CONF_LOW, Loss.CONF_LOW,
          PublishedLoss.CONF_HIGH, Loss.CONF_HIGH);

  private final RunContext run;
  private final List<String> windows;
  private final SuppressionPattern pattern;
  private final Map<Place, Status> hidden;

  /**
   * Of one release.
   *
   * @param windows the window of each table of sales
   * @param pattern what each of them shows
   */
  PublishedRows(RunContext run, List<String> windows, SuppressionPattern pattern) {
    this.run = run;
    this.windows = List.copyOf(windows);
    this.pattern = pattern;
    this.hidden = pattern.hidden();
  }

  /** Rows of {@link PublishedSales}; what several tables have in common stands once. */
  List<Row> sales() {
    Map<List<String>, Row> rows = new LinkedHashMap<>();
    for (int table = 0; table < windows.size(); table++) {
      String window = windows.get(table);
      Suppression suppression = pattern.tables().get(table);
      List<MagnitudeTable.Cell> cells = suppression.table().cells();
      for (int cell = 0; cell < cells.size(); cell++) {
        List<String> groups = groups(cells.get(cell).place());
        boolean shown = suppression.statuses().get(cell) == Status.PUBLISHED;
        rows.put(
            Stream.concat(Stream.of(window), groups.stream()).toList(),
            sales(window, groups, cells.get(cell).contributions(), shown));
      }
    }
    return List.copyOf(rows.values());
  }

  private Row sales(String window, List<String> groups, Contributions inside, boolean shown) {
    TableRow row =
        new TableRow(PublishedSales.TABLE)
            .with(PublishedSales.STUDY, run.study().id())
            .with(PublishedSales.WINDOW, window)
            .with(PublishedSales.REGION_CODE, groups.get(0))
            .with(PublishedSales.SIZE_CLASS, groups.get(1))
            .with(PublishedSales.SECTOR, groups.get(2))
            .with(PublishedSales.PUBLISHED, shown)
            .with(PublishedSales.RUN_ID, run.runId());
    if (shown) {
      row.with(PublishedSales.UNITS, inside.contributors())
          .with(PublishedSales.AMOUNT, inside.total());
    }
    return row.row();
  }

  /** Region, size class and sector of a cell. */
  private static List<String> groups(Place place) {
    return Stream.of(Dimension.REGION, Dimension.SIZE_CLASS, Dimension.SECTOR)
        .map(dimension -> group(dimension, place))
        .toList();
  }

  private static String group(Dimension dimension, Place place) {
    return Stream.of(place.row(), place.column())
        .map(label -> SalesCell.group(dimension, label))
        .filter(group -> !group.equals(PublishedSales.ALL))
        .findFirst()
        .orElse(PublishedSales.ALL);
  }

  /**
   * Rows of {@link PublishedLoss}: a group shows its loss where it shows its sales.
   *
   * @param losses rows of {@link Loss}
   */
  List<Row> losses(List<Row> losses) {
    return losses.stream().map(FieldReader::new).map(this::loss).toList();
  }

  private Row loss(FieldReader loss) {
    boolean shown = !loss.flag(Loss.SUPPRESSED) && shows(loss);
    TableRow row =
        new TableRow(PublishedLoss.TABLE)
            .with(PublishedLoss.STUDY, run.study().id())
            .with(PublishedLoss.SPECIFICATION, loss.text(Loss.SPECIFICATION))
            .with(PublishedLoss.DIMENSION, loss.text(Loss.DIMENSION))
            .with(PublishedLoss.GROUP, loss.text(Loss.GROUP))
            .with(PublishedLoss.PUBLISHED, shown)
            .with(PublishedLoss.RUN_ID, run.runId());
    if (shown) {
      row.with(PublishedLoss.UNITS, loss.whole(Loss.UNITS));
      NUMBERS.forEach(
          (to, from) -> loss.optionalNumber(from).ifPresent(number -> row.with(to, number)));
    }
    return row.row();
  }

  private boolean shows(FieldReader loss) {
    String dimension = loss.text(Loss.DIMENSION).toUpperCase(Locale.ROOT);
    String label =
        dimension.equals(Analyses.TOTAL.toUpperCase(Locale.ROOT))
            ? Place.ALL
            : SalesCell.label(Dimension.valueOf(dimension), loss.text(Loss.GROUP));
    return !hidden.containsKey(new Place(label, Place.ALL))
        && !hidden.containsKey(new Place(Place.ALL, label));
  }
}
