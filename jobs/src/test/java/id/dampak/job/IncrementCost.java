package id.dampak.job;

import com.sun.management.OperatingSystemMXBean;
import id.dampak.lake.Lake;
import id.dampak.lake.SessionSettings;
import id.dampak.study.Inputs;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * What one more day costs, beside the first load and deriving everything anew: CPU seconds of this
 * process, from the arrival of the file to the panel. The days are measured in a process that has
 * done the same for other days before, so that starting up is not in them.
 */
final class IncrementCost {
  private static final int REHEARSALS = 5;
  private static final int MEASURED = 5;

  private static final List<Job> JOBS =
      Pipeline.JOBS.subList(0, Pipeline.JOBS.indexOf(Pipeline.named("build-panel")) + 1);

  private final SparkSession session;
  private final Path folder;

  private IncrementCost(SparkSession session, Path folder) {
    this.session = session;
    this.folder = folder;
  }

  /**
   * Prints the figures.
   *
   * @param arguments a study, and a folder with one file of transactions a day, named so that they
   *     sort by day; the lake is made beside them
   */
  public static void main(String[] arguments) throws IOException {
    SparkSession.Builder builder = SparkSession.builder().master("local[*]");
    SessionSettings.local().forEach(builder::config);
    try (SparkSession session = builder.getOrCreate()) {
      new IncrementCost(session, Path.of(arguments[1])).measure(Path.of(arguments[0]));
    }
  }

  private void measure(Path studyFile) throws IOException {
    Study study = StudyFile.read(studyFile);
    List<Path> days = days();
    int rehearsed = days.size() - MEASURED;
    int loaded = rehearsed - REHEARSALS;
    double first = run("first load of %d days".formatted(loaded), study, days.subList(0, loaded));
    for (Path day : days.subList(loaded, rehearsed)) {
      run("one more day, as a rehearsal", study, List.of(day));
    }
    double[] costs =
        days.subList(rehearsed, days.size()).stream()
            .mapToDouble(day -> run("ONE MORE DAY", study, List.of(day)))
            .sorted()
            .toArray();
    List<Path> last = days.subList(days.size() - 1, days.size());
    run("nothing new", study, last);
    run("EVERYTHING ANEW, from bronze", study, last, Derivation.OF_EVERYTHING);
    double median = costs[MEASURED / 2];
    System.out.printf(
        "one more day, median of %d: %.1f CPU-s, %.1f %% of the first load%n",
        MEASURED, median, 100 * median / first);
  }

  private double run(String what, Study study, List<Path> files) {
    return run(what, study, files, Derivation.OF_WHAT_CHANGED);
  }

  /** Prints the CPU seconds of a run, and those of each job. */
  private double run(String what, Study study, List<Path> files, Derivation derivation) {
    JobCosts costs = new JobCosts();
    new Runner(lake(), costs, derivation).run(given(study, files), JOBS);
    System.out.printf("%-30s %s%n", what, costs);
    return costs.all();
  }

  private static Study given(Study study, List<Path> files) {
    return Inputs.overridden(study, files.stream().map(file -> "transactions=" + file).toList());
  }

  private Lake lake() {
    return new Lake(session, folder.resolve("lake"));
  }

  private List<Path> days() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".csv")).sorted().toList());
    }
  }

  /** CPU seconds of this process, job by job. */
  private static final class JobCosts implements Progress {
    private final OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final StringBuilder jobs = new StringBuilder();
    private final long began = system.getProcessCpuTime();
    private long jobBegan;

    @Override
    public void started(Job job, int number, int of) {
      jobBegan = system.getProcessCpuTime();
    }

    @Override
    public void finished(Job job, List<String> lines, double seconds) {
      jobs.append("  %s %.1f".formatted(job.name(), since(jobBegan)));
    }

    private double since(long nanos) {
      return (system.getProcessCpuTime() - nanos) / 1e9;
    }

    double all() {
      return since(began);
    }

    @Override
    public String toString() {
      return "%8.1f CPU-s: %s".formatted(all(), jobs);
    }
  }
}
