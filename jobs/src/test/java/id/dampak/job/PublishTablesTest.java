package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SmallMarket;
import id.dampak.StudyText;
import id.dampak.contract.EventStudy;
import id.dampak.contract.Exposure;
import id.dampak.contract.Field;
import id.dampak.contract.Loss;
import id.dampak.contract.PanelCell;
import id.dampak.contract.PublishedLoss;
import id.dampak.contract.PublishedSales;
import id.dampak.contract.Release;
import id.dampak.contract.Table;
import id.dampak.contract.Unit;
import id.dampak.lake.Lake;
import id.dampak.reliability.Folders;
import id.dampak.study.Study;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of a small market: 90 merchants in three regions and two size classes. */
@Tag("spark")
class PublishTablesTest {
  private static final LocalDateTime OFF = LocalDateTime.parse("2025-08-30T00:00");
  private static final Study STUDY =
      StudyText.daily().with("dimensions", "[region, size_class]").read();
  private static final List<String> REGIONS = List.of("31", "32", "51");

  /** Merchants of each region that are mikro; the others of 30 are kecil. Bali has four. */
  private static final List<Integer> MIKRO = List.of(15, 18, 4);

  @TempDir static Path made;
  @TempDir Path folder;
  private Lake lake;

  @BeforeAll
  static void aMarketIsMade() {
    Lake market = SmallMarket.lake(made);
    put(market, Exposure.TABLE, REGIONS.stream().map(PublishTablesTest::exposure).toList());
    put(market, Loss.TABLE, losses());
    put(
        market,
        EventStudy.TABLE,
        IntStream.range(-1, 4).mapToObj(PublishTablesTest::point).toList());
    put(market, merchant -> 1000);
  }

  @BeforeEach
  void aMarketIsInTheLake() {
    lake = SmallMarket.lake(Folders.copy(made, folder.resolve("market")));
  }

  @Test
  void whatTellsOfFewMerchantsIsHiddenAndNoTotalGivesItAway() {
    publish();

    // Bali's four are hidden for their number; the rest of Bali, and as much in another region,
    // because the totals would give them away.
    assertThat(Rows.texts(sales("before"), "region_code", "size_class", "published"))
        .contains("51 | mikro | false", "51 | kecil | false", "51 | all | true", "all | all | true")
        .filteredOn(row -> row.endsWith("mikro | false"))
        .hasSize(2);
    assertThat(
            Rows.texts(lake.read(PublishedSales.TABLE).filter("NOT published"), "units", "amount"))
        .hasSize(8)
        .allMatch("null | null"::equals);
    assertThat(Rows.texts(sales("during"), "region_code", "size_class", "published"))
        .isEqualTo(Rows.texts(sales("before"), "region_code", "size_class", "published"));
    assertThat(
            Rows.texts(
                sales("during").filter("region_code = 'all'"), "size_class", "units", "amount"))
        .contains("all | 90 | 45000");
    assertThat(Rows.texts(lake.read(PublishedLoss.TABLE), "group", "published", "estimate"))
        .containsExactlyInAnyOrder("all | true | 50.0", "51 | true | 50.0", "few | false | null");
    assertThat(
            Rows.texts(
                lake.read(Release.TABLE), "study", "cells", "cells_primary", "cells_secondary"))
        .containsExactly("test-study | 24 | 2 | 6");
  }

  @Test
  void aReleaseStandsUntilEnoughMerchantsHaveChanged() {
    publish();
    publish();
    assertThat(lake.read(Release.TABLE).count()).as("nothing has changed").isEqualTo(2);
    List<String> before = Rows.texts(lake.read(PublishedSales.TABLE), columns());

    put(merchant -> merchant == 7 ? 1700 : 1000);
    List<String> notes = publish();

    assertThat(Rows.texts(lake.read(PublishedSales.TABLE), columns())).isEqualTo(before);
    assertThat(notes).anyMatch(note -> note.contains("would tell the changes of too few"));
    assertThat(lake.read(Release.TABLE).count()).isEqualTo(2);

    put(merchant -> 1100);
    publish();

    assertThat(Rows.texts(sales("before").filter("region_code = 'all'"), "size_class", "amount"))
        .contains("all | 99000");
    assertThat(sales("before").filter("NOT published").count()).isEqualTo(4);
    assertThat(lake.read(Release.TABLE).count()).isEqualTo(3);
  }

