package id.dampak.job;

import static id.dampak.Conformance.assertConforms;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.contract.Episode;
import id.dampak.contract.EstimateRow;
import id.dampak.contract.Field;
import id.dampak.contract.JobRun;
import id.dampak.contract.Landed;
import id.dampak.contract.Loss;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Quality;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Robustness;
import id.dampak.contract.Suspension;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.lake.Lake;
import id.dampak.study.Inputs;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundled studies of real data, side by side in one lake, against figures known from elsewhere;
 * skipped where the data are not at hand.
 */
@Tag("spark")
class RealDataTest {
  private static final Path ROOT = Path.of(System.getProperty("dampak.root", ".."));
  private static final Path REAL =
      ROOT.resolve(System.getProperty("dampak.shared", "../shared")).resolve("real");
  private static final double TOLERANCE = 1e-9;

  @TempDir static Path folder;

  /** What a study left in the lake. */
  private record Done(Study study, Lake lake) {
    Dataset<Row> read(Table table) {
      return lake.read(table, RunContext.slice(study, table).orElseThrow());
    }

    /** Input, rows in, accepted, set aside, superseded. */
    List<String> cleaned() {
      List<String> inputs = study.inputs().stream().map(input -> input.name()).toList();
      return Rows.texts(
          lake.read(JobRun.TABLE)
              .filter(JobRun.JOB.col().equalTo("clean"))
              .filter(JobRun.SUBJECT.col().isInCollection(inputs)),
          "subject",
          "rows_in",
          "rows_out",
          "rows_quarantined",
          "rows_duplicate");
    }
  }

  /** What quality rules found. */
  private static List<String> findings(Done done) {
    return Rows.texts(
        done.read(Quality.TABLE).filter("NOT passed"), "subject_table", "rule", "subject");
  }

  @Test
  void theStopRegistryLandsWithItsRepeatsAndItsFaults() {
    Done done =
        run(
            "stop-registry",
            List.of("land", "clean", "check", "build-panel"),
            "stop=stop_shutdown_registry/stop_combined_2016_2025_full.csv.gz");
    assertThat(done.cleaned()).containsExactly("stop | 2102 | 1884 | 3 | 215");
    assertThat(Rows.texts(done.read(Quarantine.TABLE), "reasons"))
        .hasSize(3)
        .allMatch(reasons -> reasons.contains("is before start_date"));
    Dataset<Row> suspensions = done.read(Suspension.TABLE);
    assertConforms(Suspension.TABLE, suspensions);
    assertThat(suspensions.count()).isEqualTo(1_884);

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
    Dataset<Row> episodes = done.read(Episode.TABLE);
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

    // The core beside it: twice 2,102 rows and the 3 that end before they start, the same events.
    Done both =
        run(
            "stop-registry",
            List.of("land", "clean"),
            "stop=stop_shutdown_registry/stop_combined_2016_2025_full.csv.gz",
            "stop=stop_shutdown_registry/stop_registry_core.csv");
    assertThat(both.cleaned()).contains("stop | 4204 | 1884 | 6 | 2314");
  }

  @Test
  void shopeeOrdersWithoutATimeAreSetAsideAndCancelledOnesAreNoSales() {
    Done done =
        run(
            "shopee-orders",
            List.of("land", "clean", "check", "build-panel"),
            "orders=id_shopee_orders/orders_clean.csv.gz");
    assertThat(done.cleaned()).containsExactly("orders | 20848 | 18868 | 1980 | 0");
    assertThat(Rows.texts(done.read(Quarantine.TABLE), "reasons"))
        .hasSize(1_980)
        .allMatch("[occurred_at is missing]"::equals);
    // The export names a province in every row, in capitals and with old names.
    assertThat(done.read(Transaction.TABLE).filter("region_code = 'unknown'").isEmpty()).isTrue();
    long sales =
        done.read(Landed.TRANSACTION)
            .filter("fields['order_status'] <> 'Batal' AND fields['order_created_at'] <> ''")
            .count();
    assertThat(sales).isEqualTo(16_295);
    assertThat(sum(done, PanelCell.TRANSACTIONS)).isEqualTo(sales);
    assertThat(sum(done, PanelCell.AMOUNT)).isEqualTo(958_948_812);
  }

