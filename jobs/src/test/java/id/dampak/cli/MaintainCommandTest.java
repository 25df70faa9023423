package id.dampak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.AgedLake;
import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.SmallMarket;
import id.dampak.contract.CleanedFile;
import id.dampak.contract.Landed;
import id.dampak.contract.Maintenance;
import id.dampak.contract.Run;
import id.dampak.contract.Table;
import id.dampak.lake.Lake;
import id.dampak.lake.LakeLock;
import id.dampak.lake.Slice;
import id.dampak.lake.TimeTravel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A lake of three tables, some of whose files no version needs any more. */
@Tag("spark")
@Tag("soak")
class MaintainCommandTest {
  private static final Slice SLICE = new Slice(CleanedFile.DATASET, "d");
  private static final int SMALL_FILES = 9;

  @TempDir Path folder;
  private Lake lake = SmallMarket.lake(Path.of("unset"));

  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void aLakeOfSmallFiles() {
    lake = new Lake(SharedSpark.session(), folder.resolve("a lake of 100%41"));
    lake.append(
        CleanedFile.TABLE,
        Rows.of(CleanedFile.TABLE, "dataset | source_sha256", hashes())
            .repartitionByRange(SMALL_FILES, CleanedFile.SOURCE_SHA256.col()));
    lake.append(
        Run.TABLE,
        lake.session()
            .sql(
                "SELECT 'r' AS run_id, 's' AS study, 'h' AS study_hash, 'c' AS code_version, 1L AS"
                    + " seed, TIMESTAMP '2020-01-01' AS started_at, TIMESTAMP '2020-01-01' AS"
                    + " ended_at, map('f', 'h') AS input_files, map('silver.cleaned_file', '1') AS"
                    + " table_versions"));
  }

  private static String[] hashes() {
    return Stream.iterate(1, i -> i + 1)
        .limit(90)
        .map(i -> "d | h" + (100 + i))
        .toArray(String[]::new);
  }

  @Test
  void smallFilesAreJoinedAndTheEarlierVersionStays() {
    assertThat(files(CleanedFile.TABLE)).isEqualTo(SMALL_FILES);
    Outcome planned = maintain("--dry-run");
    assertThat(planned.out()).containsPattern("silver\\.cleaned_file +9 +9 ");
    assertThat(lake.has(Maintenance.TABLE)).isFalse();

    Outcome outcome = maintain();

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).containsPattern("silver\\.cleaned_file +9 +1 ");
    assertThat(files(CleanedFile.TABLE)).isEqualTo(1);
    assertThat(lake.read(CleanedFile.TABLE).count()).isEqualTo(90);
    assertThat(new TimeTravel(lake).rows(CleanedFile.TABLE, 1).count()).isEqualTo(90);
    assertThat(new TimeTravel(lake).obstacle(CleanedFile.TABLE, 1)).isEmpty();
    assertThat(
            Rows.texts(
                lake.read(Maintenance.TABLE),
                "table_name",
                "files_before",
                "files_after",
                "files_removed",
                "retention_days"))
        .containsExactlyInAnyOrder(
            "silver.cleaned_file | 9 | 1 | 0 | 365", "ops.run | 1 | 1 | 0 | 365");
  }

  @Test
  void whatNoVersionNeedsGoesOnceItIsOlderThanTheRetention() throws IOException {
    Path old = leftover("old.parquet", 400);
    Path young = leftover("young.parquet", 300);

    maintain();

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void aVersionOlderThanThePromiseGoesAndIsMissedInWords() throws IOException {
    lake.replace(
        CleanedFile.TABLE, SLICE, Rows.of(CleanedFile.TABLE, "dataset | source_sha256", "d | new"));
    Lake aged = SmallMarket.lake(AgedLake.of(lake, 400, folder.resolve("aged")));

    Outcome outcome = maintain(aged);

    assertThat(outcome.out())
        .contains("Runs before that: 1;")
        .containsPattern("silver\\.cleaned_file .* [1-9]\\d*\n");
    assertThat(
            aged.path(CleanedFile.TABLE)
                .resolve("dataset=d")
                .toFile()
                .list((place, name) -> name.endsWith(".parquet")))
        .hasSize(1);
    assertThat(new TimeTravel(aged).obstacle(CleanedFile.TABLE, 1)).isPresent();
    assertThat(Rows.texts(aged.read(CleanedFile.TABLE), "source_sha256")).isEqualTo(List.of("new"));
  }

  @Test
  void aRetentionBelowThePromiseIsRefusedBeforeAnythingIsDone() {
    Outcome refused = maintain("--retention=30");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("for 365 days", "--promise 30");
    assertThat(files(CleanedFile.TABLE)).isEqualTo(SMALL_FILES);
  }

  @Test
  void maintenanceAndARunDoNotMeet() {
    LakeLock.during(
        lake.root(),
        "run of the study s",
        () -> assertThat(maintain().err()).contains("is in use", "run of the study s"));
  }

  @Test
  void anEmptyFolderIsNoLake() {
    assertThat(maintain(SmallMarket.lake(folder.resolve("none"))).err())
        .contains("knows of no run");
    assertThat(lake.has(Landed.TRANSACTION)).isFalse();
  }

  private long files(Table table) {
    return lake.read(table).inputFiles().length;
  }

  private Path leftover(String name, int days) throws IOException {
    Path file = Files.writeString(lake.path(CleanedFile.TABLE).resolve(name), "left over");
    Files.setLastModifiedTime(file, daysAgo(days));
    return file;
  }

  private static FileTime daysAgo(int days) {
    return FileTime.from(Instant.now().minus(Duration.ofDays(days)));
  }

  private Outcome maintain(String... flags) {
    return maintain(lake, flags);
  }

  private static Outcome maintain(Lake on, String... flags) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all =
        Stream.concat(Stream.of("maintain", "--lake=" + on.root()), Stream.of(flags))
            .toArray(String[]::new);
    int code = line.execute(all);
    return new Outcome(code, out.toString(), err.toString());
  }
}
