package id.dampak.lake;

import id.dampak.error.DampakException;
import id.dampak.error.LakeErrors;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A lake for the time of some work, in the folder of another: on the same disk, which is known to
 * hold such tables. Where that may not be written, it lies where the system keeps temporary files.
 */
public final class Scratch {
  private static final String PREFIX = ".scratch-";

  private Scratch() {}

  /** Does some work with an empty lake beside {@code lake}, and removes it afterwards. */
  public static void with(Lake lake, String purpose, Consumer<Lake> work) {
    sweep(lake);
    Path folder = folder(lake);
    try {
      LakeLock.during(folder, purpose, () -> work.accept(new Lake(lake.session(), folder)));
    } finally {
      delete(folder);
    }
  }

  /** Removes what a process that was killed has left; what another still uses is locked. */
  static void sweep(Lake lake) {
    if (!Files.isDirectory(lake.root()) || !Files.isWritable(lake.root())) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(lake.root(), PREFIX + "*")) {
      for (Path folder : left) {
        try {
          LakeLock.during(folder, "removal", () -> {});
        } catch (DampakException inUse) {
          continue;
        }
        delete(folder);
      }
    } catch (IOException e) {
      throw LakeErrors.unworkable(lake.root(), String.valueOf(e.getMessage()));
    }
  }

  private static Path folder(Lake lake) {
    try {
      return Files.isWritable(lake.root())
          ? Files.createTempDirectory(lake.root(), PREFIX)
          : Files.createTempDirectory("dampak-scratch-");
    } catch (IOException e) {
      throw LakeErrors.unworkable(lake.root(), String.valueOf(e.getMessage()));
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw LakeErrors.unworkable(folder, String.valueOf(e.getMessage()));
    }
  }
}
