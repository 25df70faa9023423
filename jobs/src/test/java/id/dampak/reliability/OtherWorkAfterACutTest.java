package id.dampak.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.contract.CleanedFile;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.contract.Watermark;
import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run is cut after it has written rows and before it could note so, and what comes next is not
 * the same run once more: the lists and marks beside the tables then speak of rows that are no
 * longer there.
 */
@Tag("spark")
class OtherWorkAfterACutTest {
  @TempDir Path folder;
  private Deliveries files;
  private Path lake;

  @BeforeEach
  void aLake() {
    files = Deliveries.forThePanel(folder.resolve("files"));
    lake = folder.resolve("lake");
    InProcess.run(
        files.study(1),
        lake,
        List.of(Pipeline.named("land"), Pipeline.named("clean"), Pipeline.named("build-panel")));
  }

  @Test
  void rowsThatWereTypedByAnotherStudyDoNotStayWhenThatIsTakenBack() {
    assertTakenBack("clean", Transaction.TABLE, CleanedFile.TABLE, "time_zone", "Asia/Jayapura");
  }

  @Test
  @Tag("soak")
  void cellsOfAnotherWindowDoNotStayWhenThatIsTakenBack() {
    assertTakenBack(
        "build-panel",
        PanelCell.TABLE,
        Watermark.TABLE,
        "window",
        "{from: 2025-08-20, until: 2025-08-31}");
  }

  /** A job of the study with another value of a key is cut before it writes its notes. */
  private void assertTakenBack(String job, Table table, Table notes, String key, String value) {
    List<Job> jobs = List.of(Pipeline.named(job));
    Path other = files.with(folder.resolve("other"), key, value).study(1);
    LakeContents before = LakeContents.of(InProcess.lake(lake));

    FaultyDisk.until(
        notes,
        "the process died here",
        () ->
            assertThatThrownBy(() -> InProcess.run(other, lake, jobs))
                .hasStackTraceContaining("the process died here"));
    assertThat(contents(table)).isNotEqualTo(before.lines().get(table.id()));

    InProcess.run(files.study(1), lake, jobs);
    assertThat(LakeContents.of(InProcess.lake(lake)).differencesFrom(before)).isEmpty();
  }

  private List<String> contents(Table table) {
    return LakeContents.of(InProcess.lake(lake), List.of(table))
        .lines()
        .getOrDefault(table.id(), List.of());
  }
}
