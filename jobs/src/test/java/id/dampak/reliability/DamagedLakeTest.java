package id.dampak.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.SmallMarket;
import id.dampak.cli.Terminal;
import id.dampak.contract.CleanedFile;
import id.dampak.contract.Landed;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Run;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.job.Pipeline;
import id.dampak.lake.Lake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a lake that are not what was once written: which one, and what to do. */
@Tag("spark")
@Tag("soak")
class DamagedLakeTest {
  @TempDir Path folder;
  private Lake lake = SmallMarket.lake(SmallMarket.LAKE);

  @BeforeEach
  void aLakeWithASpaceInItsName() {
    lake = SmallMarket.lake(SmallMarket.copiedLake(folder.resolve("my lake")));
  }

  @Test
  void aByteOfAParquetFileThatHasChanged() throws IOException {
    Path file = data(Transaction.TABLE);
    garble(file);
    told(Transaction.TABLE, file + " is not what was once written", "--rebuild");
    Files.delete(file.resolveSibling("." + file.getFileName() + ".crc"));
    told(Transaction.TABLE, file + " is not what was once written", "--rebuild");
  }

  @Test
  void aParquetFileThatIsGone() throws IOException {
    Path file = data(Landed.TRANSACTION);
    Files.delete(file);
    told(Landed.TRANSACTION, file + " is not there", "all its input files", "from a backup");
  }

  @Test
  void aCommitThatIsCutStopsARunBeforeItsFirstJob() throws IOException {
    Path commit = commit(PanelCell.TABLE, 1);
    byte[] whole = Files.readAllBytes(commit);
    withoutChecksum(commit, Arrays.copyOf(whole, whole.length / 2));
    long before = lake.version(Transaction.TABLE);
    Terminal.Outcome outcome = run();
    assertThat(outcome.err())
        .contains("The table gold.panel of the lake " + lake.root() + " is damaged")
        .contains(commit + " is not what was once written")
        .contains("Remove the folder " + lake.path(PanelCell.TABLE))
        .doesNotContain("\tat ", "[1/");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(lake.version(Transaction.TABLE)).isEqualTo(before);
  }

  @Test
  void aCommitThatIsNoJson() throws IOException {
    Path commit = commit(Run.TABLE, 0);
    withoutChecksum(commit, "hello\n".getBytes(StandardCharsets.UTF_8));
    told(Run.TABLE, commit + " is not what was once written", "no data and no result");
  }

  @Test
  void aListThatIsReadWithoutSparkIsToldAlike() throws IOException {
    Path file = data(CleanedFile.TABLE);
    byte[] whole = Files.readAllBytes(file);
    garble(file);
    runIsTold(CleanedFile.TABLE, file + " is not what was once written", "--rebuild");
    Files.delete(file.resolveSibling("." + file.getFileName() + ".crc"));
    runIsTold(CleanedFile.TABLE, file + " is not what was once written", "--rebuild");
    withoutChecksum(file, Arrays.copyOf(whole, whole.length / 2));
    runIsTold(CleanedFile.TABLE, file + " is not what was once written", "--rebuild");
    Files.delete(file);
    runIsTold(CleanedFile.TABLE, file + " is not there", "--rebuild");
  }

  @Test
  void aCommitOfAListThatIsNoJsonWithin() throws IOException {
    Path commit = commit(CleanedFile.TABLE, 1);
    String lines = Files.readString(commit);
    withoutChecksum(
        commit, lines.replaceFirst("\"path\":", "\"path\"").getBytes(StandardCharsets.UTF_8));
    DeltaLog.clearCache();
    runIsTold(CleanedFile.TABLE, "Its log is not what was once written", "--rebuild");
  }

  @Test
  void aFirstCommitThatIsGone() throws IOException {
    Files.delete(commit(Transaction.TABLE, 0));
    told(Transaction.TABLE, "is not there", lake.path(Transaction.TABLE) + "");
  }

  @Test
  void aLogThatHasLostItsEnd() throws IOException {
    Files.delete(commit(Transaction.TABLE, 1));
    told(Transaction.TABLE, "_delta_log lacks version 1", "--rebuild");
  }

