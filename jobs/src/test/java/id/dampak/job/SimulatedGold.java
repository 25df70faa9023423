package id.dampak.job;

import id.dampak.contract.Exposure;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Table;
import id.dampak.contract.Unit;
import id.dampak.lake.Lake;
import id.dampak.simulate.Market;
import id.dampak.simulate.SimulatedMerchant;
import id.dampak.simulate.Truth;
import id.dampak.study.Study;
import id.dampak.study.Window;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** A simulated market as the gold tables that the pipeline would have made of its files. */
final class SimulatedGold {
  private static final LocalDate OFF = LocalDate.of(2025, 8, 30);

  /** Seconds off on each day, in Jakarta: from 20:40 on the first to 13:00 on the fourth. */
  private static final List<Long> SECONDS_OFF = List.of(12_000L, 86_400L, 86_400L, 46_800L);

  private final Market market;
  private final Study study;
  private final long[] sold;
  private final long[] soldLive;

  private SimulatedGold(Market market, Study study) {
    this.market = market;
    this.study = study;
    this.sold = new long[market.options().merchants()];
    this.soldLive = new long[sold.length];
  }

  /** Writes the tables into a lake. */
  static Truth write(Market market, Study study, Lake lake) {
    SimulatedGold gold = new SimulatedGold(market, study);
    List<Row> cells = new ArrayList<>();
    Truth truth =
        market.dailySales(
            (merchant, day, amount, live) -> {
              gold.addToBaseline(merchant, gold.date(day), amount, live);
              cells.add(gold.cell(merchant, day, amount, live));
            });
    put(lake, PanelCell.TABLE, cells);
    put(lake, Unit.TABLE, gold.merchants().map(gold::unit).toList());
    put(
        lake,
        Exposure.TABLE,
        new TreeSet<>(gold.merchants().map(SimulatedGold::region).toList())
            .stream()
                .flatMap(
                    region ->
                        IntStream.range(0, SECONDS_OFF.size())
                            .mapToObj(day -> gold.exposure(region, day)))
                .toList());
    return truth;
  }

  private static void put(Lake lake, Table table, List<Row> rows) {
    lake.replaceAll(table, lake.session().createDataFrame(rows, table.schema()).coalesce(1));
  }

  private Stream<SimulatedMerchant> merchants() {
    return IntStream.range(0, sold.length).mapToObj(market::merchant);
  }

  private LocalDate date(int day) {
    return market.options().start().plusDays(day);
  }

  private void addToBaseline(int merchant, LocalDate date, long amount, long live) {
    if (study.exposure().baseline().holds(date)) {
      sold[merchant] += amount;
      soldLive[merchant] += live;
    }
  }

  private static String region(SimulatedMerchant merchant) {
    return merchant.province().kemendagriCode();
  }

  private Row cell(int merchant, int day, long amount, long live) {
    return new TableRow(PanelCell.TABLE)
        .with(PanelCell.STUDY, study.id())
        .with(PanelCell.UNIT_ID, market.merchant(merchant).id())
        .with(PanelCell.PERIOD_START, date(day).atStartOfDay())
        .with(PanelCell.REGION_CODE, region(market.merchant(merchant)))
        .with(PanelCell.AMOUNT, amount)
        .with(PanelCell.FEATURE_AMOUNT, live)
        .with(PanelCell.TRANSACTIONS, 1L)
        .row();
  }

  private Row unit(SimulatedMerchant merchant) {
    Window baseline = study.exposure().baseline();
    LocalDateTime last = study.window().until().minusDays(1).atStartOfDay();
    long all = sold[merchant.index()];
    TableRow row =
        new TableRow(Unit.TABLE)
            .with(Unit.STUDY, study.id())
            .with(Unit.UNIT_ID, merchant.id())
            .with(Unit.FIRST_PERIOD, study.window().from().atStartOfDay())
            .with(Unit.LAST_PERIOD, last)
            .with(Unit.REGION_CODE, region(merchant))
            .with(Unit.SECTOR, merchant.sector())
            .with(Unit.SIZE_CLASS, merchant.sizeClass())
            .with(Unit.BASELINE_AMOUNT, all)
            .with(Unit.BASELINE_FEATURE_AMOUNT, soldLive[merchant.index()])
            .with(
                Unit.BASELINE_PERIODS, ChronoUnit.DAYS.between(baseline.from(), baseline.until()));
    if (all > 0) {
      row.with(Unit.EXPOSURE, (double) soldLive[merchant.index()] / all);
    }
    return row.row();
  }

  private Row exposure(String region, int day) {
    return new TableRow(Exposure.TABLE)
        .with(Exposure.STUDY, study.id())
        .with(Exposure.REGION_CODE, region)
        .with(Exposure.PERIOD_START, OFF.plusDays(day).atStartOfDay())
        .with(Exposure.SECONDS_SUSPENDED, SECONDS_OFF.get(day))
        .with(Exposure.SHARE_SUSPENDED, SECONDS_OFF.get(day) / 86_400.0)
        .row();
  }
}