  @Test
  void aReleaseIsSetAgainstEveryEarlierOneEvenOnceItsTablesAreGone() throws IOException {
    put(merchant -> merchant == 7 ? 1700 : 1000);
    String first = publishedBy();
    List<Path> files =
        Stream.of(lake.read(Unit.TABLE).inputFiles()).map(f -> Path.of(URI.create(f))).toList();
    put(merchant -> 1100);
    publish();
    List<String> shown = Rows.texts(lake.read(PublishedSales.TABLE), columns());
    for (Path file : files) {
      Files.delete(file);
    }

    // All have changed since the second release, but since the first only one merchant has.
    put(merchant -> 1000);
    List<String> notes = publish();

    assertThat(notes).anyMatch(note -> note.contains("beside the release of run " + first));
    assertThat(Rows.texts(lake.read(PublishedSales.TABLE), columns())).isEqualTo(shown);
    assertThat(lake.read(Release.TABLE).count()).isEqualTo(2);
  }

  @Test
  void merchantsThatSoldNothingDoNotHideThoseThatDid() {
    put(merchant -> merchant < 12 ? 0 : 1000);
    publish();

    // Of fifteen mikro merchants in Jakarta three sold something, a third each.
    assertThat(Rows.texts(sales("before"), "region_code", "size_class", "published"))
        .contains("31 | mikro | false");
    assertThat(
            Rows.texts(
                sales("before").filter("region_code = 'all'"), "size_class", "units", "amount"))
        .contains("all | 78 | 78000");
  }

  @Test
  void usualSalesOfALossFollowFromThePublishedSalesAlone() {
    publish();

    // Three suspended days at the pace of ten days before, of 90 merchants and of Bali's 30.
    assertThat(Rows.texts(lake.read(PublishedLoss.TABLE), "group", "baseline_amount"))
        .containsExactlyInAnyOrder("all | 27000.0", "51 | 9000.0", "few | null");
  }

  @Test
  void aStudyThatSplitsByNothingShowsItsTotals() {
    publish(StudyText.daily().read());

    assertThat(
            Rows.texts(lake.read(PublishedSales.TABLE), "window", "region_code", "units", "amount"))
        .containsExactlyInAnyOrder("before | all | 90 | 90000", "during | all | 90 | 45000");
  }

  private List<String> publish() {
    return publish(STUDY);
  }

  /** The run that released. */
  private String publishedBy() {
    publish();
    return lake.read(Release.TABLE).first().getAs(Release.RUN_ID.name());
  }

  private List<String> publish(Study study) {
    RunContext run = new RunContext(study, lake, Instant.now());
    PublishTables.run(run);
    return run.drainNotes();
  }

  private Dataset<Row> sales(String window) {
    return lake.read(PublishedSales.TABLE).filter("window = '" + window + "'");
  }

  private static String[] columns() {
    return PublishedSales.TABLE.fields().stream().map(Field::name).toArray(String[]::new);
  }

  /** Every merchant sells {@code amount} before the suspension, and half of 1,000 during it. */
  private void put(ToLongFunction<Integer> amount) {
    put(lake, amount);
  }

