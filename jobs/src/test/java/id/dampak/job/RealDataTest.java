package id.dampak.job;

import static id.dampak.Conformance.assertConforms;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.contract.Episode;
import id.dampak.contract.JobRun;
import id.dampak.contract.Landed;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Quality;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Suspension;
import id.dampak.contract.Transaction;
import id.dampak.lake.Lake;
import id.dampak.study.Inputs;
import id.dampak.study.StudyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled studies of real data, up to the panel; skipped where the data are not at hand. */
@Tag("spark")
class RealDataTest {
  private static final Path ROOT = Path.of(System.getProperty("dampak.root", ".."));
  private static final Path REAL =
      ROOT.resolve(System.getProperty("dampak.shared", "../shared")).resolve("real");

  @TempDir Path folder;

  @Test
  void theStopRegistryLandsWithItsRepeatsAndItsFaults() {
    Lake lake =
        panel("stop-registry", "stop=stop_shutdown_registry/stop_combined_2016_2025_full.csv.gz");
    assertThat(cleaned(lake)).containsExactly("stop | 2102 | 1884 | 3 | 215");
    assertThat(Rows.texts(lake.read(Quarantine.TABLE), "reasons"))
        .hasSize(3)
        .allMatch(reasons -> reasons.contains("is before start_date"));
    Dataset<Row> suspensions = lake.read(Suspension.TABLE);
    assertConforms(Suspension.TABLE, suspensions);

    // 29 August 00:00 and 2 September 16:20 in Jakarta.
    assertThat(
            Rows.texts(
                suspensions.filter("country = 'Indonesia' AND platform = 'TikTok'"),
                "feature",
                "region_code",
                "started_at",
                "started_precision",
                "ended_at",
                "ended_precision"))
        .containsExactly("LIVE | * | 2025-08-28 17:00:00 | day | 2025-09-02 09:20:00 | minute");

    // About 43 rolling orders for the state; one gap, of 24 and 25 September 2023. Midnight there
    // is 18:30 UTC.
    Dataset<Row> episodes = lake.read(Episode.TABLE);
    assertConforms(Episode.TABLE, episodes);
    assertThat(
            Rows.texts(
                episodes.filter(
                    "region_code = 'Manipur' AND started_at BETWEEN '2023-05-01' AND '2023-12-31'"),
                "started_at",
                "ended_at",
                "records"))
        .containsExactly(
            "2023-05-02 18:30:00 | 2023-09-23 18:30:00 | 30",
            "2023-09-25 18:30:00 | 2023-12-03 18:30:00 | 14");
  }

  @Test
  void shopeeOrdersWithoutATimeAreSetAsideAndCancelledOnesAreNoSales() {
    Lake lake = panel("shopee-orders", "orders=id_shopee_orders/orders_clean.csv.gz");
    assertThat(cleaned(lake)).containsExactly("orders | 20848 | 18868 | 1980 | 0");
    assertThat(
            lake.read(Quarantine.TABLE)
                .select(Quarantine.REASONS.col().cast("string"))
                .distinct()
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("[occurred_at is missing]");
    // The export names a province in every row, in capitals and with old names.
    assertThat(lake.read(Transaction.TABLE).filter("region_code = 'unknown'").isEmpty()).isTrue();
    Dataset<Row> raw = lake.read(Landed.TRANSACTION);
    long sales =
        raw.filter("fields['order_status'] <> 'Batal' AND fields['order_created_at'] <> ''")
            .count();
    assertThat(sales).isEqualTo(16_295);
    assertThat(sum(lake.read(PanelCell.TABLE), PanelCell.TRANSACTIONS.name())).isEqualTo(sales);
    assertThat(sum(lake.read(PanelCell.TABLE), PanelCell.AMOUNT.name())).isEqualTo(958_948_812);
  }

  @Test
  void texanFilingsGiveThePublishedPanelAndTheStampedReleaseIsReported() {
    Lake lake =
        panel(
            "texas-harvey",
            "filings=texas_mixbev/filings_raw.csv.gz",
            "receipts=texas_mixbev/receipts_newformat_201709_201710.csv.gz",
            "counties=texas_mixbev/shock_registry_harvey_ia_counties.csv");
    Dataset<Row> made =
        lake.read(PanelCell.TABLE)
            .select(
                PanelCell.UNIT_ID.col(),
                functions.date_format(PanelCell.PERIOD_START.col(), "yyyy-MM").as("period"),
                PanelCell.AMOUNT.col());
    Dataset<Row> published =
        SharedSpark.session()
            .read()
            .option("header", "true")
            .csv(real("texas_mixbev/panel_permit_month.csv.gz").toString())
            .select(
                col("permit").as("unit_id"),
                col("period"),
                functions
                    .round(col("receipts").cast("decimal(24,12)").multiply(100), 0)
                    .cast("long")
                    .as("amount"));
    assertThat(published.count()).isEqualTo(591_678);
    assertThat(made.count()).isEqualTo(591_678);
    assertThat(
            made.join(published, new String[] {"unit_id", "period", "amount"}, "left_anti").count())
        .isZero();
    assertThat(
            Rows.texts(
                lake.read(Quality.TABLE)
                    .filter(Quality.RULE.col().equalTo("release stamped with one period")),
                "subject"))
        .containsExactly("filings 2017-08");
  }

  private Lake panel(String study, String... inputs) {
    assumeTrue(Files.isDirectory(REAL), () -> "no real data in " + REAL);
    Path root = folder.resolve(study);
    List<String> files =
        Arrays.stream(inputs)
            .map(input -> input.split("=", 2))
            .map(parts -> parts[0] + "=" + real(parts[1]))
            .toList();
    Lake lake = new Lake(SharedSpark.session(), root);
    new Runner(lake, Progress.silent())
        .run(
            Inputs.overridden(
                StudyFile.read(ROOT.resolve("jobs/studies/" + study + ".yaml")), files),
            Pipeline.JOBS.subList(0, Pipeline.JOBS.indexOf(Pipeline.named("build-panel")) + 1));
    return lake;
  }

  private static Path real(String file) {
    return REAL.resolve(file).toAbsolutePath().normalize();
  }

  private static List<String> cleaned(Lake lake) {
    return Rows.texts(
        lake.read(JobRun.TABLE).filter(JobRun.JOB.col().equalTo("clean")),
        "subject",
        "rows_in",
        "rows_out",
        "rows_quarantined",
        "rows_duplicate");
  }

  private static long sum(Dataset<Row> rows, String column) {
    return rows.agg(functions.sum(col(column))).collectAsList().get(0).getLong(0);
  }
}
