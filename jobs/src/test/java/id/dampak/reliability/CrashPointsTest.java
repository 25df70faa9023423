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
 * Runs that are cut between their writes. The documented soak ({@code jobs/bin/soak-crashes}) does
 * it to real processes, to all jobs, and to every write.
 */
@Tag("spark")
class CrashPointsTest {
  private static final List<Job> JOBS =
      List.of(Pipeline.named("land"), Pipeline.named("clean"), Pipeline.named("build-panel"));

  @TempDir Path folder;

  @Test
  void aRunThatIsCutAndRunAgainEndsWithTheTablesOfOneThatIsNot() {
    assertCutRunsEndAlike(1, 2);
  }

  /** What the cut runs noted down of how far they had come misleads no later run either. */
  @Test
  @Tag("soak")
  void runsThatAreCutAgainAndAgainMisleadNoLaterOne() {
    assertCutRunsEndAlike(2, 3);
  }

  private void assertCutRunsEndAlike(int points, int deliveries) {
    Deliveries files = Deliveries.forThePanel(folder);
    Path whole = folder.resolve("whole");
    InProcess.run(files.study(1), whole, JOBS);
    Path cut = Folders.copy(whole, folder.resolve("cut"));
    int writes = FaultyDisk.writes(() -> InProcess.run(files.study(2), whole, JOBS));
    assertThat(writes).isGreaterThan(100);

    for (int point = 1; point <= points; point++) {
      // What earlier runs have done is not done again, so that the last has this left to do.
      FaultyDisk.during(
          point * writes / (2 * points),
          "the process died here",
          () ->
              assertThatThrownBy(() -> InProcess.run(files.study(2), cut, JOBS))
                  .hasStackTraceContaining("the process died here"));
    }
    InProcess.run(files.study(2), cut, JOBS);
    for (int number = 3; number <= deliveries; number++) {
      InProcess.run(files.study(number), whole, JOBS);
      InProcess.run(files.study(number), cut, JOBS);
    }

    assertThat(
            LakeContents.of(InProcess.lake(cut))
                .differencesFrom(LakeContents.of(InProcess.lake(whole))))
        .isEmpty();
  }
}