  private static void put(Lake lake, ToLongFunction<Integer> amount) {
    List<Row> units = new ArrayList<>();
    List<Row> cells = new ArrayList<>();
    for (int merchant = 0; merchant < 90; merchant++) {
      int region = merchant / 30;
      String size = merchant % 30 < MIKRO.get(region) ? "mikro" : "kecil";
      units.add(unit("m" + merchant, REGIONS.get(region), size, amount.applyAsLong(merchant)));
      Stream.of(OFF, OFF.minusDays(1))
          .forEach(day -> cells.add(cell("m" + cells.size() / 2, REGIONS.get(region), day)));
    }
    put(lake, Unit.TABLE, units);
    put(lake, PanelCell.TABLE, cells);
  }

  private static void put(Lake lake, Table table, List<Row> rows) {
    lake.replaceAll(table, lake.session().createDataFrame(rows, table.schema()).coalesce(1));
  }

  private static Row unit(String id, String region, String size, long amount) {
    return new TableRow(Unit.TABLE)
        .with(Unit.STUDY, STUDY.id())
        .with(Unit.UNIT_ID, id)
        .with(Unit.FIRST_PERIOD, OFF.minusDays(29))
        .with(Unit.LAST_PERIOD, OFF.plusDays(10))
        .with(Unit.REGION_CODE, region)
        .with(Unit.SECTOR, "G")
        .with(Unit.SIZE_CLASS, size)
        .with(Unit.BASELINE_AMOUNT, amount)
        .with(Unit.BASELINE_FEATURE_AMOUNT, 0L)
        .with(Unit.BASELINE_PERIODS, 10L)
        .row();
  }

  private static Row cell(String unit, String region, LocalDateTime day) {
    return new TableRow(PanelCell.TABLE)
        .with(PanelCell.STUDY, STUDY.id())
        .with(PanelCell.UNIT_ID, unit)
        .with(PanelCell.PERIOD_START, day)
        .with(PanelCell.REGION_CODE, region)
        .with(PanelCell.AMOUNT, 500L)
        .with(PanelCell.FEATURE_AMOUNT, 0L)
        .with(PanelCell.TRANSACTIONS, 1L)
        .row();
  }

  private static Row exposure(String region) {
    return new TableRow(Exposure.TABLE)
        .with(Exposure.STUDY, STUDY.id())
        .with(Exposure.REGION_CODE, region)
        .with(Exposure.PERIOD_START, OFF)
        .with(Exposure.SECONDS_SUSPENDED, 86_400L)
        .with(Exposure.SHARE_SUSPENDED, 1.0)
        .row();
  }

  private static Row point(int period) {
    return new TableRow(EventStudy.TABLE)
        .with(EventStudy.STUDY, STUDY.id())
        .with(EventStudy.SPECIFICATION, "headline")
        .with(EventStudy.RELATIVE_PERIOD, period)
        .with(EventStudy.PERIOD_START, OFF.plusDays(period))
        .with(EventStudy.REFERENCE, period == -1)
        .with(EventStudy.SUSPENDED, period >= 0 && period < 3)
        .with(EventStudy.ESTIMATE, 0.0)
        .with(EventStudy.RUN_ID, "r")
        .with(EventStudy.STUDY_HASH, "h")
        .with(EventStudy.CODE_VERSION, "v")
        .row();
  }

  private static List<Row> losses() {
    return List.of(loss("total", "all", 90), loss("region", "51", 30), loss("region", "few", 9));
  }

  private static Row loss(String dimension, String group, long units) {
    return new TableRow(Loss.TABLE)
        .with(Loss.STUDY, STUDY.id())
        .with(Loss.SPECIFICATION, "headline")
        .with(Loss.DIMENSION, dimension)
        .with(Loss.GROUP, group)
        .with(Loss.UNITS, units)
        .with(Loss.BASELINE_AMOUNT, 12345.0)
        .with(Loss.ESTIMATE, 50.0)
        .with(Loss.SUPPRESSED, units < 10)
        .with(Loss.RUN_ID, "r")
        .with(Loss.STUDY_HASH, "h")
        .with(Loss.CODE_VERSION, "v")
        .row();
  }
}
