package id.dampak.panel;

import id.dampak.contract.Exposure;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Unit;
import id.dampak.error.EstimationErrors;
import id.dampak.study.Study;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads a {@link Market} from the gold tables of a study: the only place that collects them. */
public final class MarketReader {
  private final Study study;
  private final double minorUnits;

  /** A reader for one study. */
  public MarketReader(Study study) {
    this.study = study;
    this.minorUnits = Math.pow(10, study.currency().minorDigits());
  }

  /**
   * The market.
   *
   * @param units rows of {@link Unit}
   * @param cells rows of {@link PanelCell}
   * @param exposure rows of {@link Exposure}
   */
  public Market read(Dataset<Row> units, Dataset<Row> cells, Dataset<Row> exposure) {
    List<UnitRow> rows = units(units);
    List<LocalDateTime> periods = periods();
    requireArrayFits(rows.size(), periods.size());
    List<Row> suspensions = exposure.collectAsList();
    Map<String, Integer> regions = regions(rows, cells, suspensions);
    double[] amounts = new double[rows.size() * periods.size()];
    double[] featureAmounts = new double[amounts.length];
    int[] cellRegions = new int[amounts.length];
    Arrays.fill(cellRegions, Market.NO_CELL);
    Map<String, Integer> unitIndex = new HashMap<>();
    rows.forEach(row -> unitIndex.put(row.id(), unitIndex.size()));
    Map<LocalDateTime, Integer> periodIndex = index(periods);
    for (Iterator<Row> all = cells.toLocalIterator(); all.hasNext(); ) {
      Row cell = all.next();
      Integer period = periodIndex.get(cell.<LocalDateTime>getAs(PanelCell.PERIOD_START.name()));
      Integer unit = unitIndex.get(cell.<String>getAs(PanelCell.UNIT_ID.name()));
      if (period != null && unit != null) {
        int at = unit * periods.size() + period;
        amounts[at] = cell.<Long>getAs(PanelCell.AMOUNT.name()) / minorUnits;
        featureAmounts[at] = cell.<Long>getAs(PanelCell.FEATURE_AMOUNT.name()) / minorUnits;
        cellRegions[at] = region(regions, cell.getAs(PanelCell.REGION_CODE.name()));
      }
    }
    double[] suspended = suspended(suspensions, regions, periodIndex);
    return new Market(
        rows,
        periods,
        List.copyOf(new TreeSet<>(regions.keySet())),
        amounts,
        featureAmounts,
        cellRegions,
        suspended);
  }

  private List<UnitRow> units(Dataset<Row> units) {
    List<UnitRow> rows = new ArrayList<>();
    for (Row row : units.orderBy(Unit.UNIT_ID.col()).collectAsList()) {
      long periods = row.<Long>getAs(Unit.BASELINE_PERIODS.name());
      double baseline = row.<Long>getAs(Unit.BASELINE_AMOUNT.name()) / minorUnits;
      int exposure = row.fieldIndex(Unit.EXPOSURE.name());
      rows.add(
          new UnitRow(
              row.getAs(Unit.UNIT_ID.name()),
              row.getAs(Unit.REGION_CODE.name()),
              row.getAs(Unit.SECTOR.name()),
              row.getAs(Unit.SIZE_CLASS.name()),
              row.getAs(Unit.FIRST_PERIOD.name()),
              row.getAs(Unit.LAST_PERIOD.name()),
              periods == 0 ? 0 : baseline / periods,
              row.isNullAt(exposure)
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(row.getDouble(exposure))));
    }
    return rows;
  }

  private List<LocalDateTime> periods() {
    List<LocalDateTime> periods = new ArrayList<>();
    LocalDateTime until = study.window().until().atStartOfDay();
    for (LocalDateTime start = study.window().from().atStartOfDay();
        start.isBefore(until);
        start = study.period().plus(start, 1)) {
      periods.add(start);
    }
    return periods;
  }

  private static void requireArrayFits(int units, int periods) {
    long cells = (long) units * periods;
    if (cells > Integer.MAX_VALUE - 8) {
      throw EstimationErrors.tooLargeForMemory(units, periods);
    }
  }

  private static Map<String, Integer> regions(
      List<UnitRow> units, Dataset<Row> cells, List<Row> suspensions) {
    TreeSet<String> names = new TreeSet<>();
    units.forEach(unit -> names.add(unit.region()));
    suspensions.forEach(row -> names.add(row.getAs(Exposure.REGION_CODE.name())));
    cells
        .select(PanelCell.REGION_CODE.col())
        .distinct()
        .collectAsList()
        .forEach(row -> names.add(row.getString(0)));
    return index(List.copyOf(names));
  }

  private static double[] suspended(
      List<Row> suspensions,
      Map<String, Integer> regions,
      Map<LocalDateTime, Integer> periodIndex) {
    double[] suspended = new double[regions.size() * periodIndex.size()];
    for (Row row : suspensions) {
      Integer period = periodIndex.get(row.<LocalDateTime>getAs(Exposure.PERIOD_START.name()));
      if (period != null) {
        int region = region(regions, row.getAs(Exposure.REGION_CODE.name()));
        suspended[region * periodIndex.size() + period] =
            row.<Double>getAs(Exposure.SHARE_SUSPENDED.name());
      }
    }
    return suspended;
  }

  private static int region(Map<String, Integer> regions, String name) {
    return java.util.Objects.requireNonNull(regions.get(name), name);
  }

  private static <K> Map<K, Integer> index(List<K> keys) {
    Map<K, Integer> index = new HashMap<>();
    keys.forEach(key -> index.put(key, index.size()));
    return index;
  }
}
