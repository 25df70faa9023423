package id.dampak.job;

import id.dampak.contract.EventStudy;
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
import id.dampak.gold.WindowSales;
import id.dampak.method.Analysis;
import id.dampak.study.Study;
import id.dampak.study.Study.Dimension;
import id.dampak.study.Window;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** The rows of a release: numbers where they may be shown, and nulls where not. */
final class PublishedRows {
  /** Numbers of a loss under the names that both tables have for them. */
  private static final Map<Field, Field> NUMBERS =
      Map.of(
          PublishedLoss.ESTIMATE, Loss.ESTIMATE,
          PublishedLoss.STD_ERROR, Loss.STD_ERROR,
          PublishedLoss.CONF_LOW, Loss.CONF_LOW,
          PublishedLoss.CONF_HIGH, Loss.CONF_HIGH);

  private final RunContext run;
  private final List<String> windows;
  private final SuppressionPattern pattern;

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
   * Rows of {@link PublishedLoss}: a group shows its loss where it shows its sales before. What it
   * would have sold is told by these alone: the sum of each merchant's own pace, beside the sum of
   * their sales, would tell of one that opened late.
   *
   * @param fewest units that must stand behind a loss
   * @param losses rows of {@link Loss}
   * @param suspended rows of {@link EventStudy}
   */
  List<Row> losses(int fewest, List<Row> losses, List<Row> suspended) {
    Map<String, Long> periods =
        suspended.stream()
            .map(FieldReader::new)
            .filter(point -> point.flag(EventStudy.SUSPENDED))
            .collect(
                Collectors.groupingBy(
                    point -> point.text(EventStudy.SPECIFICATION), Collectors.counting()));
    Map<Place, Long> before = before();
    return losses.stream()
        .map(FieldReader::new)
        .map(
            loss ->
                loss(
                    loss,
                    Optional.ofNullable(before.get(place(loss)))
                        .filter(amount -> !loss.flag(Loss.SUPPRESSED))
                        .filter(amount -> loss.whole(Loss.UNITS) >= fewest),
                    periods.getOrDefault(loss.text(Loss.SPECIFICATION), 0L)))
        .toList();
  }

  /** Sales before the suspension, in minor units, where they are shown. */
  private Map<Place, Long> before() {
    Map<Place, Long> before = new HashMap<>();
    for (int table = 0; table < windows.size(); table++) {
      if (windows.get(table).equals(WindowSales.BEFORE)) {
        Suppression suppression = pattern.tables().get(table);
        Map<Place, Status> hidden = suppression.hidden();
        suppression.table().cells().stream()
            .filter(cell -> !hidden.containsKey(cell.place()))
            .forEach(cell -> before.put(cell.place(), cell.contributions().total()));
      }
    }
    return before;
  }

  private Row loss(FieldReader loss, Optional<Long> before, long periods) {
    TableRow row =
        new TableRow(PublishedLoss.TABLE)
            .with(PublishedLoss.STUDY, run.study().id())
            .with(PublishedLoss.SPECIFICATION, loss.text(Loss.SPECIFICATION))
            .with(PublishedLoss.DIMENSION, loss.text(Loss.DIMENSION))
            .with(PublishedLoss.GROUP, loss.text(Loss.GROUP))
            .with(PublishedLoss.PUBLISHED, before.isPresent())
            .with(PublishedLoss.RUN_ID, run.runId());
    before.ifPresent(
        amount -> {
          row.with(PublishedLoss.UNITS, loss.whole(Loss.UNITS));
          NUMBERS.forEach(
              (to, from) -> loss.optionalNumber(from).ifPresent(number -> row.with(to, number)));
          if (loss.optionalNumber(Loss.BASELINE_AMOUNT).isPresent()) {
            row.withNumber(PublishedLoss.BASELINE_AMOUNT, usual(amount) * periods);
          }
        });
    return row.row();
  }

  /** Sales of a period at the pace of the baseline, in units of the currency. */
  private double usual(long before) {
    Study study = run.study();
    Window baseline = study.exposure().baseline();
    long periods =
        study.period().between(baseline.from().atStartOfDay(), baseline.until().atStartOfDay());
    return before / Math.pow(10, study.currency().minorDigits()) / periods;
  }

  private static Place place(FieldReader loss) {
    if (loss.text(Loss.DIMENSION).equals(Analysis.TOTAL)) {
      return new Place(Place.ALL, Place.ALL);
    }
    Dimension dimension = Dimension.valueOf(loss.text(Loss.DIMENSION).toUpperCase(Locale.ROOT));
    return SalesCell.marginOf(dimension, loss.text(Loss.GROUP));
  }
}
