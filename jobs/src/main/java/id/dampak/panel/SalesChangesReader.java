package id.dampak.panel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Exposure;
import id.dampak.contract.Field;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Unit;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.ExposureThirds;
import id.dampak.estimate.Panel;
import id.dampak.panel.Observations.Columns;
import id.dampak.study.Specification;
import id.dampak.study.Study;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads what the account of a loss rests on. Cells are summed where they lie, so that one row a
 * unit is collected, however many periods there are.
 */
public final class SalesChangesReader {
  private static final String FEATURE_BEFORE = "feature_before";
  private static final String FEATURE_DURING = "feature_during";
  private static final String ALL_BEFORE = "all_before";
  private static final String ALL_DURING = "all_during";
  private static final String ALL_AFTER = "all_after";
  private static final double SECONDS_PER_HOUR = 3600;

  private final Study study;
  private final Specification specification;
  private final double minorUnits;

  /** A reader for a specification of a study. */
  public SalesChangesReader(Study study, Specification specification) {
    this.study = study;
    this.specification = specification;
    this.minorUnits = Math.pow(10, study.currency().minorDigits());
  }

  /**
   * The changes.
   *
   * @param units rows of {@link Unit}
   * @param cells rows of {@link PanelCell}
   * @param exposure rows of {@link Exposure}
   * @throws id.dampak.error.DampakException where no suspension counts, or its surroundings are not
   *     in the window
   */
  public SalesChanges read(Dataset<Row> units, Dataset<Row> cells, Dataset<Row> exposure) {
    AccountPeriods periods = AccountPeriods.of(study, specification, suspended(exposure));
    List<Row> rows = new ArrayList<>();
    long withoutBaseline = 0;
    long withoutBefore = 0;
    for (Row unit : sums(units, cells, periods).collectAsList()) {
      boolean measured =
          !unit.isNullAt(unit.fieldIndex(Unit.EXPOSURE.name()))
              && whole(unit, Unit.BASELINE_AMOUNT) > 0
              && whole(unit, Unit.BASELINE_PERIODS) > 0;
      if (!measured) {
        withoutBaseline++;
      } else if (observedBefore(unit, periods) == 0) {
        withoutBefore++;
      } else {
        rows.add(unit);
      }
    }
    List<Dropped> dropped = new ArrayList<>();
    drop(dropped, "no sales over the baseline window", withoutBaseline);
    drop(dropped, "not there before the suspension", withoutBefore);
    return new SalesChanges(
        panel(rows, periods),
        dropped,
        periods.before().size(),
        periods.suspended().size(),
        periods.after().size(),
        hours(exposure));
  }

  private static void drop(List<Dropped> dropped, String reason, long units) {
    if (units > 0) {
      dropped.add(new Dropped(reason, units));
    }
  }

  private List<LocalDateTime> suspended(Dataset<Row> exposure) {
    LocalDateTime from = study.window().from().atStartOfDay();
    LocalDateTime until = study.window().until().atStartOfDay();
    return exposure.select(Exposure.PERIOD_START.col()).distinct().collectAsList().stream()
        .map(row -> row.<LocalDateTime>getAs(Exposure.PERIOD_START.name()))
        .filter(start -> !start.isBefore(from) && start.isBefore(until))
        .sorted()
        .toList();
  }

  private static double hours(Dataset<Row> exposure) {
    Dataset<Row> byRegion =
        exposure
            .groupBy(Exposure.REGION_CODE.col())
            .agg(sum(Exposure.SECONDS_SUSPENDED.col()).as(Exposure.SECONDS_SUSPENDED.name()));
    Row longest =
        byRegion
            .agg(coalesce(max(Exposure.SECONDS_SUSPENDED.col()), lit(0L)))
            .collectAsList()
            .get(0);
    return longest.getLong(0) / SECONDS_PER_HOUR;
  }

