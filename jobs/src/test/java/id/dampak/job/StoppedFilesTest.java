package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Landed;
import id.dampak.contract.LandedFile;
import id.dampak.contract.Run;
import id.dampak.contract.Transaction;
import id.dampak.error.DampakException;
import id.dampak.lake.Lake;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be used stops itself and not the others. */
@Tag("spark")
class StoppedFilesTest {
  private static final String HEADER = "transaction_id,merchant_id,occurred_at,amount\n";

  @TempDir Path folder;

  @Test
  void theOthersLandAndTheRunEndsWithAListAndCodeThree() throws IOException {
    Files.writeString(folder.resolve("good.csv"), HEADER + "1,a,2025-08-30,10\n");
    Files.writeString(
        folder.resolve("renamed.csv"), HEADER.replace("amount", "amounts") + "2,a,2025-08-30,20\n");
    Files.writeString(folder.resolve("twofold.csv"), HEADER + "3,a,2025-08-30,1.500\n");

    Runner.Outcome outcome = run();

    Lake lake = lake();
    assertThat(Rows.texts(lake.read(Transaction.TABLE), "transaction_id", "amount"))
        .containsExactly("1 | 10");
    assertThat(Rows.texts(lake.read(Landed.TRANSACTION), "source_file"))
        .containsExactly("good.csv");
    Row run = lake.read(Run.TABLE).collectAsList().get(0);
    assertThat(run.getJavaMap(run.fieldIndex(Run.INPUT_FILES.name())))
        .containsOnlyKeys("orders/good.csv");
    DampakException list = catchThrowableOfType(DampakException.class, outcome::requireWhole);
    assertThat(list.kind().exitCode()).isEqualTo(3);
    assertThat(list.problem())
        .contains("but for 2 things")
        .contains("lacks the column \"amount\"")
        .contains("twofold.csv");
    assertThat(list.reason()).contains("renamed.csv has", "1500 if indonesian");
    assertThat(list.remedy()).contains("Perhaps it is called \"amounts\" there");

    // Mended under the same name, they land with the next run.
    Files.writeString(folder.resolve("renamed.csv"), HEADER + "2,a,2025-08-30,20\n");
    Files.writeString(folder.resolve("twofold.csv"), HEADER + "3,a,2025-08-30,1500\n");
    run().requireWhole();
    assertThat(Rows.texts(lake().read(Transaction.TABLE), "transaction_id", "amount"))
        .containsExactly("1 | 10", "2 | 20", "3 | 1500");
  }

  @Test
  void withoutAnyFileLeftOfAnInputNothingIsMadeOfIt() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "nothing\n1\n");
    Files.writeString(folder.resolve("b.csv"), HEADER + "3,a,03/04/2025,10\n");

    DampakException stop = catchThrowableOfType(DampakException.class, this::run);
    assertThat(stop.kind().exitCode()).isEqualTo(3);
    assertThat(stop.problem()).contains("there are none of the input \"orders\"");
    assertThat(stop.reason()).contains("a.csv has nothing", "2025-04-03 if dd/MM/yyyy");
    assertThat(lake().has(Landed.TRANSACTION)).isFalse();
    assertThat(lake().has(Transaction.TABLE)).isFalse();
  }

  @Test
  void theFilesOfOtherInputsLandEvenWhereNoneOfOneCanBeUsed() throws IOException {
    Files.writeString(folder.resolve("orders.csv"), HEADER.replace("amount", "amounts"));
    Files.writeString(
        folder.resolve("shops.txt"),
        "merchant_id,region,size_class,opened_on\na,Bali,mikro,2024-01-01\n");
    Study study =
        study(
            "{orders: {table: transaction, format: csv, files: ['*.csv']},"
                + " shops: {table: merchant, format: csv, files: [shops.txt]}}");

    DampakException stop = catchThrowableOfType(DampakException.class, () -> run(study));
    assertThat(stop.kind().exitCode()).isEqualTo(3);
    assertThat(stop.problem()).contains("\"orders\"", "lacks the column \"amount\"");
    assertThat(Rows.texts(lake().read(Landed.MERCHANT), "source_file"))
        .containsExactly("shops.txt");
  }

  @Test
  void aFileThatIsDamagedWithinStopsItselfAlone() throws IOException {
    Files.writeString(folder.resolve("good.csv"), HEADER + "1,a,2025-08-30,10\n");
    Files.writeString(folder.resolve("damaged.csv"), "PK\3\4 and nothing that a ZIP file has");

    DampakException list = catchThrowableOfType(DampakException.class, run()::requireWhole);
    assertThat(list.kind().exitCode()).isEqualTo(3);
    assertThat(list.reason()).contains("damaged.csv");
    assertThat(sales()).containsExactly("1 | 10");
  }

  @Test
  void incrementsThatCannotBeUsedLeaveWhatLandedBefore() throws IOException {
    Study study =
        study(
            "{orders: {table: transaction, format: csv, files: ['*.csv'], delivery: increments}}");
    Path file = folder.resolve("a.csv");
    Files.writeString(file, HEADER + "1,a,2025-08-30,10\n");
    run(study).requireWhole();
    Files.writeString(file, HEADER.replace("amount", "amounts") + "2,a,2025-08-30,20\n");

    DampakException list = catchThrowableOfType(DampakException.class, run(study)::requireWhole);
    assertThat(list.kind().exitCode()).isEqualTo(3);
    assertThat(sales()).containsExactly("1 | 10");
  }

  @Test
  void aSnapshotThatCannotBeUsedReplacesNone() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, HEADER + "1,a,2025-08-30,10\n");
    run().requireWhole();
    Files.writeString(file, HEADER.replace("amount", "amounts") + "2,a,2025-08-30,20\n");

    DampakException stop = catchThrowableOfType(DampakException.class, this::run);
    assertThat(stop.kind().exitCode()).isEqualTo(3);
    assertThat(Rows.texts(lake().read(LandedFile.TABLE), "source_file", "in_use"))
        .containsExactly("a.csv | true");
    assertThat(sales()).containsExactly("1 | 10");
  }

  private List<String> sales() {
    return Rows.texts(lake().read(Transaction.TABLE), "transaction_id", "amount");
  }

  private Runner.Outcome run() {
    return run(study("{orders: {table: transaction, format: csv, files: ['*.csv']}}"));
  }

  private Runner.Outcome run(Study study) {
    return new Runner(lake(), Progress.silent())
        .run(study, List.of(Pipeline.named("land"), Pipeline.named("clean")));
  }

  private Study study(String inputs) {
    return StudyFile.read(
        StudyText.daily().with("inputs", inputs).write(folder.resolve("study.yaml")));
  }

  private Lake lake() {
    return new Lake(SharedSpark.session(), folder.resolve("lake"));
  }
}
