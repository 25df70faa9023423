package id.dampak.lake;

import id.dampak.contract.Table;
import id.dampak.error.DampakException;
import id.dampak.error.LakeErrors;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
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
   * no table. Of the commits those are opened of which the table as it stands consists: the last
   * checkpoint sums up the older ones, which may be a year of files.
   *
   * @throws DampakException where part of the log is missing
   */
  boolean exists() {
    List<Path> files = files(folder);
    long checkpoint = newest(files, CHECKPOINT);
    long newest = Math.max(newest(files, COMMIT), checkpoint);
    if (newest == NONE) {
      requireNoData();
      return false;
    }
    requireCommits(files, checkpoint);
    long checked = newest(files, CHECKSUM);
    if (checked > newest) {
      throw damaged("%s lacks version %d".formatted(folder, checked));
    }
    return true;
  }

  /**
   * Removes a log without a commit.
   *
   * @throws IllegalStateException where there is a table
   */
  void discard() throws IOException {
    if (exists()) {
      throw new IllegalStateException("the log of " + table + " has commits");
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> left = Files.walk(folder)) {
        for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Asks for every commit that is there, also those of which only the past of the table consists.
   *
   * @throws DampakException where one is damaged
   */
  void requireWhole() {
    requireCommits(files(folder), 0);
  }

  /**
   * A commit is objects of JSON, one a line: one that was cut lacks the end of its last line. Delta
   * itself may not look at it for long, because what it needs first stands in other files, too.
   */
  private void requireCommits(List<Path> files, long since) {
    for (Path file : files) {
      Matcher commit = COMMIT.matcher(name(file));
      if (commit.matches() && Long.parseLong(commit.group(1)) >= since) {
        String ends = ends(file);
        if (ends.isEmpty()) {
          throw damaged(file + " is empty");
        }
        if (!ends.startsWith("{") || !ends.endsWith("}")) {
          throw damaged("The file " + file + " is not what was once written");
        }
      }
    }
  }

  /** The first character of a file and its last two, without the break of the last line. */
  private String ends(Path file) {
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.min(3, content.length())];
      if (bytes.length > 0) {
        bytes[0] = content.readByte();
        content.seek(content.length() - (bytes.length - 1));
        content.readFully(bytes, 1, bytes.length - 1);
      }
      return new String(bytes, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      throw damaged(file + " cannot be read: " + e.getMessage());
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

  private DampakException damaged(String fault) {
    return LakeErrors.damagedTable(
        table.id(), lake, folder.resolveSibling(""), fault, Damage.recovery(table));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