  @Test
  void aCheckpointThatIsCut() throws IOException {
    DeltaLog log =
        DeltaLog.forTable(SharedSpark.session(), lake.path(Transaction.TABLE).toString());
    log.checkpoint(log.unsafeVolatileSnapshot(), scala.Option.empty());
    Path checkpoint;
    try (var files = Files.list(commit(Transaction.TABLE, 0).resolveSibling(""))) {
      checkpoint =
          files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(checkpoint);
    withoutChecksum(checkpoint, Arrays.copyOf(whole, whole.length / 2));
    Files.delete(commit(Transaction.TABLE, 0));
    DeltaLog.clearCache();
    told(Transaction.TABLE, checkpoint + " is not what was once written", "--rebuild");
  }

  @Test
  void theRemedyOfADamagedTableOfGoldRestoresIt() throws IOException {
    garble(data(PanelCell.TABLE));
    told(PanelCell.TABLE, "is not what was once written");
    InProcess.delete(lake.path(PanelCell.TABLE));
    SmallMarket.run(lake.root(), Pipeline.JOBS);
    assertThat(LakeContents.of(lake).differencesFrom(LakeContents.of(undamaged()))).isEmpty();
  }

  /** Bronze that was removed is had again from the files, but not the day on which they landed. */
  @Test
  void tablesThatWereRemovedAreFilledAgainEvenWithoutARebuild() {
    String landed = "known_at";
    List<String> rows = rowsButFor(landed);
    for (Table table : List.of(Transaction.TABLE, Landed.TRANSACTION)) {
      InProcess.delete(lake.path(table));
      SmallMarket.run(lake.root(), Pipeline.JOBS);
      assertThat(LakeContents.of(lake).differencesFrom(LakeContents.of(undamaged())))
          .allMatch(
              difference ->
                  table.equals(Landed.TRANSACTION)
                      && difference.startsWith(Transaction.TABLE.id())
                      && difference.contains(landed));
      assertThat(rowsButFor(landed)).isEqualTo(rows);
    }
  }

  @Test
  void aFullDiskStopsARunAndAnotherCompletesIt() {
    int writes = 120; // of some hundreds
    Path study = new Deliveries(folder).study(1);
    Path fresh = folder.resolve("fresh");
    Path whole = folder.resolve("whole");
    FaultyDisk.during(
        writes,
        "No space left on device",
        () -> {
          Terminal.Outcome outcome =
              Terminal.call("run", "--study", study.toString(), "--lake", fresh.toString());
          assertThat(outcome.err())
              .contains("The disk is full", "spark.local.dir", "run again")
              .doesNotContain("\tat ");
          assertThat(outcome.code()).isEqualTo(2);
        });
    InProcess.run(study, fresh, Pipeline.JOBS);
    InProcess.run(study, whole, Pipeline.JOBS);
    assertThat(
            LakeContents.of(SmallMarket.lake(fresh))
                .differencesFrom(LakeContents.of(SmallMarket.lake(whole))))
        .isEmpty();
  }

  private List<String> rowsButFor(String column) {
    Dataset<Row> rows = lake.read(Transaction.TABLE).drop(column, "ingested_at");
    return Rows.texts(rows, rows.columns());
  }

  private static Lake undamaged() {
    return SmallMarket.lake(SmallMarket.LAKE);
  }

  /** A query is told in words, with the lake, the table, its folder and these. */
  private void told(Table table, String... says) {
    isTold(
        table,
        Terminal.call(
            "sql", "--lake", lake.root().toString(), "SELECT * FROM " + table.id() + " LIMIT 9999"),
        says);
  }

  private void runIsTold(Table table, String... says) {
    isTold(table, run(), says);
  }

  private Terminal.Outcome run() {
    return Terminal.call(
        "run", "--study", SmallMarket.STUDY.toString(), "--lake", lake.root().toString());
  }

  private void isTold(Table table, Terminal.Outcome outcome, String... says) {
    assertThat(outcome.err())
        .contains("The table " + table.id() + " of the lake " + lake.root() + " is damaged")
        .contains("folder " + lake.path(table))
        .contains(says)
        .doesNotContain("\tat ");
    assertThat(outcome.code()).isEqualTo(2);
  }

  /** A data file of the table as it stands. */
  private Path data(Table table) {
    return Path.of(lake.read(table).inputFiles()[0].replaceFirst("^file:/+", "/"));
  }

  private Path commit(Table table, int version) {
    return lake.path(table).resolve("_delta_log").resolve("%020d.json".formatted(version));
  }

  private static void garble(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = bytes.length / 3; at < 2 * bytes.length / 3; at++) {
      bytes[at] ^= 0x55;
    }
    Files.write(file, bytes);
  }

  private static void withoutChecksum(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }
}
