package id.dampak.reliability;

import id.dampak.contract.Table;
import id.dampak.contract.Tables;
import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a lake holds when nothing ever goes wrong: its state before and after each job of every
 * delivery.
 */
final class Undisturbed {
  /** A new lake, one with a delivery in it, and one whose logs Delta condenses in this run. */
  static final List<Integer> INTERRUPTED = List.of(1, 2, 3);

  /** One more, which relies on what the runs before it noted down. */
  private static final int LAST = 4;

  private static final Job FIRST = Pipeline.JOBS.get(0);

  private final Path folder;
  private final Map<Integer, Path> studies = new HashMap<>();
  private final Map<List<Object>, LakeContents> contents = new HashMap<>();

  private Undisturbed(Path folder) {
    this.folder = folder;
  }

  /** Runs every delivery in turn, job by job. */
  static Undisturbed below(Path folder) {
    Undisturbed lakes = new Undisturbed(folder);
    Deliveries deliveries = new Deliveries(folder);
    for (int number = 1; number <= LAST; number++) {
      lakes.studies.put(number, deliveries.study(number));
      for (Job job : Pipeline.JOBS) {
        Folders.copy(lakes.last(), lakes.before(number, job));
        InProcess.run(lakes.study(number), lakes.last(), List.of(job));
      }
    }
    return lakes;
  }

  /** The study of a delivery. */
  Path study(int number) {
    Path study = studies.get(number);
    if (study == null) {
      throw new IllegalArgumentException("There is no delivery " + number);
    }
    return study;
  }

  /** A copy of the lake as it was before a delivery. */
  Path copyBefore(int number, String name) {
    return copyBefore(number, FIRST, name);
  }

  /** A copy of the lake as it was before a job of a delivery. */
  Path copyBefore(int number, Job job, String name) {
    return Folders.copy(before(number, job), folder.resolve(name));
  }

  /** Where a lake differs after a job of a delivery, in the tables that the job writes. */
  List<String> differences(int number, Job job, Path lake) {
    return differences(after(number, job), lake, job.writes());
  }

  /** Completes a job of a delivery; says where the lake differs then, or why it cannot be run. */
  List<String> differencesAfterRerun(int number, Job job, Path lake) {
    return rerun(number, List.of(job), lake, () -> differences(number, job, lake));
  }

  /**
   * Completes the run of a delivery and runs the next one, which relies on what the first noted
   * down; says where any table of the lake differs then.
   */
  List<String> differencesAfterRerun(int number, Path lake) {
    List<String> differences =
        new ArrayList<>(rerun(number, Pipeline.JOBS, lake, () -> differences(number, lake)));
    rerun(number + 1, Pipeline.JOBS, lake, () -> differences(number + 1, lake))
        .forEach(difference -> differences.add("with the next delivery, " + difference));
    return differences;
  }

  private List<String> differences(int number, Path lake) {
    Job end = Pipeline.JOBS.get(Pipeline.JOBS.size() - 1);
    return differences(after(number, end), lake, Tables.ALL);
  }

  private List<String> differences(Path undisturbed, Path lake, Collection<Table> tables) {
    LakeContents expected =
        contents.computeIfAbsent(
            List.of(undisturbed, tables),
            key -> LakeContents.of(InProcess.lake(undisturbed), tables));
    return LakeContents.of(InProcess.lake(lake), tables).differencesFrom(expected);
  }

  private List<String> rerun(
      int number, List<Job> jobs, Path lake, Supplier<List<String>> differences) {
    try {
      InProcess.run(study(number), lake, jobs);
      return differences.get();
    } catch (Exception e) { // what Spark throws may be checked, though nothing declares it
      e.printStackTrace();
      return List.of("the rerun failed: " + e);
    }
  }

  private Path before(int number, Job job) {
    return folder.resolve("before %s of delivery %d".formatted(job.name(), number));
  }

  private Path after(int number, Job job) {
    int next = Pipeline.JOBS.indexOf(job) + 1;
    if (next < Pipeline.JOBS.size()) {
      return before(number, Pipeline.JOBS.get(next));
    }
    return number < LAST ? before(number + 1, FIRST) : last();
  }

  /** The lake after the last delivery. */
  private Path last() {
    return folder.resolve("undisturbed");
  }
}
