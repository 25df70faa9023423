package id.dampak.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.SmallMarket;
import id.dampak.contract.Landed;
import id.dampak.error.DampakException;
import id.dampak.lake.Lake;
import id.dampak.study.StudyFile;
import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that went missing between landing and silver. */
@Tag("spark")
class RowAccountTest {
  @TempDir Path folder;

  @Test
  void aRowThatLandedAndIsNotReadAnyMoreIsMissedWhenATableIsMadeAnew() {
    Lake lake = SmallMarket.lake(SmallMarket.copiedLake(folder.resolve("lake")));
    // Of 134 rows of orders: 129 accepted, four set aside, one repeat of the second row's key.
    DeltaTable.forPath(lake.session(), lake.path(Landed.TRANSACTION).toString())
        .delete("source_row = 2");

    assertThatThrownBy(
            () ->
                new Runner(lake, Progress.silent(), Derivation.OF_EVERYTHING)
                    .run(StudyFile.read(SmallMarket.STUDY), List.of(Pipeline.named("clean"))))
        .isInstanceOfSatisfying(
            DampakException.class,
            fault -> {
              assertThat(fault.problem()).contains("\"orders\" do not balance");
              assertThat(fault.reason())
                  .contains("134 came in", "128 were stored", "4 quarantined", "1 dropped");
            });
  }
}
