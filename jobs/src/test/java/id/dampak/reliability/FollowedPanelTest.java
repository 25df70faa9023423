package id.dampak.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.AgedLake;
import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.contract.Episode;
import id.dampak.contract.Exposure;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Table;
import id.dampak.contract.Unit;
import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import id.dampak.lake.Lake;
import id.dampak.lake.Maintainer;
import id.dampak.lake.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the panel is derived again when part of what it comes from has changed. */
@Tag("spark")
@Tag("soak")
class FollowedPanelTest {
  private static final List<Job> JOBS =
      List.of(Pipeline.named("land"), Pipeline.named("clean"), Pipeline.named("build-panel"));
  private static final List<Table> PANEL =
      List.of(PanelCell.TABLE, Episode.TABLE, Unit.TABLE, Exposure.TABLE);
  private static final String ORDERS =
      "transaction_id,merchant_id,occurred_at,channel,amount,status,known_at";
  private static final String MERCHANTS = "merchant_id,region,size_class,opened_on,known_at";
  private static final String REGISTRY =
      "event_id,platform,feature,country,region,started_at,ended_at,status,known_at";

  @TempDir Path folder;

  @BeforeEach
  void firstFiles() throws IOException {
    write(
        "orders 1.csv",
        ORDERS,
        "1,a,2025-08-05T03:00:00Z,live,100,completed,2025-09-01",
        "2,a,2025-08-29T03:00:00Z,shop,200,completed,2025-09-01");
    write("merchants 1.csv", MERCHANTS, "a,Bali,mikro,2024-01-01,2025-09-01");
    write("registry 1.csv", REGISTRY, event("2025-08-30 13:00", "2025-09-01"));
    run("one");
  }

  @Test
  void onlyWhatChangedIsDerivedAgain() throws IOException {
    Map<Table, Long> versions = versions();
    run("one");
    assertThat(versions()).as("nothing has changed").isEqualTo(versions);

    write("orders 2.csv", ORDERS, "3,b,2025-08-06T03:00:00Z,live,300,completed,2025-09-02");
    run("one");
    assertThat(versions().get(Episode.TABLE)).isEqualTo(versions.get(Episode.TABLE));
    assertThat(rows(Unit.TABLE, "one")).hasSize(2);

    List<String> before = rows(Exposure.TABLE, "one");
    write("registry 2.csv", REGISTRY, event("2025-08-31 13:00", "2025-09-02"));
    run("one");
    assertThat(rows(Exposure.TABLE, "one")).isNotEqualTo(before);
    assertSameAsDerivedAfresh();
  }

  @Test
  void aTableThatWasRemovedAndMadeAnewForAnotherStudyIsFilledAgain() {
    InProcess.delete(InProcess.lake(lake()).path(Episode.TABLE));
    run("other");
    run("one");
    assertSameAsDerivedAfresh();
  }

  /** What changed has been vacuumed, although the log still names it: nobody can tell any more. */
  @Test
  void aStudyThatTrailsItsDatasetForLongerThanTheRetentionIsDerivedAsAWhole() throws IOException {
    run("other");
    write("orders 2.csv", ORDERS, "2,a,2025-08-30T03:00:00Z,shop,250,completed,2025-09-02");
    run("other");
    write("orders 3.csv", ORDERS, "2,a,2025-08-31T03:00:00Z,shop,260,completed,2025-09-03");
    run("other");
    Lake old = InProcess.lake(AgedLake.of(InProcess.lake(lake()), 400, folder.resolve("old")));
    new Maintainer(old).carryOut(Retention.USUAL, upkeep -> {});
    InProcess.delete(lake());
    Files.move(old.root(), lake());

    run("one");
    assertSameAsDerivedAfresh();
  }

  private void assertSameAsDerivedAfresh() {
    run("afresh");
    for (Table table : PANEL) {
      assertThat(rows(table, "one")).as("%s", table).isNotEmpty().isEqualTo(rows(table, "afresh"));
    }
  }

  private List<String> rows(Table table, String study) {
    Dataset<Row> rows = InProcess.lake(lake()).read(table);
    String[] columns =
        Arrays.stream(rows.columns())
            .filter(name -> !name.equals(PanelCell.STUDY.name()))
            .toArray(String[]::new);
    return Rows.texts(rows.filter(PanelCell.STUDY.col().equalTo(study)), columns).stream()
        .sorted()
        .toList();
  }

  private Map<Table, Long> versions() {
    return PANEL.stream()
        .collect(Collectors.toMap(table -> table, table -> InProcess.lake(lake()).version(table)));
  }

  private static String event(String end, String known) {
    return "off,TikTok,LIVE,Indonesia,*,2025-08-28 20:00,%s,confirmed,%s".formatted(end, known);
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  private void run(String study) {
    InProcess.run(
        StudyText.daily()
            .with("study", study)
            .with("dataset", "market")
            .with(
                "inputs",
                """
                {orders: {table: transaction, format: csv, files: ['orders*'], delivery: increments},
                 merchants: {table: merchant, format: csv, files: ['merchants*'], delivery: increments},
                 registry: {table: suspension, format: csv, files: ['registry*'], delivery: increments}}
                """)
            .write(folder.resolve(study + ".yaml")),
        lake(),
        JOBS);
  }
}
