package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.contract.Landed;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Run;
import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What names and sizes of files tell of a table. */
class CommitLogTest {
  @TempDir Path lake;

  @Test
  void aTableHasACommitAndAFolderIsNone() throws IOException {
    assertThat(exists(PanelCell.TABLE)).isFalse();
    file(PanelCell.TABLE, "_delta_log/.00000000000000000000.json.1234.tmp", "half a com");
    assertThat(exists(PanelCell.TABLE)).as("its writer was cut before the first commit").isFalse();
    file(PanelCell.TABLE, "_delta_log/00000000000000000000.json", "{}");
    assertThat(exists(PanelCell.TABLE)).isTrue();
  }

  @Test
  void aCheckpointWithoutTheCommitsBeforeItWillDo() throws IOException {
    file(PanelCell.TABLE, "_delta_log/00000000000000000010.checkpoint.parquet", "PAR1");
    assertThat(exists(PanelCell.TABLE)).isTrue();
  }

  @Test
  void anEmptyCommitIsDamage() throws IOException {
    file(PanelCell.TABLE, "_delta_log/00000000000000000000.json", "{}");
    file(PanelCell.TABLE, "_delta_log/00000000000000000001.json", "");
    damaged(PanelCell.TABLE, "00000000000000000001.json is empty", "--rebuild");
  }

  @Test
  void aCommitThatIsCutIsDamageWhereTheTableAsItStandsConsistsOfIt() throws IOException {
    file(Run.TABLE, "_delta_log/00000000000000000010.checkpoint.parquet", "PAR1");
    file(Run.TABLE, "_delta_log/00000000000000000010.json", "{}");
    file(Run.TABLE, "_delta_log/00000000000000000011.json", "{\"add\":{\"pa");
    file(Run.TABLE, "_delta_log/00000000000000000012.json", "{}");
    damaged(Run.TABLE, "00000000000000000011.json is not what was once written");
  }

  /** Or each look at a table would open a year of files. */
  @Test
  void commitsThatACheckpointSumsUpAreOpenedOnlyToAskForTheWholeLog() throws IOException {
    file(PanelCell.TABLE, "_delta_log/00000000000000000009.json", "{\"add\":{\"pa");
    file(PanelCell.TABLE, "_delta_log/00000000000000000010.checkpoint.parquet", "PAR1");
    file(PanelCell.TABLE, "_delta_log/00000000000000000010.json", "{}");
    assertThat(exists(PanelCell.TABLE)).isTrue();
    damaged(
        PanelCell.TABLE,
        () -> log(PanelCell.TABLE).requireWhole(),
        "00000000000000000009.json is not what was once written");
  }

  @Test
  void aCommitOfWhichOnlyTheChecksumIsThereIsDamage() throws IOException {
    file(Run.TABLE, "_delta_log/00000000000000000000.json", "{}");
    file(Run.TABLE, "_delta_log/00000000000000000001.crc", "{}");
    damaged(Run.TABLE, "lacks version 1", "is lost");
  }

  @Test
  void dataWithoutALogAreDamage() throws IOException {
    file(Landed.CONTENT, "part-1.snappy.parquet", "PAR1");
    damaged(Landed.CONTENT, "has no commit", "part-1.snappy.parquet", "all its input files");
  }

  private void damaged(Table table, String... says) {
    damaged(table, () -> exists(table), says);
  }

  private void damaged(Table table, ThrowingCallable look, String... says) {
    assertThatThrownBy(look)
        .isInstanceOfSatisfying(
            DampakException.class,
            damage ->
                assertThat(damage.getMessage())
                    .contains("The table " + table.id() + " of the lake " + lake + " is damaged")
                    .contains("folder " + place(table))
                    .contains(says));
  }

  private boolean exists(Table table) {
    return log(table).exists();
  }

  private CommitLog log(Table table) {
    return new CommitLog(table, lake, place(table));
  }

  private Path place(Table table) {
    return lake.resolve(table.layer().id()).resolve(table.name());
  }

  private void file(Table table, String name, String content) throws IOException {
    Path file = place(table).resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }
}