  private static Dataset<Row> sums(Dataset<Row> units, Dataset<Row> cells, AccountPeriods periods) {
    Dataset<Row> sums =
        cells
            .groupBy(PanelCell.UNIT_ID.col())
            .agg(
                within(periods.before(), PanelCell.FEATURE_AMOUNT).as(FEATURE_BEFORE),
                within(periods.suspended(), PanelCell.FEATURE_AMOUNT).as(FEATURE_DURING),
                within(periods.before(), PanelCell.AMOUNT).as(ALL_BEFORE),
                within(periods.suspended(), PanelCell.AMOUNT).as(ALL_DURING),
                within(periods.after(), PanelCell.AMOUNT).as(ALL_AFTER));
    return units.join(sums, new String[] {Unit.UNIT_ID.name()}, "left").orderBy(Unit.UNIT_ID.col());
  }

  private static Column within(List<LocalDateTime> periods, Field amount) {
    return sum(
        when(PanelCell.PERIOD_START.col().isin(periods.toArray()), amount.col())
            .otherwise(lit(0L)));
  }

  private Panel panel(List<Row> rows, AccountPeriods periods) {
    double during = periods.suspended().size();
    double after = periods.after().size();
    double[] exposure =
        rows.stream().mapToDouble(row -> row.<Double>getAs(Unit.EXPOSURE.name())).toArray();
    return Panel.ofRows(rows.size())
        .categorical(Columns.UNIT, texts(rows, Unit.UNIT_ID))
        .categorical(Columns.REGION, texts(rows, Unit.REGION_CODE))
        .categorical(Columns.SECTOR, texts(rows, Unit.SECTOR))
        .categorical(Columns.SIZE_CLASS, texts(rows, Unit.SIZE_CLASS))
        .categorical(SalesChanges.Columns.DEPENDENCE, ExposureThirds.of(exposure))
        .numeric(Columns.EXPOSURE, exposure)
        .numeric(
            Columns.BASELINE,
            i ->
                whole(rows.get(i), Unit.BASELINE_AMOUNT)
                    / minorUnits
                    / whole(rows.get(i), Unit.BASELINE_PERIODS))
        .numeric(
            SalesChanges.Columns.FEATURE,
            i -> change(rows.get(i), FEATURE_DURING, FEATURE_BEFORE, during, periods))
        .numeric(
            SalesChanges.Columns.OTHER,
            i ->
                change(rows.get(i), ALL_DURING, ALL_BEFORE, during, periods)
                    - change(rows.get(i), FEATURE_DURING, FEATURE_BEFORE, during, periods))
        .numeric(
            SalesChanges.Columns.ALL,
            i -> change(rows.get(i), ALL_DURING, ALL_BEFORE, during, periods))
        .numeric(
            SalesChanges.Columns.AFTER,
            i -> change(rows.get(i), ALL_AFTER, ALL_BEFORE, after, periods))
        .numeric(SalesChanges.Columns.SOLD_BEFORE, i -> whole(rows.get(i), Unit.BASELINE_AMOUNT))
        .numeric(SalesChanges.Columns.SOLD_DURING, i -> sold(rows.get(i), ALL_DURING))
        .build();
  }

  /** Sales of some periods less those of as many before, in units of the currency. */
  private double change(
      Row unit, String sales, String before, double count, AccountPeriods periods) {
    double usual = (double) sold(unit, before) / observedBefore(unit, periods);
    return (sold(unit, sales) - count * usual) / minorUnits;
  }

  /** A unit without a cell sold nothing. */
  private static long sold(Row unit, String sales) {
    int at = unit.fieldIndex(sales);
    return unit.isNullAt(at) ? 0 : unit.getLong(at);
  }

  private static List<String> texts(List<Row> rows, Field field) {
    return rows.stream().map(row -> row.<String>getAs(field.name())).toList();
  }

  private long observedBefore(Row unit, AccountPeriods periods) {
    LocalDateTime first = unit.getAs(Unit.FIRST_PERIOD.name());
    return periods.before().stream().filter(start -> !start.isBefore(first)).count();
  }

  private static long whole(Row row, Field field) {
    return row.<Long>getAs(field.name());
  }
}
