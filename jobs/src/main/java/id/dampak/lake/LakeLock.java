package id.dampak.lake;

import id.dampak.error.LakeErrors;
import id.dampak.privacy.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Keeps a lake to one writer. The operating system holds the lock and gives it up when the process
 * ends, however it ends, so that none is ever left behind; the file that it is on stays, and tells
 * others who the writer is. Readers take no lock: Delta gives them whole tables.
 */
public final class LakeLock implements AutoCloseable {
  /** The file in the lake's folder. */
  static final String FILE = ".writer";

  private static final int LONGEST_NOTE = 4096;

  /** Is what holds the lock: it is given up when the channel closes. */
  private final FileChannel channel;

  private LakeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Does some work while no other process or thread may write to the lake in {@code root}, whose
   * folder is made where there is none.
   *
   * @param purpose what the writer does, for the message to others, such as {@code run of study x}
   * @throws id.dampak.error.DampakException at once, where another has it
   */
  public static void during(Path root, String purpose, Runnable work) {
    LakeLock lock = take(root, purpose);
    try {
      work.run();
    } finally {
      lock.close();
    }
  }

  /**
   * Takes the lock for as long as it is not closed; else as {@link #during}.
   *
   * @throws id.dampak.error.DampakException at once, where another has it
   */
  static LakeLock take(Path root, String purpose) {
    Path lake = root.toAbsolutePath().normalize();
    FileChannel channel = open(lake, lake.resolve(FILE));
    LakeLock lock = new LakeLock(channel);
    try {
      take(channel, lake, purpose);
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void take(FileChannel channel, Path lake, String purpose) {
    try {
      if (!locked(channel)) {
        throw LakeErrors.inUse(lake, read(channel));
      }
      write(channel, purpose);
    } catch (IOException e) {
      throw Damage.in(e)
          .orElseGet(
              () ->
                  LakeErrors.cannotLock(lake, lake.resolve(FILE), String.valueOf(e.getMessage())));
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel open(Path lake, Path file) {
    try {
      PrivateFiles.createFolders(lake);
      return FileChannel.open(
          file,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
          PrivateFiles.file(file));
    } catch (IOException e) {
      throw Damage.fills(e) ? LakeErrors.diskFull() : WritableFolders.refusal(lake);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) { // another thread of this process
      return false;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer note = ByteBuffer.allocate(LONGEST_NOTE);
    channel.read(note, 0);
    return StandardCharsets.UTF_8.decode(note.flip()).toString().strip();
  }

  private static void write(FileChannel channel, String purpose) throws IOException {
    String note =
        "%s, process %d on %s, since %s%n"
            .formatted(
                purpose,
                ProcessHandle.current().pid(),
                host(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) { // a machine without an entry for its own name
      return "this machine";
    }
  }
}
