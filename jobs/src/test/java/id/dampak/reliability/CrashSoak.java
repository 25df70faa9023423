package id.dampak.reliability;

import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Kills the program at random moments of its run, runs it again, and compares every table with that
 * of a lake in which nothing was ever killed. Every job of every delivery of {@link Undisturbed} is
 * interrupted in turn: the program is given the lake as it was before that job and dies at a moment
 * that is uniform over the time that the job takes. The next one is on its way to its end while the
 * lake of the last is completed.
 */
final class CrashSoak {
  private static final double NANOS = 1e9;

  /** After every how many-th kill the next delivery is run as well. */
  private static final int FOLLOWED = 5;

  private final Undisturbed undisturbed;
  private final PrintStream out;
  private final RandomGenerator random;
  private final Map<String, Integer> kills = new TreeMap<>();
  private int failures;
  private int tooLate;

  /** A lake that a killed run left behind; without a place where the run had ended before. */
  private record Left(int number, Path lake, String where) {}

  private CrashSoak(Undisturbed undisturbed, long seed, PrintStream out) {
    this.undisturbed = undisturbed;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.out = out;
  }

  /** Arguments: how often to kill, and the seed of the moments. */
  public static void main(String[] arguments) throws Exception {
    int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Path folder = Files.createTempDirectory("dampak soak ");
    int failures;
    try {
      failures = new CrashSoak(Undisturbed.below(folder), seed, System.out).run(trials);
    } finally {
      Folders.delete(folder);
    }
    System.exit(failures == 0 ? 0 : 1);
  }

  private int run(int trials) throws InterruptedException, ExecutionException {
    Undisturbed.INTERRUPTED.forEach(this::requireRepeatable);
    ExecutorService killer = Executors.newSingleThreadExecutor();
    try {
      int attempt = 0;
      Future<Left> next = killer.submit(killing(attempt));
      for (int trial = 0; trial < trials; ) {
        Left left = next.get();
        attempt++;
        next = killer.submit(killing(attempt));
        if (left.where().isEmpty()) {
          tooLate++;
        } else {
          trial++;
          complete(left, trial, trials);
        }
        Folders.delete(left.lake());
      }
      Left unused = next.get();
      Folders.delete(unused.lake());
    } finally {
      killer.shutdown();
    }
    report(trials);
    return failures;
  }

  /** An undisturbed run of all jobs at once gives what it gave job by job. */
  private void requireRepeatable(int number) {
    Path lake = undisturbed.copyBefore(number, "repeated " + number);
    List<String> differences = undisturbed.differencesAfterRerun(number, lake, false);
    if (!differences.isEmpty()) {
      throw new IllegalStateException("Two undisturbed runs differ: " + differences);
    }
    Folders.delete(lake);
  }

  private Callable<Left> killing(int attempt) {
    int deliveries = Undisturbed.INTERRUPTED.size();
    int number = Undisturbed.INTERRUPTED.get(attempt % deliveries);
    Job job = Pipeline.JOBS.get(attempt / deliveries % Pipeline.JOBS.size());
    double moment = random.nextDouble() * undisturbed.seconds(job);
    return () -> {
      Path lake = undisturbed.copyBefore(number, job, "lake " + attempt);
      return new Left(number, lake, killed(number, job, lake, moment));
    };
  }

  /** When and where the run that began with a job was killed; empty where it was done before. */
  private String killed(int number, Job job, Path lake, double moment) throws InterruptedException {
    String study = undisturbed.study(number).toString();
    try (ChildRun child =
        ChildRun.start("run", "--study", study, "--lake", lake.toString(), "--from", job.name())) {
      child.awaitFirstJob();
      if (child.endsWithin((long) (moment * NANOS))) {
        return "";
      }
      child.kill();
      kills.merge(child.job(), 1, Integer::sum);
      return String.format(Locale.ROOT, "%.2f s after %s began", moment, job.name())
          + (child.job().equals(job.name()) ? "" : ", in " + child.job());
    }
  }

  private void complete(Left left, int trial, int trials) {
    List<String> differences =
        undisturbed.differencesAfterRerun(left.number(), left.lake(), trial % FOLLOWED == 0);
    failures += differences.isEmpty() ? 0 : 1;
    say(
        "%d of %d: delivery %d killed %s; %s",
        trial,
        trials,
        left.number(),
        left.where(),
        differences.isEmpty() ? "the rerun gave the same tables" : "DIFFERENT " + differences);
  }

  private void report(int trials) {
    say("%nkills by the job they fell in");
    kills.forEach((job, count) -> say("  %-18s %d", job, count));
    say("runs that were done before their kill, and are not counted: %d", tooLate);
    say("left out of the comparison: %s", LakeContents.leftOut());
    say("%d trials, %d of them with other tables", trials, failures);
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
