package id.dampak.lake;

import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import id.dampak.error.LakeErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which Delta writes down what a table consists of, as far as its file names and
 * sizes tell. A log that has lost its end looks to Delta like an older table, and one that is empty
 * like none: what is missing has to be found here.
 */
final class CommitLog {
  private static final String FOLDER = "_delta_log";
  private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
  private static final Pattern CHECKPOINT = Pattern.compile("(\\d{20})\\.checkpoint\\..*");
  private static final Pattern CHECKSUM = Pattern.compile("(\\d{20})\\.crc");

  private static final long NONE = -1;

  private final Table table;
  private final Path lake;
  private final Path folder;

  CommitLog(Table table, Path lake, Path place) {
    this.table = table;
    this.lake = lake;
    this.folder = place.resolve(FOLDER);
  }

  /**
   * Whether there is a table. A writer that was cut before its first commit has left a folder, but
   * no table.
   *
   * @throws DampakException where part of the log is missing
   */
  boolean exists() {
    List<Path> files = files(folder);
    long newest = Math.max(newest(files, COMMIT), newest(files, CHECKPOINT));
    if (newest == NONE) {
      requireNoData();
      return false;
    }
    requireCommits(files);
    long checked = newest(files, CHECKSUM);
    if (checked > newest) {
      throw damaged("%s lacks version %d".formatted(folder, checked));
    }
    return true;
  }

  /** A commit says at least who made it. */
  private void requireCommits(List<Path> files) {
    for (Path file : files) {
      if (COMMIT.matcher(name(file)).matches() && size(file) == 0) {
        throw damaged(file + " is empty");
      }
    }
  }

  private void requireNoData() {
    Optional<Path> data =
        files(folder.resolveSibling("")).stream()
            .filter(file -> name(file).endsWith(".parquet"))
            .findFirst();
    if (data.isPresent()) {
      throw damaged("%s has no commit, but %s is there".formatted(folder, data.get()));
    }
  }

  /** The highest version in the names of one kind. */
  private static long newest(List<Path> files, Pattern kind) {
    return files.stream()
        .map(file -> kind.matcher(name(file)))
        .filter(Matcher::matches)
        .mapToLong(match -> Long.parseLong(match.group(1)))
        .max()
        .orElse(NONE);
  }

  private List<Path> files(Path place) {
    try (Stream<Path> entries = Files.list(place)) {
      return entries.toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw damaged(place + " cannot be listed: " + e.getMessage());
    }
  }

  private long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw damaged(file + " cannot be read: " + e.getMessage());
    }
  }

  private DampakException damaged(String fault) {
    return LakeErrors.damagedTable(
        table.id(), lake, folder.resolveSibling(""), fault, Damage.recovery(table));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
