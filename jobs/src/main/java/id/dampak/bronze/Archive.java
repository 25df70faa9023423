package id.dampak.bronze;

import id.dampak.error.ContainerErrors;
import id.dampak.error.DampakException;
import id.dampak.error.InputErrors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An open ZIP file. Nothing is ever unpacked to disk; entries are read as streams. */
final class Archive implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final String input;
  private final Path path;
  private final List<String> names;
  private final ZipFile zip;

  private Archive(String input, Path path, List<String> names, ZipFile zip) {
    this.input = input;
    this.path = path;
    this.names = names;
    this.zip = zip;
  }

  /** Opens a file whose directory is in order; close the result. */
  static Archive open(String input, Path path) {
    try {
      List<String> names = ZipDirectory.of(input, path).names();
      return new Archive(input, path, names, new ZipFile(path.toFile()));
    } catch (IOException e) {
      throw damaged(input, path, e);
    }
  }

  /** Whether there is an entry of this name. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** The entries that are files, without what a Mac adds for itself. */
  List<String> files() {
    return names.stream()
        .filter(name -> !name.endsWith("/"))
        .filter(name -> !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store"))
        .toList();
  }

  /** The content of an entry. */
  InputStream content(String name) {
    try {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw ContainerErrors.damagedArchive(input, path, "the entry " + name + " is missing");
      }
      return zip.getInputStream(entry);
    } catch (IOException e) {
      throw damaged(input, path, e);
    }
  }

  /**
   * Reads every entry to its end, unless all together expand beyond reason. This comes before
   * anything is written, so that a file that is damaged leaves the lake as it was.
   */
  void requireWhole() {
    try {
      long most = Compressed.mostExpanded(path);
      long expanded = 0;
      for (String name : names) {
        expanded = requireWhole(name, expanded, most);
      }
    } catch (IOException e) {
      throw damaged(input, path, e);
    }
  }

  private long requireWhole(String name, long before, long most) throws IOException {
    long expanded = before;
    CRC32 checksum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new CheckedInputStream(content(name), checksum)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        expanded += read;
        if (expanded > most) {
          throw InputErrors.expandsTooFar(input, path, Files.size(path), most);
        }
      }
    }
    if (checksum.getValue() != zip.getEntry(name).getCrc()) {
      throw ContainerErrors.damagedArchive(input, path, "the checksum of " + name + " is wrong");
    }
    return expanded;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw damaged(input, path, e);
    }
  }

  private static DampakException damaged(String input, Path path, IOException e) {
    return e instanceof ZipException || e instanceof java.io.EOFException
        ? ContainerErrors.damagedArchive(
            input, path, String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT))
        : Compressed.unreadable(input, path, e);
  }
}
