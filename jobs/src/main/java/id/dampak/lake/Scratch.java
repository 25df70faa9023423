package id.dampak.lake;

import id.dampak.error.DampakException;
import id.dampak.error.LakeErrors;
import id.dampak.privacy.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A lake for the time of some work, in the folder of another: on the same disk, which is known to
 * hold such tables. Where that may not be written, it lies where the system keeps temporary files.
 *
 * <p>Its lock tells others that somebody is at work in it. One without that lock was left by a
 * process that was killed, or is just being made or removed: so that nobody takes the one for the
 * other, these are done in turn.
 */
public final class Scratch {
  private static final String PREFIX = ".scratch-";

  /** The file in the lake's folder by whose lock they take turns; it stays. */
  private static final String TURN = ".turn";

  private final Path folder;
  private final LakeLock lock;

  private Scratch(Path root, String purpose) {
    this.folder = folder(root);
    this.lock = LakeLock.take(folder, purpose);
  }

  /** Does some work with an empty lake beside {@code lake}, and removes it afterwards. */
  public static void with(Lake lake, String purpose, Consumer<Lake> work) {
    Path root = lake.root();
    sweep(lake);
    Scratch scratch = inTurn(root, () -> new Scratch(root, purpose));
    try {
      work.accept(new Lake(lake.session(), scratch.folder));
    } finally {
      runInTurn(root, scratch::remove);
    }
  }

  /** Removes what a process that was killed has left; what another still uses is locked. */
  static void sweep(Lake lake) {
    runInTurn(lake.root(), () -> removeUnused(lake.root()));
  }

  private static void removeUnused(Path root) {
    if (!isWritable(root)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(root, PREFIX + "*")) {
      for (Path folder : left) {
        LakeLock lock;
        try {
          lock = LakeLock.take(folder, "removal");
        } catch (DampakException inUse) {
          continue;
        }
        remove(folder, lock);
      }
    } catch (IOException e) {
      throw LakeErrors.unworkable(root, String.valueOf(e.getMessage()));
    }
  }

  private void remove() {
    remove(folder, lock);
  }

  private static void remove(Path folder, LakeLock lock) {
    try (lock) {
      delete(folder);
    }
  }

  private static void runInTurn(Path root, Runnable work) {
    inTurn(
        root,
        () -> {
          work.run();
          return root;
        });
  }

  /** Does what is soon done while no other process or thread does such a thing. */
  static <T> T inTurn(Path root, Supplier<T> work) {
    if (!isWritable(root)) { // what lies elsewhere nobody looks for
      return work.get();
    }
    Path file = root.resolve(TURN);
    synchronized (Scratch.class) { // the lock of a file keeps out other processes only
      try (FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PrivateFiles.file(file))) {
        channel.lock(); // until the channel closes
        return work.get();
      } catch (IOException e) {
        throw LakeErrors.cannotLock(root, file, String.valueOf(e.getMessage()));
      }
    }
  }

  private static boolean isWritable(Path root) {
    return Files.isDirectory(root) && Files.isWritable(root);
  }

  private static Path folder(Path root) {
    try {
      return isWritable(root)
          ? Files.createTempDirectory(root, PREFIX)
          : Files.createTempDirectory("dampak-scratch-");
    } catch (IOException e) {
      throw LakeErrors.unworkable(root, String.valueOf(e.getMessage()));
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
