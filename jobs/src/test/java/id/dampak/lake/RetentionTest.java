package id.dampak.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.Rows;
import id.dampak.SharedSpark;
import id.dampak.contract.JobRun;
import id.dampak.contract.Quality;
import id.dampak.contract.Run;
import id.dampak.contract.Table;
import id.dampak.error.DampakException;
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
          .containsEntry("dampak.reproducibleDays", "365");
    }
    Retention.of(lake).promising(90).declare(lake);
    assertThat(Retention.of(lake)).isEqualTo(new Retention(90, 90));
  }
}
