package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.StudyText;
import id.dampak.contract.Landed;
import id.dampak.contract.Run;
import id.dampak.contract.Transaction;
import id.dampak.error.DampakException;
import id.dampak.lake.Lake;
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
  void withoutAnyFileLeftOfAnInputNothingIsWritten() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "nothing\n1\n");
    Files.writeString(folder.resolve("b.csv"), HEADER + "3,a,03/04/2025,10\n");

    assertThatThrownBy(this::run)
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("None of the 2 files of the input \"orders\" can be used")
        .hasMessageContaining("a.csv has nothing")
        .hasMessageContaining("2025-04-03 if dd/MM/yyyy");
    assertThat(lake().has(Landed.TRANSACTION)).isFalse();
  }

  private Runner.Outcome run() {
    return new Runner(lake(), Progress.silent())
        .run(
            StudyFile.read(
                StudyText.daily()
                    .with("inputs", "{orders: {table: transaction, format: csv, files: ['*.csv']}}")
                    .write(folder.resolve("study.yaml"))),
            List.of(Pipeline.named("land"), Pipeline.named("clean")));
  }

  private Lake lake() {
    return new Lake(SharedSpark.session(), folder.resolve("lake"));
  }
}
