package id.dampak.reliability;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Kills the program at random moments of its run, runs it again, and compares every table with that
 * of a lake in which nothing was ever killed. The moments are uniform over a run, from the start of
 * its first job on, for the lakes of {@link Undisturbed} in turn.
 */
final class CrashSoak {
  private static final double NANOS = 1e9;

  /** After every how many-th kill the next delivery is run as well. */
  private static final int FOLLOWED = 5;

  private final Undisturbed undisturbed;
  private final PrintStream out;
  private final RandomGenerator random;
  private final Map<Integer, Double> seconds = new TreeMap<>();
  private final Map<String, Integer> kills = new TreeMap<>();
  private int failures;
  private int tooLate;

  private CrashSoak(Path folder, long seed, PrintStream out) throws InterruptedException {
    this.out = out;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.undisturbed = Undisturbed.below(folder);
    for (int number : Undisturbed.INTERRUPTED) {
      measure(number);
    }
  }

  /** Arguments: how often to kill, and the seed of the moments. */
  public static void main(String[] arguments) throws Exception {
    int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Path folder = Files.createTempDirectory("dampak soak ");
    int failures;
    try {
      failures = new CrashSoak(folder, seed, System.out).run(trials);
    } finally {
      Folders.delete(folder);
    }
    System.exit(failures == 0 ? 0 : 1);
  }

  /** A run of the program that nobody disturbs gives the same, and says how long one takes. */
  private void measure(int number) throws InterruptedException {
    Path lake = undisturbed.copyBefore(number, "measured " + number);
    try (ChildRun child = child(number, lake)) {
      child.awaitFirstJob();
      long start = System.nanoTime();
      if (child.exitCode() != 0) {
        throw new IllegalStateException("An undisturbed run failed: " + child.said());
      }
      seconds.put(number, since(start));
    }
    List<String> differences = undisturbed.differences(number, lake);
    if (!differences.isEmpty()) {
      throw new IllegalStateException("Two undisturbed runs differ: " + differences);
    }
    say("delivery %d takes %.1f s undisturbed", number, seconds.get(number));
    Folders.delete(lake);
  }

  private int run(int trials) throws InterruptedException {
    int trial = 0;
    for (int attempt = 0; trial < trials; attempt++) {
      int number = Undisturbed.INTERRUPTED.get(attempt % Undisturbed.INTERRUPTED.size());
      Path lake = undisturbed.copyBefore(number, "lake " + attempt);
      String killed = kill(number, lake);
      if (killed.isEmpty()) {
        tooLate++;
      } else {
        trial++;
        List<String> differences =
            undisturbed.differencesAfterRerun(number, lake, trial % FOLLOWED == 0);
        failures += differences.isEmpty() ? 0 : 1;
        say(
            "%d of %d: delivery %d killed %s; %s",
            trial,
            trials,
            number,
            killed,
            differences.isEmpty() ? "the rerun gave the same tables" : "DIFFERENT " + differences);
      }
      Folders.delete(lake);
    }
    report(trials);
    return failures;
  }

  /** When and where it was killed; empty where it was done before. */
  private String kill(int number, Path lake) throws InterruptedException {
    double whole = seconds.getOrDefault(number, 1.0);
    double moment = random.nextDouble() * whole;
    try (ChildRun child = child(number, lake)) {
      child.awaitFirstJob();
      long start = System.nanoTime();
      if (child.endsWithin((long) (moment * NANOS))) {
        seconds.put(number, (whole + since(start)) / 2); // the machine has become faster
        return "";
      }
      child.kill();
      kills.merge(child.job(), 1, Integer::sum);
      return String.format(Locale.ROOT, "after %.2f s, in %s", moment, child.job());
    }
  }

  private void report(int trials) {
    say("%nkills by the job they fell in");
    kills.forEach((job, count) -> say("  %-18s %d", job, count));
    say("runs that were done before their kill, and are not counted: %d", tooLate);
    say("left out of the comparison: %s", LakeContents.leftOut());
    say("%d trials, %d of them with other tables", trials, failures);
  }

  private ChildRun child(int number, Path lake) {
    return ChildRun.start(
        "run", "--study", undisturbed.study(number).toString(), "--lake", lake.toString());
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / NANOS;
  }
}
