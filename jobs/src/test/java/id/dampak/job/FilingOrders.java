package id.dampak.job;

import id.dampak.contract.PanelCell;
import id.dampak.lake.Lake;
import id.dampak.lake.SessionSettings;
import id.dampak.lake.Slice;
import id.dampak.study.Inputs;
import id.dampak.study.Study;
import id.dampak.study.StudyFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The Texas filings landed release by release, in their order and in reverse, and all at once; and
 * an earlier state of knowledge beside a lake that holds nothing later. The panels must be equal.
 */
final class FilingOrders {
  private static final List<Job> JOBS =
      List.of(Pipeline.named("land"), Pipeline.named("clean"), Pipeline.named("build-panel"));
  private static final LocalDate DAY = LocalDate.of(2017, 9, 30);

  private final SparkSession session;
  private final Path data;
  private final Path work;
  private final Study study;

  private FilingOrders(SparkSession session, Path study, Path data, Path work) {
    this.session = session;
    this.data = data;
    this.work = work;
    this.study = StudyFile.read(study);
  }

  /**
   * Exits with 1 where two panels differ.
   *
   * @param arguments the study, the folder of the Texas files, and an empty folder to work in
   */
  public static void main(String[] arguments) throws IOException {
    SparkSession.Builder builder = SparkSession.builder().master("local[*]");
    SessionSettings.local().forEach(builder::config);
    try (SparkSession session = builder.getOrCreate()) {
      boolean equal =
          new FilingOrders(
                  session, Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]))
              .compare();
      System.exit(equal ? 0 : 1);
    }
  }

  private boolean compare() throws IOException {
    Map<String, Path> releases = releases();
    List<Path> inOrder = List.copyOf(releases.values());
    List<Path> reversed = new ArrayList<>(inOrder);
    Collections.reverse(reversed);
    Lake atOnce = land("at-once", List.of(inOrder));
    boolean inOrderEqual =
        same("in order", panel(land("in-order", singly(inOrder))), panel(atOnce));
    boolean reversedEqual =
        same("in reverse", panel(land("in-reverse", singly(reversed))), panel(atOnce));

    Study then = study.asKnownOn(DAY);
    run(atOnce, then, inOrder, receipts());
    List<Path> byThen =
        releases.entrySet().stream()
            .filter(release -> release.getKey().compareTo(DAY.toString()) < 0)
            .map(Map.Entry::getValue)
            .toList();
    Lake nothingLater = new Lake(session, work.resolve("nothing-later"));
    run(nothingLater, study, byThen, noReceipts());
    boolean thenEqual = same("as known on " + DAY, panel(atOnce, then), panel(nothingLater));
    return inOrderEqual && reversedEqual && thenEqual;
  }

  private Path receipts() {
    return data.resolve("receipts_newformat_201709_201710.csv.gz");
  }

  /** The later schema was not published yet. */
  private Path noReceipts() throws IOException {
    return Files.writeString(
        work.resolve("no-receipts.csv"), "permit,period,county,receipts\n", StandardCharsets.UTF_8);
  }

  private Lake land(String name, List<List<Path>> arrivals) {
    Lake lake = new Lake(session, work.resolve(name));
    for (List<Path> files : arrivals) {
      run(lake, study, files, receipts());
      System.out.printf("%s: %d files more%n", name, files.size());
    }
    return lake;
  }

  private void run(Lake lake, Study of, List<Path> filings, Path receipts) {
    List<String> inputs = new ArrayList<>();
    filings.forEach(file -> inputs.add("filings=" + file));
    inputs.add("receipts=" + receipts);
    inputs.add("counties=" + data.resolve("shock_registry_harvey_ia_counties.csv"));
    new Runner(lake, Progress.silent()).run(Inputs.overridden(of, inputs), JOBS);
  }

  private static List<List<Path>> singly(List<Path> files) {
    return files.stream().map(List::of).toList();
  }

  private Dataset<Row> panel(Lake lake) {
    return panel(lake, study);
  }

  private static Dataset<Row> panel(Lake lake, Study of) {
    return lake.read(PanelCell.TABLE, new Slice(PanelCell.STUDY, of.id()))
        .drop(PanelCell.STUDY.name());
  }

  private static boolean same(String what, Dataset<Row> panel, Dataset<Row> other) {
    long lacking = other.exceptAll(panel).count();
    long beyond = panel.exceptAll(other).count();
    System.out.printf(
        "%s: %,d cells, %d lacking, %d beyond%n", what, panel.count(), lacking, beyond);
    return lacking == 0 && beyond == 0;
  }

  /** The filings by release, each as a file of its own with the rows in their order. */
  private Map<String, Path> releases() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    Map<String, BufferedWriter> writers = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(data.resolve("filings_raw.csv.gz"))),
                StandardCharsets.UTF_8))) {
      String header = Objects.requireNonNull(lines.readLine());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String release = line.substring(0, line.indexOf(','));
        BufferedWriter writer = writers.get(release);
        if (writer == null) {
          Path file = work.resolve("filings-" + release + ".csv");
          writer = Files.newBufferedWriter(file);
          writer.write(header + "\n");
          writers.put(release, writer);
          files.put(release, file);
        }
        writer.write(line + "\n");
      }
    }
    for (BufferedWriter writer : writers.values()) {
      writer.close();
    }
    return files;
  }
}
