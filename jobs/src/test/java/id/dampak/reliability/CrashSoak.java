package id.dampak.reliability;

import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Kills the program at random moments of its jobs, runs them again, and compares the tables with
 * those of a lake in which nothing was ever killed. Every job of every delivery of {@link
 * Undisturbed} is interrupted in turn, at a moment that is uniform over the time that it takes. The
 * next run is on its way to its end while the lake of the last is completed.
 */
final class CrashSoak {
  private static final double NANOS = 1e9;

  /** After every how many-th kill all other jobs and the next delivery are run as well. */
  private static final int FOLLOWED = 10;

  /** The delivery by which jobs are timed. */
  private static final int TIMED = 2;

  private final Undisturbed undisturbed;
  private final PrintStream out;
  private final RandomGenerator random;
  private final Map<Job, Double> seconds = new HashMap<>();
  private final Map<String, Integer> kills = new TreeMap<>();
  private int failures;
  private int tooLate;

  /** A lake that a killed job left behind; without a moment where the job had ended before. */
  private record Left(int number, Job job, Path lake, String moment) {}

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
    int failures = new CrashSoak(Undisturbed.below(folder), seed, System.out).run(trials);
    Folders.delete(folder);
    System.exit(failures == 0 ? 0 : 1);
  }

  private int run(int trials) throws InterruptedException, ExecutionException {
    for (Job job : Pipeline.JOBS) {
      measure(job);
    }
    ExecutorService killer = Executors.newSingleThreadExecutor();
    try {
      Future<Left> next = killer.submit(killing(0));
      int trial = 0;
      for (int attempt = 1; trial < trials; attempt++) {
        Left left = next.get();
        next = killer.submit(killing(attempt));
        if (left.moment().isEmpty()) {
          tooLate++;
        } else {
          trial++;
          complete(left, trial, trials);
        }
        InProcess.delete(left.lake());
      }
      next.get();
    } finally {
      killer.shutdown();
      if (!killer.awaitTermination(ChildRun.LONGEST_MINUTES, TimeUnit.MINUTES)) {
        say("a killed run is still on its way, and its lake stays behind");
      }
    }
    report(trials);
    return failures;
  }

  /** A job that nobody disturbs gives the same in the program, and says how long it takes. */
  private void measure(Job job) throws InterruptedException {
    Path lake = undisturbed.copyBefore(TIMED, job, "measured " + job.name());
    try (ChildRun child = child(TIMED, job, lake)) {
      child.awaitFirstJob();
      long start = System.nanoTime();
      if (child.exitCode() != 0) {
        throw new IllegalStateException("An undisturbed run failed: " + child.said());
      }
      seconds.put(job, (System.nanoTime() - start) / NANOS);
    }
    List<String> differences = undisturbed.differences(TIMED, job, lake);
    if (!differences.isEmpty()) {
      throw new IllegalStateException("Two undisturbed runs differ: " + differences);
    }
    say("%s takes %.1f s undisturbed", job.name(), seconds.get(job));
    InProcess.delete(lake);
  }

  private Callable<Left> killing(int attempt) {
    int deliveries = Undisturbed.INTERRUPTED.size();
    int number = Undisturbed.INTERRUPTED.get(attempt % deliveries);
    Job job = Pipeline.JOBS.get(attempt / deliveries % Pipeline.JOBS.size());
    double moment = random.nextDouble() * seconds.getOrDefault(job, 1.0);
    return () -> {
      Path lake = undisturbed.copyBefore(number, job, "lake " + attempt);
      return new Left(number, job, lake, killed(number, job, lake, moment));
    };
  }

  /** When a job was killed; empty where it was done before. */
  private String killed(int number, Job job, Path lake, double moment) throws InterruptedException {
    try (ChildRun child = child(number, job, lake)) {
      child.awaitFirstJob();
      if (child.endsWithin((long) (moment * NANOS))) {
        return "";
      }
      child.kill();
      return String.format(Locale.ROOT, "%.2f s", moment);
    }
  }

  private ChildRun child(int number, Job job, Path lake) {
    String study = undisturbed.study(number).toString();
    return ChildRun.start("run", "--study", study, "--lake", lake.toString(), "--only", job.name());
  }

  private void complete(Left left, int trial, int trials) {
    List<String> differences =
        new ArrayList<>(undisturbed.differencesAfterRerun(left.number(), left.job(), left.lake()));
    if (trial % FOLLOWED == 0) {
      differences.addAll(undisturbed.differencesAfterRerun(left.number(), left.lake()));
    }
    kills.merge(left.job().name(), 1, Integer::sum);
    failures += differences.isEmpty() ? 0 : 1;
    say(
        "%d of %d: %s of delivery %d killed after %s; %s",
        trial,
        trials,
        left.job().name(),
        left.number(),
        left.moment(),
        differences.isEmpty() ? "the rerun gave the same tables" : "DIFFERENT " + differences);
  }

  private void report(int trials) {
    say("%nkills by job");
    kills.forEach((job, count) -> say("  %-18s %d", job, count));
    say("jobs that were done before their kill, and are not counted: %d", tooLate);
    say("left out of the comparison: %s", LakeContents.leftOut());
    say("%d trials, %d of them with other tables", trials, failures);
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
