package id.dampak.simulate;

import id.dampak.error.SimulationErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of a market's files in one directory. */
final class MarketFiles {
  private static final Pattern OURS =
      Pattern.compile(
          "transactions(-\\d{5})?\\.csv\\.gz|(merchants|suspensions|live_sessions)\\.csv|truth\\.json");

  private final Path directory;

  MarketFiles(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  Path transactions(int part, int parts) {
    return directory.resolve(
        parts == 1
            ? "transactions.csv.gz"
            : String.format(Locale.ROOT, "transactions-%05d.csv.gz", part));
  }

  Path merchants() {
    return directory.resolve("merchants.csv");
  }

  Path suspensions() {
    return directory.resolve("suspensions.csv");
  }

  Path liveSessions() {
    return directory.resolve("live_sessions.csv");
  }

  Path truth() {
    return directory.resolve("truth.json");
  }

  /**
   * Makes the directory, and clears it of an earlier market so that no part of it lingers among the
   * new ones. Files of other origin are never touched: beside them nothing is written.
   */
  void prepare() throws IOException {
    Files.createDirectories(directory);
    List<Path> present;
    try (Stream<Path> list = Files.list(directory)) {
      present = list.toList();
    }
    boolean simulated =
        present.isEmpty()
            || (Files.exists(suspensions()) && present.stream().allMatch(MarketFiles::isOurs));
    if (!simulated) {
      throw SimulationErrors.directoryInUse(directory);
    }
    for (Path file : present) {
      Files.delete(file);
    }
  }

  private static boolean isOurs(Path file) {
    return Files.isRegularFile(file) && OURS.matcher(file.getFileName().toString()).matches();
  }
}
