package id.dampak.reliability;

import id.dampak.job.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a lake holds, delivery by delivery, when nothing ever goes wrong: the state before each of
 * the deliveries at which a soak interrupts, and all that the lake says after it.
 */
final class Undisturbed {
  /** A new lake, one with a delivery in it, and one whose logs Delta condenses in this run. */
  static final List<Integer> INTERRUPTED = List.of(1, 2, 3);

  private final Path folder;
  private final Deliveries deliveries;
  private final Map<Integer, LakeContents> after = new TreeMap<>();

  private Undisturbed(Path folder) {
    this.folder = folder;
    this.deliveries = new Deliveries(folder);
  }

  /** Runs every delivery in turn. */
  static Undisturbed below(Path folder) {
    Undisturbed lakes = new Undisturbed(folder);
    Path lake = folder.resolve("undisturbed");
    int last = Collections.max(INTERRUPTED) + 1; // what a run left is relied on by the next
    for (int number = 1; number <= last; number++) {
      if (INTERRUPTED.contains(number)) {
        Folders.copy(lake, lakes.before(number));
      }
      InProcess.run(lakes.study(number), lake, Pipeline.JOBS);
      if (INTERRUPTED.contains(number) || INTERRUPTED.contains(number - 1)) {
        lakes.after.put(number, LakeContents.of(InProcess.lake(lake)));
      }
    }
    return lakes;
  }

  /** The study of a delivery. */
  Path study(int number) {
    return deliveries.study(number);
  }

  /** A copy of the lake as it was before a delivery. */
  Path copyBefore(int number, String name) {
    return Folders.copy(before(number), folder.resolve(name));
  }

  /** Where a lake differs from the undisturbed one after a delivery. */
  List<String> differences(int number, Path lake) {
    LakeContents expected = after.get(number);
    if (expected == null) {
      throw new IllegalArgumentException("Nothing is kept of delivery " + number);
    }
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

  private Path before(int number) {
    return folder.resolve("before delivery " + number);
  }
}