  @Test
  void texanFilingsGiveThePublishedPanelAndTheEstimatesOfAnotherProgram() throws IOException {
    Done done =
        run(
            "texas-harvey",
            List.of("land", "clean", "check", "build-panel", "estimate"),
            "filings=texas_mixbev/filings_raw.csv.gz",
            "receipts=texas_mixbev/receipts_newformat_201709_201710.csv.gz",
            "counties=texas_mixbev/shock_registry_harvey_ia_counties.csv");
    assertPublishedPanel(done.read(PanelCell.TABLE));
    // The release of August stamps every row with July, so that June is short and July overfull; of
    // October, the late filings had not come yet.
    assertThat(findings(done))
        .containsExactly(
            "silver.transaction | release_of_one_period | filings 2017-08",
            "silver.transaction | repeats_by_period | 2017-07",
            "silver.transaction | volume | 2017-06",
            "silver.transaction | volume | 2017-10");

    JsonNode known = new ObjectMapper().readTree(real("texas_mixbev/expected.json").toFile());
    Map<String, JsonNode> cases =
        Map.of(
            "A1 county", known.at("/A1/2017"),
            "A1 county, placebo one year earlier", known.at("/A1/2016_placebo"),
            "A2 permit", known.at("/A2/2017"),
            "A2 permit, placebo one year earlier", known.at("/A2/2016_placebo"));
    List<Row> estimates = done.read(EstimateRow.TABLE).collectAsList();
    assertThat(estimates)
        .extracting(row -> row.getAs(EstimateRow.SPECIFICATION.name()))
        .containsExactlyInAnyOrderElementsOf(cases.keySet());
    for (Row made : estimates) {
      String name = made.getAs(EstimateRow.SPECIFICATION.name());
      JsonNode expected = cases.getOrDefault(name, known);
      assertThat(made.<Long>getAs(EstimateRow.OBSERVATIONS.name()))
          .as(name)
          .isEqualTo(expected.get("n").asLong());
      assertThat(made.<Long>getAs(EstimateRow.CLUSTERS.name()))
          .as(name)
          .isEqualTo(expected.get("clusters").asLong());
      assertThat(made.<Double>getAs(EstimateRow.ESTIMATE.name()))
          .as(name)
          .isCloseTo(expected.get("estimate").asDouble(), within(TOLERANCE));
      assertThat(made.<Double>getAs(EstimateRow.STD_ERROR.name()))
          .as(name)
          .isCloseTo(expected.at("/se/nested").asDouble(), within(TOLERANCE));
    }
    assertRandomised(done, known);
  }

  /** Given to other counties the treatment shows that the clustered error is far too small. */
  private static void assertRandomised(Done done, JsonNode known) {
    Row dealt = look(done, "treatment dealt out anew");
    assertThat(dealt.<Double>getAs(Robustness.ESTIMATE.name()))
        .isCloseTo(known.at("/A1/2017/estimate").asDouble(), within(TOLERANCE));
    assertThat(dealt.<Double>getAs(Robustness.STD_ERROR.name()))
        .isCloseTo(known.at("/randomisation_inference/placebo_sd").asDouble(), within(0.002));
    // The fewest that 1,999 draws can give.
    assertThat(dealt.<Double>getAs(Robustness.P_VALUE.name()))
        .isEqualTo(1.0 / 2000)
        .isLessThanOrEqualTo(known.at("/randomisation_inference/p_below").asDouble());
    assertThat(look(done, "weight of the treated").<Double>getAs(Robustness.ESTIMATE.name()))
        .isBetween(1.5, 3.0);
    Row loss = done.read(Loss.TABLE).filter(Loss.SPECIFICATION.col().equalTo("A1 county")).first();
    double withoutModel = known.at("/model_free/lost_usd_approx").asDouble();
    assertThat(loss.<Double>getAs(Loss.ESTIMATE.name()))
        .isCloseTo(withoutModel, within(0.03 * withoutModel));
  }

  private static Row look(Done done, String examination) {
    return done.read(Robustness.TABLE)
        .filter(Robustness.EXAMINATION.col().equalTo(examination))
        .first();
  }

  private static void assertPublishedPanel(Dataset<Row> panel) {
    Dataset<Row> made =
        panel.select(
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
    Row cells =
        side(made, "made")
            .unionByName(side(published, "published"), true)
            .groupBy("unit_id", "period", "amount")
            .agg(functions.count("made").as("made"), functions.count("published").as("published"))
            .agg(
                functions.sum("made"),
                functions.sum("published"),
                functions.count_if(col("made").equalTo(1).and(col("published").equalTo(1))))
            .first();
    assertThat(List.of(cells.getLong(0), cells.getLong(1), cells.getLong(2)))
        .as("cells made, cells published, cells that are once in either")
        .containsExactly(591_678L, 591_678L, 591_678L);
  }

  private static Dataset<Row> side(Dataset<Row> cells, String name) {
    return cells.withColumn(name, functions.lit(1));
  }

  private static Done run(String name, List<String> jobs, String... inputs) {
    assumeTrue(Files.isDirectory(REAL), () -> "no real data in " + REAL);
    Study study =
        Inputs.overridden(
            StudyFile.read(ROOT.resolve("jobs/studies/" + name + ".yaml")),
            Arrays.stream(inputs)
                .map(input -> input.split("=", 2))
                .map(parts -> parts[0] + "=" + real(parts[1]))
                .toList());
    Lake lake = new Lake(SharedSpark.session(), folder.resolve("lake"));
    new Runner(lake, Progress.silent()).run(study, jobs.stream().map(Pipeline::named).toList());
    return new Done(study, lake);
  }

  private static Path real(String file) {
    return REAL.resolve(file).toAbsolutePath().normalize();
  }

  private static long sum(Done done, Field field) {
    return done.read(PanelCell.TABLE)
        .agg(functions.sum(field.col()))
        .collectAsList()
        .get(0)
        .getLong(0);
  }
}
