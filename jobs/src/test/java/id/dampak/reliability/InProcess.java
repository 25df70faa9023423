package id.dampak.reliability;

import id.dampak.SharedSpark;
import id.dampak.job.Job;
import id.dampak.job.Progress;
import id.dampak.job.Runner;
import id.dampak.lake.Lake;
import id.dampak.lake.LakeLock;
import id.dampak.study.StudyFile;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.delta.DeltaLog;

/** Runs and lakes of the tests' own session. */
final class InProcess {
  private InProcess() {}

  /** Runs jobs of a study, with the lake to itself as the program has it. */
  static void run(Path study, Path lake, List<Job> jobs) {
    LakeLock.during(
        lake,
        "test",
        () -> new Runner(lake(lake), Progress.silent()).run(StudyFile.read(study), jobs));
  }

  /** Deletes a lake or a table, and what the session remembers of it: of many that is much. */
  static void delete(Path folder) {
    DeltaLog.clearCache();
    Folders.delete(folder);
  }

  /** A lake. */
  static Lake lake(Path root) {
    return new Lake(SharedSpark.session(), root);
  }
}
