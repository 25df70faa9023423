package id.dampak.reliability;

import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a lake holds, delivery by delivery, when nothing ever goes wrong: the state before each job
 * of the deliveries at which a soak interrupts, and all that the lake says after them.
 */
final class Undisturbed {
  /** A new lake, one with a delivery in it, and one whose logs Delta condenses in this run. */
  static final List<Integer> INTERRUPTED = List.of(1, 2, 3);

  private static final double NANOS = 1e9;

  private final Path folder;
  private final Map<Integer, Path> studies = new TreeMap<>();
  private final Map<Integer, LakeContents> after = new TreeMap<>();
  private final Map<Job, Double> seconds = new HashMap<>();

  private Undisturbed(Path folder) {
    this.folder = folder;
  }

  /** Runs every delivery in turn, job by job. */
  static Undisturbed below(Path folder) {
    Undisturbed lakes = new Undisturbed(folder);
    Path lake = folder.resolve("undisturbed");
    int last = Collections.max(INTERRUPTED) + 1; // what a run left is relied on by the next
    Deliveries deliveries = new Deliveries(folder);
    for (int number = 1; number <= last; number++) {
      lakes.studies.put(number, deliveries.study(number));
      for (Job job : Pipeline.JOBS) {
        if (INTERRUPTED.contains(number)) {
          Folders.copy(lake, lakes.before(number, job));
        }
        long start = System.nanoTime();
        InProcess.run(lakes.study(number), lake, List.of(job));
        lakes.seconds.putIfAbsent(job, (System.nanoTime() - start) / NANOS);
      }
      lakes.after.put(number, LakeContents.of(InProcess.lake(lake)));
    }
    return lakes;
  }

  /** How long a job took when this JVM did it for the first time, as a new process would. */
  double seconds(Job job) {
    return seconds.getOrDefault(job, 1.0);
  }

  /** The study of a delivery. */
  Path study(int number) {
    return kept(studies, number);
  }

  /** A copy of the lake as it was before a delivery. */
  Path copyBefore(int number, String name) {
    return copyBefore(number, Pipeline.JOBS.get(0), name);
  }

  /** A copy of the lake as it was when the jobs of a delivery before one were done. */
  Path copyBefore(int number, Job job, String name) {
    return Folders.copy(before(number, job), folder.resolve(name));
  }

  /** Where a lake differs from the undisturbed one after a delivery. */
  List<String> differences(int number, Path lake) {
    LakeContents expected = kept(after, number);
    return LakeContents.of(InProcess.lake(lake)).differencesFrom(expected);
  }

  /**
   * Completes the run of a delivery; says where the lake differs then, or why it cannot be run.
   *
   * @param next whether to run the next delivery as well, which relies on what the first noted down
   */
  List<String> differencesAfterRerun(int number, Path lake, boolean next) {
    try {
      InProcess.run(study(number), lake, Pipeline.JOBS);
      List<String> differences = new ArrayList<>(differences(number, lake));
      if (next) {
        InProcess.run(study(number + 1), lake, Pipeline.JOBS);
        differences(number + 1, lake)
            .forEach(difference -> differences.add("with the next delivery, " + difference));
      }
      return differences;
    } catch (RuntimeException e) {
      e.printStackTrace();
      return List.of("the rerun failed: " + e);
    }
  }

  private Path before(int number, Job job) {
    return folder.resolve("before %s of delivery %d".formatted(job.name(), number));
  }

  private static <T> T kept(Map<Integer, T> some, int number) {
    T one = some.get(number);
    if (one == null) {
      throw new IllegalArgumentException("Nothing is kept of delivery " + number);
    }
    return one;
  }
}
