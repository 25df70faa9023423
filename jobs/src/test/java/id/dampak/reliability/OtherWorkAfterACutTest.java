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

  @Test
  void rowsThatWereTypedByAnotherStudyDoNotStayWhenThatIsTakenBack() {
    assertTakenBack(
        List.of("land", "clean"),
        Transaction.TABLE,
        CleanedFile.TABLE,
        "time_zone",
        "Asia/Jayapura");
  }

  @Test
  @Tag("soak")
  void cellsOfAnotherWindowDoNotStayWhenThatIsTakenBack() {
    assertTakenBack(
        List.of("land", "clean", "build-panel"),
        PanelCell.TABLE,
        Watermark.TABLE,
        "window",
        "{from: 2025-08-20, until: 2025-08-31}");
  }

  /** The last job, of the study with another value of a key, is cut before it writes its notes. */
  private void assertTakenBack(
      List<String> names, Table table, Table notes, String key, String value) {
    Deliveries files = Deliveries.forThePanel(folder.resolve("files"));
    List<Job> all = names.stream().map(Pipeline::named).toList();
    InProcess.run(files.study(1), lake(), all);
    List<Job> jobs = all.subList(all.size() - 1, all.size());
    Path other = files.with(folder.resolve("other"), key, value).study(1);
    LakeContents before = LakeContents.of(InProcess.lake(lake()));

    FaultyDisk.until(
        notes,
        "the process died here",
        () ->
            assertThatThrownBy(() -> InProcess.run(other, lake(), jobs))
                .hasStackTraceContaining("the process died here"));
    assertThat(contents(table)).isNotEqualTo(before.lines().get(table.id()));

    InProcess.run(files.study(1), lake(), jobs);
    assertThat(LakeContents.of(InProcess.lake(lake())).differencesFrom(before)).isEmpty();
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  private List<String> contents(Table table) {
    return LakeContents.of(InProcess.lake(lake()), List.of(table))
        .lines()
        .getOrDefault(table.id(), List.of());
  }
}
