package id.dampak.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies and removes folders. */
public final class Folders {
  private Folders() {}

  /** Copies what is in a folder, if it is there. */
  public static Path copy(Path from, Path to) {
    if (Files.exists(from)) {
      for (Path file : below(from)) {
        try {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return to;
  }

  /** Removes a folder, if it is there. */
  static void delete(Path folder) {
    if (Files.exists(folder)) {
      below(folder).stream()
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  /** Files and folders, a folder before what is in it. */
  static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
