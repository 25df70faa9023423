package id.dampak.bronze;

import id.dampak.error.InputErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file that is to land.
 *
 * @param input input that it belongs to
 * @param path where it lies
 * @param entry name of the entry that it is of the ZIP file there; empty where it is the file
 *     itself
 * @param sha256 hash of its bytes, in hexadecimal
 */
public record SourceFile(String input, String path, String entry, String sha256)
    implements Serializable {
  private static final String ITSELF = "";

  /** A file that is no entry of a ZIP file. */
  public SourceFile(String input, String path, String sha256) {
    this(input, path, ITSELF, sha256);
  }

  /**
   * The files that the paths and globs of an input stand for, sorted by name so that every machine
   * numbers them alike. Compressed ones are read to their end, and of a ZIP file every entry is a
   * file of its own.
   *
   * @throws id.dampak.error.DampakException where there are none
   */
  public static List<SourceFile> expand(String input, List<Path> patterns) {
    if (patterns.isEmpty()) {
      throw InputErrors.noFiles(input);
    }
    Set<Path> paths = new LinkedHashSet<>();
    for (Path pattern : patterns) {
      List<Path> matches = matches(input, pattern);
      if (matches.isEmpty()) {
        throw InputErrors.missingFile(input, pattern);
      }
      paths.addAll(matches);
    }
    requireDistinctNames(input, paths);
    paths.forEach(path -> Packing.of(input, path).requireWhole(input, path));
    return paths.stream().flatMap(path -> files(input, path)).toList();
  }

  private static Stream<SourceFile> files(String input, Path path) {
    return switch (Packing.of(input, path)) {
      case ZIP -> ArchivedFiles.of(input, path).stream();
      case PLAIN, GZIP, WORKBOOK ->
          Stream.of(
              new SourceFile(
                  input, path.toString(), hash(input, path, () -> Files.newInputStream(path))));
    };
  }

  /** A name leads back to its file, and is part of what tells rows apart. */
  private static void requireDistinctNames(String input, Set<Path> paths) {
    Map<String, Path> byName = new HashMap<>();
    for (Path path : paths) {
      Path other = byName.put(String.valueOf(path.getFileName()), path);
      if (other != null) {
        throw InputErrors.sameName(input, other, path);
      }
    }
  }

  /** The name without folders, as lineage shows it: the same on every machine. */
  public String name() {
    String name = String.valueOf(Path.of(path).getFileName());
    return isEntry() ? name + "!/" + entry : name;
  }

  /** The file as messages name it. */
  Path place() {
    return Path.of(isEntry() ? path + "!/" + entry : path);
  }

  boolean isEntry() {
    return !entry.equals(ITSELF);
  }

  /** The content, decompressed; close it. */
  InputStream open() throws IOException {
    return isEntry()
        ? ArchivedFiles.open(input, Path.of(path), entry)
        : Compressed.open(Path.of(path));
  }

  private static List<Path> matches(String input, Path pattern) {
    if (Files.isRegularFile(pattern)) {
      return List.of(pattern);
    }
    if (Files.isDirectory(pattern)) {
      throw InputErrors.folder(input, pattern);
    }
    Path folder = pattern.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.getFileName());
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(entry -> matcher.matches(entry.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw InputErrors.unreadable(input, pattern, String.valueOf(e.getMessage()));
    }
  }

  /** Opens a content once more. */
  interface Content {
    InputStream open() throws IOException;
  }

  static String hash(String input, Path place, Content content) {
    try (DigestInputStream in =
        new DigestInputStream(content.open(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw InputErrors.unreadable(input, place, String.valueOf(e.getMessage()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
