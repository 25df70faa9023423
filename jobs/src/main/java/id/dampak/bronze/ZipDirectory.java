package id.dampak.bronze;

import id.dampak.error.ContainerErrors;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The list of entries at the end of a ZIP file, looked at before the JDK loads it: it is bounded,
 * no entry is encrypted, stands there twice, or has a name that leads elsewhere.
 *
 * @param names entries in the order of the directory, folders included
 */
record ZipDirectory(List<String> names) {
  static final int MOST_ENTRIES = 1 << 10;
  private static final long LARGEST = 1L << 20;

  /** The record that ends the file: its mark, and where in it stand count, size and place. */
  private static final int END = 0x06054b50;

  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int COUNT_AT = 10;
  private static final int SIZE_AT = 12;

  /** The record of one entry, likewise. */
  private static final int ENTRY = 0x02014b50;

  private static final int ENTRY_LENGTH = 46;
  private static final int FLAGS_AT = 8;
  private static final int NAME_LENGTH_AT = 28;
  private static final int EXTRA_LENGTH_AT = 30;
  private static final int COMMENT_LENGTH_AT = 32;
  private static final int ENCRYPTED = 1;

  private static final Pattern UNSAFE =
      Pattern.compile("^[/\\\\]|^[A-Za-z]:|(^|[/\\\\])\\.\\.?([/\\\\]|$)|\\\\|[\\p{Cntrl}\uFFFD]");

  ZipDirectory {
    names = List.copyOf(names);
  }

  /** Reads and checks the directory of a file. */
  static ZipDirectory of(String input, Path path) throws IOException {
    ByteBuffer directory = directory(input, path);
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (directory.remaining() >= ENTRY_LENGTH) {
      int at = directory.position();
      if (directory.getInt(at) != ENTRY) {
        throw ContainerErrors.damagedArchive(input, path, "its directory is broken");
      }
      byte[] bytes = new byte[unsigned(directory, at + NAME_LENGTH_AT)];
      int end =
          at
              + ENTRY_LENGTH
              + bytes.length
              + unsigned(directory, at + EXTRA_LENGTH_AT)
              + unsigned(directory, at + COMMENT_LENGTH_AT);
      if (end > directory.limit()) {
        throw ContainerErrors.damagedArchive(input, path, "its directory is cut off");
      }
      directory.get(at + ENTRY_LENGTH, bytes);
      String name = new String(bytes, StandardCharsets.UTF_8);
      require(input, path, name, unsigned(directory, at + FLAGS_AT));
      if (!seen.add(name)) {
        throw ContainerErrors.repeatedEntry(input, path, name);
      }
      names.add(name);
      directory.position(end);
    }
    return new ZipDirectory(names);
  }

  private static void require(String input, Path path, String name, int flags) {
    if (UNSAFE.matcher(name).find() || name.isBlank()) {
      throw ContainerErrors.unsafeEntryName(input, path, name.replaceAll("\\p{Cntrl}", "?"));
    }
    if ((flags & ENCRYPTED) != 0) {
      throw ContainerErrors.encryptedEntry(input, path, name);
    }
  }

  private static ByteBuffer directory(String input, Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(file.length(), END_LENGTH + LONGEST_COMMENT)];
      long tailAt = file.length() - tail.length;
      file.seek(tailAt);
      file.readFully(tail);
      ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      int at = tail.length - END_LENGTH;
      while (at >= 0 && end.getInt(at) != END) {
        at--;
      }
      if (at < 0) {
        throw ContainerErrors.damagedArchive(input, path, "its directory is missing");
      }
      long size = Integer.toUnsignedLong(end.getInt(at + SIZE_AT));
      if (unsigned(end, at + COUNT_AT) > MOST_ENTRIES || size > LARGEST) {
        throw ContainerErrors.tooManyEntries(input, path, MOST_ENTRIES);
      }
      if (size > tailAt + at) {
        throw ContainerErrors.damagedArchive(input, path, "its directory is cut off");
      }
      byte[] directory = new byte[(int) size];
      file.seek(tailAt + at - size);
      file.readFully(directory);
      return ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static int unsigned(ByteBuffer buffer, int at) {
    return Short.toUnsignedInt(buffer.getShort(at));
  }
}
