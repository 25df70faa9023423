package id.dampak;

import id.dampak.job.Job;
import id.dampak.job.Pipeline;
import id.dampak.job.Progress;
import id.dampak.job.Runner;
import id.dampak.lake.Lake;
import id.dampak.study.StudyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Eight merchants over sixteen days, with everything in their files that can be wrong with a row,
 * and a lake in which their study has run once; made for the first test that asks.
 */
public final class SmallMarket {
  /** A folder with a space in its name. */
  public static final Path FOLDER = folder();

  public static final Path STUDY = FOLDER.resolve("study.yaml");
  public static final Path LAKE = FOLDER.resolve("first lake");

  /** Good sales: one a merchant and day. */
  public static final int SALES = 8 * 16;

  private static final StudyText STUDY_TEXT =
      StudyText.daily()
          .with("study", "small-market")
          .with(
              "inputs",
              """
              {registry: {table: suspension, format: csv, files: [registry.csv]},
               merchants: {table: merchant, format: csv, files: [merchants.csv]},
               orders: {table: transaction, format: csv, files: ["orders*.csv"], columns: {region: province}}}
              """)
          .with("window", "{from: 2025-08-20, until: 2025-09-05}")
          .with(
              "suspensions",
              "{platforms: [TikTok], features: [LIVE], statuses: [confirmed],"
                  + " from: 2025-08-28, until: 2025-09-05}")
          .with(
              "exposure",
              "{by: feature_share, channel: live, baseline: {from: 2025-08-20, until: 2025-08-28}}")
          .with("dimensions", "[size_class]")
          .with("minimum_units", "2")
          .with(
              "specifications",
              """
              [{name: headline, method: exposure_event_study, outcome: {scale: relative_to_baseline},
                leads: 4, lags: 5, fixed_effects: [unit, period], clusters: [unit]}]
              """);

  static {
    write(FOLDER);
    run(LAKE, Pipeline.JOBS);
  }

  private SmallMarket() {}

  /** Runs jobs of the study on a lake. */
  public static void run(Path lake, List<Job> jobs) {
    run(STUDY, lake, jobs);
  }

  /** Runs jobs of a study on a lake. */
  public static void run(Path study, Path lake, List<Job> jobs) {
    new Runner(lake(lake), Progress.silent()).run(StudyFile.read(study), jobs);
  }

  /** A lake in the shared session. */
  public static Lake lake(Path root) {
    return new Lake(SharedSpark.session(), root);
  }

  /** A copy of the first lake, for a test that changes it. */
  public static Path copiedLake(Path to) {
    try (Stream<Path> files = Files.walk(LAKE)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(LAKE.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }

  /** Writes the study and its files into a folder. */
  public static Path write(Path folder) {
    write(
        folder.resolve("registry.csv"),
        "event_id,platform,feature,country,region,started_at,ended_at,status",
        "live,TikTok,LIVE,Indonesia,*,2025-08-30 20:40,2025-09-02 13:00,confirmed",
        "backwards,TikTok,LIVE,Indonesia,*,2025-09-02 13:00,2025-08-30 20:40,confirmed");
    write(folder.resolve("merchants.csv"), merchants());
    write(folder.resolve("orders 1.csv"), orders());
    return STUDY_TEXT.write(folder.resolve("study.yaml"));
  }

  /** The value of merchant {@code m}'s sale on the {@code d}th day. */
  public static long amount(int m, int d) {
    boolean suspended = d >= 10 && d <= 13;
    long usual = 100_000 + 10_000L * ((m * 7 + d * 11 + m * d) % 13);
    return suspended && m % 2 == 0 ? usual / 2 : usual;
  }

  private static String[] merchants() {
    List<String> lines = new ArrayList<>(List.of("merchant_id,region,size_class,opened_on"));
    for (int m = 0; m < 8; m++) {
      String region = List.of("Jawa Barat", "Bali", "Papua").get(m % 3);
      lines.add("m%d,%s,%s,2024-01-01".formatted(m, region, m < 4 ? "mikro" : "kecil"));
    }
    return lines.toArray(String[]::new);
  }

  /** Even merchants sell half their days through the feature, odd ones never. */
  private static String[] orders() {
    List<String> lines =
        new ArrayList<>(
            List.of("transaction_id,merchant_id,occurred_at,channel,amount,status,province"));
    for (int m = 0; m < 8; m++) {
      for (int d = 0; d < 16; d++) {
        String channel = m % 2 == 0 && (d + m) % (2 + m / 2) == 0 ? "live" : "shop";
        lines.add(
            "%d-%d,m%d,%sT03:00:00Z,%s,%d,completed,"
                .formatted(m, d, m, LocalDate.of(2025, 8, 20).plusDays(d), channel, amount(m, d)));
      }
    }
    lines.add("date,m0,30/08/2025,live,1,completed,Bali");
    lines.add("negative,m0,2025-08-30,live,-1,completed,Bali");
    lines.add("province,m0,2025-08-30,live,1,completed,Atlantis");
    lines.add("ragged,m0,2025-08-30,live,1,completed,Bali,\"one, too many\"");
    lines.add("cancelled,m0,2025-08-30,live,1000000,cancelled,Bali");
    lines.add("0-0,m0,2025-08-20T03:00:00Z,shop,%d,completed,".formatted(amount(0, 0)));
    return lines.toArray(String[]::new);
  }

  private static void write(Path file, String... lines) {
    try {
      Files.write(file, List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("small market ");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(java.util.Comparator.reverseOrder())
          .map(Path::toFile)
          .forEach(
              file -> {
                if (!file.delete()) {
                  file.deleteOnExit();
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
