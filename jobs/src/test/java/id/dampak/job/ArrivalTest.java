package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Landed;
import id.dampak.contract.LandedFile;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.lake.Lake;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that arrive one after the other, again, corrected, and no more. */
@Tag("spark")
class ArrivalTest {
  private static final List<Job> LAND_AND_CLEAN =
      List.of(Pipeline.named("land"), Pipeline.named("clean"));
  private static final String HEADER =
      "transaction_id,merchant_id,occurred_at,amount,region,known_at";

  @TempDir Path folder;

  @BeforeEach
  void firstFile() throws IOException {
    write("may.csv", "1,a,2025-05-01,10,Bali,2025-05", "2,a,2025-05-02,20,Bali,2025-05");
  }

  @Test
  void aFileThatLandedDoesNotLandAgainUnderAnyName() throws IOException {
    run(study("snapshot"));
    Files.copy(folder.resolve("may.csv"), folder.resolve("may again.csv"));
    run(study("snapshot"));

    assertThat(texts(Landed.TRANSACTION, "source_file", "source_row"))
        .containsExactly("may.csv | 1", "may.csv | 2");
    assertThat(sales()).containsExactly("1 | 10", "2 | 20");
  }

  @Test
  void aSnapshotThatLacksAFileKeepsItsRowsInBronzeAlone() throws IOException {
    run(study("snapshot"));
    Files.delete(folder.resolve("may.csv"));
    write("june.csv", "3,a,2025-06-01,30,Bali,2025-06");
    run(study("snapshot"));

    assertThat(texts(Landed.TRANSACTION, "source_file"))
        .containsExactly("june.csv", "may.csv", "may.csv");
    assertThat(texts(LandedFile.TABLE, "source_file", "rows", "in_use"))
        .containsExactly("june.csv | 1 | true", "may.csv | 2 | false");
    assertThat(sales()).containsExactly("3 | 30");
  }

  @Test
  void incrementsAddUpAndCorrect() throws IOException {
    run(study("increments"));
    Files.delete(folder.resolve("may.csv"));
    write("june.csv", "2,a,2025-05-02,25,Bali,2025-06", "3,a,2025-06-01,30,Bali,2025-06");
    run(study("increments"));

    assertThat(sales()).containsExactly("1 | 10", "2 | 25", "3 | 30");
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() throws IOException {
    Files.delete(folder.resolve("may.csv"));
    write("june.csv", "2,a,2025-05-02,25,Bali,2025-06", "3,a,2025-06-01,30,Bali,2025-06");
    run(study("increments"));
    firstFile();
    run(study("increments"));

    assertThat(sales()).containsExactly("1 | 10", "2 | 25", "3 | 30");
  }

  @Test
  void anEarlierStateOfKnowledgeStandsBesideThePresent() throws IOException {
    write("june.csv", "2,a,2025-05-02,25,Bali,2025-06", "3,a,2025-06-01,30,Bali,2025-06");
    Study study = study("snapshot");
    run(study);
    run(study.asKnownOn(LocalDate.parse("2025-05-31")));

    assertThat(sales(LocalDate.parse("2025-05-31"))).containsExactly("1 | 10", "2 | 20");
    assertThat(sales()).containsExactly("1 | 10", "2 | 25", "3 | 30");
  }

  @Test
  void aSnapshotThatWasReplacedIsWhatWasKnownBefore() throws IOException {
    write("orders.csv", "1,a,2025-05-01,10,Bali,", "2,a,2025-05-02,20,Bali,");
    Files.delete(folder.resolve("may.csv"));
    Study study = study("snapshot");
    run(study);
    write("orders.csv", "2,a,2025-05-02,25,Bali,", "3,a,2025-06-01,30,Bali,");
    run(study);
    setBack("2025-07-01T00:00:00Z", "2025-07-10T00:00:00Z");

    LocalDate between = LocalDate.parse("2025-07-05");
    run(study.asKnownOn(between));
    assertThat(sales(between)).containsExactly("1 | 10", "2 | 20");
    LocalDate after = LocalDate.parse("2025-07-10");
    run(study.asKnownOn(after));
    assertThat(sales(after)).containsExactly("2 | 25", "3 | 30");
    LocalDate before = LocalDate.parse("2025-06-05");
    run(study.asKnownOn(before));
    assertThat(sales(before)).isEmpty();
    assertThat(sales()).containsExactly("2 | 25", "3 | 30");
  }

  /** The lake as it would be had its two runs been at these times. */
  private void setBack(String first, String second) {
    List<Instant> landed =
        lake().read(LandedFile.TABLE).select(LandedFile.LANDED_AT.col()).collectAsList().stream()
            .map(row -> row.getTimestamp(0).toInstant())
            .sorted()
            .toList();
    assertThat(landed).hasSize(2);
    update(Landed.TRANSACTION, "ingested_at = " + times("ingested_at", landed, first, second));
    update(
        LandedFile.TABLE,
        "landed_at = %s, counted_during = replace(replace(counted_during, '%s', '%s'), '%s', '%s')"
            .formatted(
                times("landed_at", landed, first, second),
                landed.get(0),
                first,
                landed.get(1),
                second));
  }

  private static String times(String column, List<Instant> landed, String first, String second) {
    return "CASE %s WHEN TIMESTAMP '%s' THEN TIMESTAMP '%s' WHEN TIMESTAMP '%s' THEN TIMESTAMP '%s' END"
        .formatted(column, landed.get(0), first, landed.get(1), second);
  }

  private void update(Table table, String settings) {
    SharedSpark.session().sql("UPDATE delta.`%s` SET %s".formatted(lake().path(table), settings));
  }

  private List<String> sales(LocalDate knownOn) {
    return Rows.texts(present(Transaction.TABLE, "orders@" + knownOn), "transaction_id", "amount");
  }

  private List<String> sales() {
    return Rows.texts(present(Transaction.TABLE, "orders"), "transaction_id", "amount");
  }

  private List<String> texts(Table table, String... columns) {
    return Rows.texts(lake().read(table), columns).stream().sorted().toList();
  }

  private org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> present(
      Table table, String dataset) {
    return lake().read(table).filter(Transaction.DATASET.col().equalTo(dataset));
  }

  private void run(Study study) {
    new Runner(lake(), Progress.silent()).run(study, LAND_AND_CLEAN);
  }

  private Lake lake() {
    return new Lake(SharedSpark.session(), folder.resolve("lake"));
  }

  private Study study(String delivery) {
    return StudyFile.read(
        StudyText.daily()
            .with("dataset", "orders")
            .with(
                "inputs",
                "{orders: {table: transaction, format: csv, files: ['*.csv'], delivery: "
                    + delivery
                    + "}}")
            .write(folder.resolve("study.yaml")));
  }

  private void write(String name, String... rows) throws IOException {
    Files.writeString(folder.resolve(name), HEADER + "\n" + String.join("\n", rows) + "\n");
  }
}
