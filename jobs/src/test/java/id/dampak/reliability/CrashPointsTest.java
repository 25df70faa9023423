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
 * Runs that are cut at one write after the other. The documented soak ({@code
 * jobs/bin/soak-crashes}) does it to real processes, to all jobs, and to every write.
 */
@Tag("spark")
class CrashPointsTest {
  private static final int POINTS = 2;

  private static final List<Job> JOBS =
      List.of(Pipeline.named("land"), Pipeline.named("clean"), Pipeline.named("build-panel"));

  @TempDir Path folder;

  @Test
  void runsThatAreCutAgainAndAgainEndWithTheTablesOfOneThatIsNot() {
    Deliveries deliveries = Deliveries.forThePanel(folder);
    Path whole = folder.resolve("whole");
    InProcess.run(deliveries.study(1), whole, JOBS);
    Path cut = Folders.copy(whole, folder.resolve("cut"));
    int writes = FaultyDisk.writes(() -> InProcess.run(deliveries.study(2), whole, JOBS));
    assertThat(writes).isGreaterThan(100);

    for (int point = 1; point <= POINTS; point++) {
      // What earlier runs have done is not done again, so that the last has this left to do.
      int last = point * writes / (2 * POINTS);
      FaultyDisk.during(
          last,
          "the process died here",
          () ->
              assertThatThrownBy(() -> InProcess.run(deliveries.study(2), cut, JOBS))
                  .hasStackTraceContaining("the process died here"));
    }
    InProcess.run(deliveries.study(2), cut, JOBS);
    // What the cut runs noted down of how far they had come misleads no later run.
    InProcess.run(deliveries.study(3), whole, JOBS);
    InProcess.run(deliveries.study(3), cut, JOBS);

    assertThat(
            LakeContents.of(InProcess.lake(cut))
                .differencesFrom(LakeContents.of(InProcess.lake(whole))))
        .isEmpty();
  }
}
