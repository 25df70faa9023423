package id.dampak.job;

import com.sun.management.OperatingSystemMXBean;
import id.dampak.lake.Lake;
import id.dampak.lake.Sessions;
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
 * What one more day costs, beside deriving everything anew: CPU seconds of this process, from the
 * arrival of the file to the panel. All three happen in one process that has done the same on other
 * days before, so that starting up is in none of them.
 */
final class IncrementCost {
  private static final int REHEARSALS = 2;

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
    SparkSession.Builder builder =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "4");
    Sessions.settings().forEach(builder::config);
    try (SparkSession session = builder.getOrCreate()) {
      new IncrementCost(session, Path.of(arguments[1])).measure(Path.of(arguments[0]));
    }
  }

  private void measure(Path studyFile) throws IOException {
    Study study = StudyFile.read(studyFile);
    List<Path> days = days();
    int most = days.size() - 1 - REHEARSALS;
    report("first load of %d days".formatted(most), run(study, days.subList(0, most)));
    for (int day = most; day < days.size(); day++) {
      boolean counts = day == days.size() - 1;
      report(
          counts ? "ONE MORE DAY" : "a day before it, as a rehearsal",
          run(study, days.subList(day, day + 1)));
    }
    report("nothing new", run(study, days.subList(days.size() - 1, days.size())));
    report(
        "EVERYTHING ANEW, from bronze",
        cpu(
            () ->
                new Runner(lake(), Progress.silent(), Derivation.OF_EVERYTHING)
                    .run(given(study, days.subList(days.size() - 1, days.size())), JOBS)));
  }

  private double run(Study study, List<Path> files) {
    return cpu(() -> new Runner(lake(), Progress.silent()).run(given(study, files), JOBS));
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

  private static double cpu(Runnable work) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    work.run();
    return (system.getProcessCpuTime() - before) / 1e9;
  }

  private static void report(String what, double seconds) {
    System.out.printf("%-40s %8.1f CPU-s%n", what, seconds);
  }
}
