package id.dampak.reliability;

import id.dampak.job.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Cuts a run at one write to the disk after the other, each time from the same lake, completes it
 * with another run, and compares every table with that of an undisturbed lake. Beside the random
 * moments of {@link CrashSoak} this leaves no step between two writes untried.
 */
final class WriteSoak {
  private static final String DIED = "the process died here";

  private WriteSoak() {}

  /** Arguments: every how many-th write to cut at, and at which to begin. */
  public static void main(String[] arguments) throws Exception {
    int step = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    int first = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    Path folder = Files.createTempDirectory("dampak soak ");
    int failures = 0;
    try {
      Undisturbed undisturbed = Undisturbed.below(folder);
      for (int number : Undisturbed.INTERRUPTED) {
        failures += failures(undisturbed, number, first, step);
      }
    } finally {
      Folders.delete(folder);
    }
    System.exit(failures == 0 ? 0 : 1);
  }

  private static int failures(Undisturbed undisturbed, int number, int first, int step) {
    Path counted = undisturbed.copyBefore(number, "counted " + number);
    int writes =
        FaultyDisk.writes(() -> InProcess.run(undisturbed.study(number), counted, Pipeline.JOBS));
    Folders.delete(counted);
    int tried = 0;
    int failures = 0;
    for (int last = first; last < writes; last += step) {
      Path lake = undisturbed.copyBefore(number, "delivery %d cut at %d".formatted(number, last));
      FaultyDisk.during(last, DIED, () -> cut(undisturbed.study(number), lake));
      List<String> differences = undisturbed.differencesAfterRerun(number, lake);
      tried++;
      if (!differences.isEmpty()) {
        failures++;
        System.out.printf("delivery %d cut at write %d: %s%n", number, last, differences);
      }
      InProcess.delete(lake);
    }
    System.out.printf(
        "delivery %d: %d writes, cut at %d of them, other tables after %d%n",
        number, writes, tried, failures);
    return failures;
  }

  /** Towards the end of a run the order of writes varies, so that some get through. */
  private static void cut(Path study, Path lake) {
    try {
      InProcess.run(study, lake, Pipeline.JOBS);
    } catch (Exception e) {
      if (!hasCause(e)) {
        throw e;
      }
    }
  }

  private static boolean hasCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains(DIED)) {
        return true;
      }
    }
    return false;
  }
}
