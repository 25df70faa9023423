package id.dampak.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is cut in the middle of its writes. The documented soak ({@code
 * jobs/bin/soak-crashes}) does it to real processes, to all jobs, and to every write.
 */
@Tag("spark")
class CrashPointsTest {
  private static final List<Job> JOBS =
      List.of(Pipeline.named("land"), Pipeline.named("clean"), Pipeline.named("build-panel"));

  @TempDir Path folder;

  @Test
  void aRunThatIsCutAndRunAgainEndsWithTheTablesOfOneThatIsNot() {
    Deliveries deliveries = Deliveries.forThePanel(folder);
    Path whole = folder.resolve("whole");
    InProcess.run(deliveries.study(1), whole, JOBS);
    Path cut = Folders.copy(whole, folder.resolve("cut"));
    int writes = FaultyDisk.writes(() -> InProcess.run(deliveries.study(2), whole, JOBS));
    assertThat(writes).isGreaterThan(100);

    FaultyDisk.during(
        writes / 2,
        "the process died here",
        () ->
            assertThatThrownBy(() -> InProcess.run(deliveries.study(2), cut, JOBS))
                .hasStackTraceContaining("the process died here"));
    InProcess.run(deliveries.study(2), cut, JOBS);

    assertThat(
            LakeContents.of(InProcess.lake(cut))
                .differencesFrom(LakeContents.of(InProcess.lake(whole))))
        .isEmpty();
  }
}
