package id.dampak.job;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.SmallMarket;
import id.dampak.StudyText;
import id.dampak.contract.Episode;
import id.dampak.contract.EstimateRow;
import id.dampak.contract.Exposure;
import id.dampak.contract.Field;
import id.dampak.contract.JobRun;
import id.dampak.contract.Layer;
import id.dampak.contract.Loss;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Run;
import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.contract.Transaction;
import id.dampak.contract.Unit;
import id.dampak.error.DampakException;
import id.dampak.lake.Lake;
import id.dampak.study.StudyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class PipelineRunTest {
  private static final Lake FIRST = SmallMarket.lake(SmallMarket.LAKE);

  @TempDir Path folder;

  @Test
  void everyTableMeetsItsContract() {
    for (Table table : Tables.ALL) {
      assertConforms(table, FIRST.read(table));
    }
  }

  @Test
  void rowsInAreRowsOutQuarantinedAndRepeated() {
    // Orders: 128 good ones, one cancelled, one repeat, four that cannot be used.
    assertThat(
            Rows.texts(
                FIRST.read(JobRun.TABLE).filter(JobRun.JOB.col().equalTo("clean")),
                "subject",
                "rows_in",
                "rows_out",
                "rows_quarantined",
                "rows_duplicate"))
        .isEqualTo(
            List.of(
                "merchants | 8 | 8 | 0 | 0",
                "orders | 134 | 129 | 4 | 1",
                "registry | 2 | 1 | 1 | 0"));
    assertThat(Rows.texts(FIRST.read(Quarantine.TABLE), "input", "source_row", "reasons"))
        .isEqualTo(
            List.of(
                "orders | 129 | [occurred_at \"30/08/2025\" is not an ISO date or time]",
                "orders | 130 | [amount -1 is negative]",
                "orders | 131 | [region \"Atlantis\" is no province of Indonesia]",
                "orders | 132 | [the row has 8 fields, but the header has 7]",
                "registry | 2 | [ended_at 2025-08-30 20:40 is not after started_at 2025-09-02 13:00]"));
  }

  @Test
  void thePanelHoldsEveryGoodSaleOnItsDay() {
    assertThat(FIRST.read(PanelCell.TABLE).count()).isEqualTo(SmallMarket.SALES);
    long sold = 0;
    for (int m = 0; m < 8; m++) {
      for (int d = 0; d < 16; d++) {
        sold += SmallMarket.amount(m, d);
      }
    }
    assertThat(total(FIRST)).isEqualTo(sold);
    assertThat(Rows.texts(FIRST.read(Episode.TABLE), "region_code", "started_at", "ended_at"))
        .isEqualTo(List.of("* | 2025-08-30 13:40:00 | 2025-09-02 06:00:00"));
    // Three regions with units, four days each.
    assertThat(FIRST.read(Exposure.TABLE).count()).isEqualTo(3 * 4);
    assertThat(FIRST.read(Unit.TABLE).filter("exposure > 0").count()).isEqualTo(4);
  }

  @Test
  void theStudyIsEstimatedAndItsRunWrittenDown() {
    assertThat(FIRST.read(EstimateRow.TABLE).count()).isEqualTo(3);
    assertThat(Rows.texts(FIRST.read(Loss.TABLE), "dimension", "units", "suppressed")).isNotEmpty();
    assertThat(SmallMarket.LAKE.resolve("reports/small-market/report.html")).isNotEmptyFile();
    Row run = FIRST.read(Run.TABLE).collectAsList().get(0);
    Map<Object, Object> files = run.getJavaMap(run.fieldIndex(Run.INPUT_FILES.name()));
    assertThat(files)
        .containsOnlyKeys(
            "merchants/merchants.csv", "orders/orders 1.csv", "registry/registry.csv");
    assertThat(run.<String>getAs(Run.STUDY_HASH.name()))
        .isEqualTo(StudyFile.read(SmallMarket.STUDY).hash());
  }

  @Test
  void aSecondRunChangesNoNumberAndRepeatsNoRow() {
    Lake second = SmallMarket.lake(SmallMarket.copiedLake(folder.resolve("second")));
    long bronze = second.version(id.dampak.contract.Landed.TRANSACTION);
    SmallMarket.run(second.root(), Pipeline.JOBS);
    assertThat(contents(second)).isEqualTo(contents(FIRST));
    assertThat(second.version(id.dampak.contract.Landed.TRANSACTION))
        .as("unchanged files do not land again")
        .isEqualTo(bronze);
    assertThat(second.read(Run.TABLE).count()).isEqualTo(2);
  }

  @Test
  void aRunFromTheMiddleTakesWhatIsThere() {
    Lake second = SmallMarket.lake(SmallMarket.copiedLake(folder.resolve("second")));
    SmallMarket.run(second.root(), Pipeline.from("estimate"));
    assertThat(contents(second)).isEqualTo(contents(FIRST));
  }

  @Test
  void changedFilesChangeTheResults() throws Exception {
    Path changed = Files.createDirectory(folder.resolve("changed"));
    Path study = SmallMarket.write(changed);
    Path orders = changed.resolve("orders 1.csv");
    List<String> lines = Files.readAllLines(orders);
    // One sale more, and the first one gone: its repeat takes its place.
    lines.add("more,m1,2025-09-01T03:00:00Z,shop,5000,completed,");
    lines.remove(1);
    Files.write(orders, lines);
    Path lake = SmallMarket.copiedLake(folder.resolve("second"));
    SmallMarket.run(study, lake, List.of(Pipeline.named("land")));
    SmallMarket.run(study, lake, List.of(Pipeline.named("clean")));
    SmallMarket.run(study, lake, List.of(Pipeline.named("build-panel")));
    Lake second = SmallMarket.lake(lake);
    assertThat(second.read(Transaction.TABLE).count()).isEqualTo(130);
    assertThat(total(second)).isEqualTo(total(FIRST) + 5000);
    assertThat(second.read(PanelCell.TABLE).count()).isEqualTo(SmallMarket.SALES);
  }

  @Test
  void transactionsFromParquetGiveTheSameRowsAsFromCsv() throws Exception {
    Path other = Files.createDirectory(folder.resolve("parquet"));
    Path study = SmallMarket.write(other);
    Files.writeString(
        study,
        Files.readString(study)
            .replace(
                "format: csv, files: [\"orders*.csv\"]",
                "format: parquet, files: [\"orders.parquet/*.parquet\"]"));
    // As a warehouse would export it: points in time and amounts typed, with a time without offset
    // being Jakarta's. What has no type stays out.
    SharedSpark.session()
        .read()
        .option("header", "true")
        .option("mode", "DROPMALFORMED")
        .csv(other.resolve("orders 1.csv").toString())
        .filter("transaction_id NOT IN ('date', 'ragged')")
        .withColumn(
            "occurred_at",
            functions.expr(
                "CASE WHEN occurred_at LIKE '%Z' THEN CAST(occurred_at AS TIMESTAMP)"
                    + " ELSE to_utc_timestamp(occurred_at, 'Asia/Jakarta') END"))
        .withColumn("amount", functions.expr("CAST(amount AS BIGINT)"))
        .coalesce(1)
        .write()
        .parquet(other.resolve("orders.parquet").toString());
    Path lake = folder.resolve("lake");
    SmallMarket.run(study, lake, List.of(Pipeline.named("land"), Pipeline.named("clean")));

    assertThat(transactions(SmallMarket.lake(lake))).isEqualTo(transactions(FIRST));
    assertThat(
            Rows.texts(SmallMarket.lake(lake).read(Quarantine.TABLE), "input", "reasons").stream()
                .filter(line -> line.startsWith("orders")))
        .containsExactly(
            "orders | [amount -1 is negative]",
            "orders | [region \"Atlantis\" is no province of Indonesia]");
  }

  @Test
  void twoStudiesShareALakeWithoutTouchingOneAnother() {
    Path lake = SmallMarket.copiedLake(folder.resolve("second"));
    Path other =
        StudyText.daily()
            .with("study", "other")
            .with("dataset", "small-market")
            .with("suspensions", "{from: 2025-08-20, until: 2025-09-10}")
            .write(folder.resolve("other.yaml"));
    SmallMarket.run(other, lake, List.of(Pipeline.named("build-panel")));
    Lake both = SmallMarket.lake(lake);
    assertThat(both.read(PanelCell.TABLE).filter("study = 'small-market'").count())
        .isEqualTo(SmallMarket.SALES);
    assertThat(both.read(PanelCell.TABLE).filter("study = 'other'").count())
        .isEqualTo(SmallMarket.SALES);
    assertConforms(PanelCell.TABLE, both.read(PanelCell.TABLE));
  }

  @Test
  void aJobWithoutItsTablesSaysWhatIsMissing() {
    assertThatThrownBy(() -> SmallMarket.run(folder.resolve("empty"), Pipeline.from("build-panel")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("build-panel has nothing to read")
        .hasMessageContaining("silver.transaction");
    assertThat(folder.resolve("empty")).doesNotExist();
    Path stranger =
        StudyText.daily().with("study", "stranger").write(folder.resolve("stranger.yaml"));
    assertThatThrownBy(
            () -> SmallMarket.run(stranger, SmallMarket.LAKE, List.of(Pipeline.named("estimate"))))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("no rows of this study");
  }

  private static long total(Lake lake) {
    return lake.read(PanelCell.TABLE)
        .agg(functions.sum(PanelCell.AMOUNT.col()))
        .collectAsList()
        .get(0)
        .getLong(0);
  }

  /** All that a source says of its transactions, without where and when they landed. */
  private static List<String> transactions(Lake lake) {
    return Rows.texts(
        lake.read(Transaction.TABLE),
        Transaction.TABLE.fields().stream()
            .map(Field::name)
            .filter(name -> !name.startsWith("source_"))
            .filter(name -> !List.of("known_at", "ingested_at").contains(name))
            .toArray(String[]::new));
  }

  /** Every row of silver and gold, but for the run that wrote it. */
  private static Map<String, List<String>> contents(Lake lake) {
    Map<String, List<String>> contents = new TreeMap<>();
    for (Layer layer : List.of(Layer.SILVER, Layer.GOLD)) {
      Tables.in(layer)
          .filter(lake::has)
          .forEach(table -> contents.put(table.id(), rows(lake, table)));
    }
    return contents;
  }

  private static List<String> rows(Lake lake, Table table) {
    Dataset<Row> rows = lake.read(table).drop("run_id");
    return rows
        .select(
            functions.to_json(
                functions.struct(
                    Arrays.stream(rows.columns())
                        .map(rows::col)
                        .toArray(org.apache.spark.sql.Column[]::new))))
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }
}
