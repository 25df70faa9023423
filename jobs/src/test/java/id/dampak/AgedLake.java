package id.dampak;

import id.dampak.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A lake as it would be some days later: every time in its log and of its files is earlier. */
public final class AgedLake {
  private static final Pattern TIME =
      Pattern.compile(
          "(\"(?:deletionTimestamp|modificationTime|timestamp|inCommitTimestamp)\":)(\\d{13})");

  private AgedLake() {}

  /** Copies a lake, and makes the copy older. */
  public static Path of(Lake lake, int days, Path to) throws IOException {
    long age = Duration.ofDays(days).toMillis();
    try (Stream<Path> files = Files.walk(lake.root())) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".crc")).toList()) {
        Path copy = to.resolve(lake.root().relativize(file).toString());
        if (file.toString().endsWith(".json")) {
          Files.writeString(
              copy,
              TIME.matcher(Files.readString(file))
                  .replaceAll(m -> m.group(1) + (Long.parseLong(m.group(2)) - age)));
        } else {
          Files.copy(file, copy);
        }
        if (Files.isRegularFile(copy)) {
          Files.setLastModifiedTime(
              copy, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - age));
        }
      }
    }
    return to;
  }
}
