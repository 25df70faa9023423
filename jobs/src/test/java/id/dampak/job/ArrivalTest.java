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

    assertThat(
            Rows.texts(
                present(Transaction.TABLE, study.dataset() + "@2025-05-31"),
                "transaction_id",
                "amount"))
        .isEqualTo(List.of("1 | 10", "2 | 20"));
    assertThat(sales()).containsExactly("1 | 10", "2 | 25", "3 | 30");
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
