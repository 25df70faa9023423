package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.AgedLake;
import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.contract.JobRun;
import id.dampak.contract.Quality;
import id.dampak.contract.Run;
import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

  @Test
  void filesAreNeverKeptForLessThanIsPromised() {
    assertThat(Retention.USUAL.keeping(365)).isEqualTo(Retention.USUAL);
    assertThat(Retention.USUAL.keeping(800)).isEqualTo(new Retention(365, 800));
    assertThatThrownBy(() -> Retention.USUAL.keeping(364))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("reproduced for 365 days")
        .hasMessageContaining("--promise 364");
  }

  @Test
  void aPromiseIsTakenBackByAnotherAndIsAtLeastAWeek() {
    assertThat(Retention.USUAL.keeping(800).promising(90)).isEqualTo(new Retention(90, 90));
    assertThat(Retention.USUAL.promising(7).keeping(30)).isEqualTo(new Retention(7, 30));
    assertThatThrownBy(() -> Retention.USUAL.promising(6))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("cannot promise 6 days");
  }

  @Test
  @Tag("spark")
  void whatIsDeclaredStandsOnEveryTableAndOnThoseToCome(@TempDir Path folder) {
    Lake lake = new Lake(SharedSpark.session(), folder);
    lake.append(Quality.TABLE, Rows.of(Quality.TABLE, "rule", "r"));
    lake.append(Run.TABLE, lake.session().createDataFrame(java.util.List.of(), Run.TABLE.schema()));
    assertThat(Retention.of(lake)).isEqualTo(Retention.USUAL);

    Retention.USUAL.keeping(800).declare(lake);
    lake.append(JobRun.TABLE, Rows.of(JobRun.TABLE, "job", "clean"));

    assertThat(Retention.of(lake)).isEqualTo(new Retention(365, 800));
    for (Table table : java.util.List.of(Quality.TABLE, Run.TABLE, JobRun.TABLE)) {
      assertThat(StoredTable.of(lake, table).properties())
          .as("%s", table)
          .containsEntry("delta.deletedFileRetentionDuration", "interval 800 days")
          .containsEntry("delta.logRetentionDuration", "interval 800 days")
          .containsEntry("delta.enableExpiredLogCleanup", "false")
          .containsEntry("dampak.reproducibleDays", "365");
    }
    Retention.of(lake).promising(90).declare(lake);
    assertThat(Retention.of(lake)).isEqualTo(new Retention(90, 90));
  }

  /** Day 0: made; day 364: read by a run; day 370: superseded; day 371: the run is 7 days old. */
  @Test
  @Tag("spark")
  void aVersionCanBeReadForAsLongAsIsPromisedAfterItWasSuperseded(@TempDir Path folder)
      throws IOException {
    Slice slice = new Slice(Quality.STUDY, "test-study");
    Lake first = new Lake(SharedSpark.session(), folder.resolve("day 0"));
    first.replace(Quality.TABLE, slice, Rows.of(Quality.TABLE, "rule | finding", "r | first"));
    Lake lake = new Lake(SharedSpark.session(), AgedLake.of(first, 371, folder.resolve("day 371")));
    for (int i = 0; i < 12; i++) { // enough for Delta to sum up its log and look for old entries
      lake.replace(Quality.TABLE, slice, Rows.of(Quality.TABLE, "rule | finding", "r | later"));
    }
    new Maintainer(lake).carryOut(Retention.USUAL, upkeep -> {});

    assertThat(new TimeTravel(lake).obstacle(Quality.TABLE, 1)).isEmpty();
    assertThat(Rows.texts(new TimeTravel(lake).rows(Quality.TABLE, 1), "finding"))
        .containsExactly("first");
  }
}
