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
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A file that is to land.
 *
 * @param input input that it belongs to
 * @param path where it lies
 * @param entry name of the entry that it is of the ZIP file there; empty where it is the file
 *     itself
 * @param sha256 hash of its bytes, in hexadecimal
 * @param name name without folders, as lineage shows it: the same on every machine
 */
public record SourceFile(String input, String path, String entry, String sha256, String name)
    implements Serializable {
  private static final String ITSELF = "";
  private static final int MOST_ASTERISKS = 3;

  /** A file under its own name. */
  SourceFile(String input, String path, String entry, String sha256) {
    this(input, path, entry, sha256, ownName(path, entry));
  }

  /** A file that is no entry of a ZIP file. */
  public SourceFile(String input, String path, String sha256) {
    this(input, path, ITSELF, sha256);
  }

  /**
   * The files that the paths and globs of an input stand for, as {@link #at} has each.
   *
   * @throws id.dampak.error.DampakException where there are none, or one cannot be read
   */
  public static List<SourceFile> expand(String input, List<Path> patterns) {
    return places(input, patterns).stream().flatMap(path -> at(input, path).stream()).toList();
  }

  /**
   * The places that the paths and globs of an input stand for, sorted by name so that every machine
   * numbers their files alike.
   *
   * @throws id.dampak.error.DampakException where there are none
   */
  public static Set<Path> places(String input, List<Path> patterns) {
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
    return paths;
  }

  /**
   * What lies at a place: one file, or the entries of a ZIP file, each of them a file of its own.
   *
   * @throws id.dampak.error.DampakException where it cannot be read to its end
   */
  public static List<SourceFile> at(String input, Path path) {
    return switch (Packing.of(input, path)) {
      case ZIP -> {
        Packing.ZIP.requireWhole(input, path); // what they hold is hashed next
        yield ArchivedFiles.of(input, path);
      }
      case PLAIN, GZIP, WORKBOOK ->
          List.of(
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

  /**
   * Asks, after its rows have been read, whether they were those of the bytes that it is known by.
   *
   * @throws id.dampak.error.DampakException where somebody has written to it meanwhile
   */
  void requireUnchanged() {
    Path file = Path.of(path);
    String now = hash(input, place(), isEntry() ? this::open : () -> Files.newInputStream(file));
    if (!now.equals(sha256)) {
      throw InputErrors.changedWhileRead(input, place());
    }
  }

  /**
   * Reads a compressed file to its end: one that is cut off must not land in part.
   *
   * @throws id.dampak.error.DampakException where it is damaged or expands beyond reason
   */
  public void requireWhole() {
    if (!isEntry()) { // whose ZIP file has been read to its end
      Packing.of(input, Path.of(path)).requireWhole(input, Path.of(path));
    }
  }

  /** The name that it has where it lies, without folders. */
  String ownName() {
    return ownName(path, entry);
  }

  private static String ownName(String path, String entry) {
    String name = String.valueOf(Path.of(path).getFileName());
    return entry.equals(ITSELF) ? name : name + "!/" + entry;
  }

  /** The same file under another name in the lineage. */
  SourceFile landingAs(String other) {
    return new SourceFile(input, path, entry, sha256, other);
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
    if (Files.exists(pattern) || Files.isSymbolicLink(pattern)) {
      throw InputErrors.noRegularFile(input, pattern);
    }
    Path folder = pattern.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    PathMatcher matcher = matcher(input, pattern);
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

  /** Each asterisk multiplies the ways to read a name: more than a few are no pattern of files. */
  private static PathMatcher matcher(String input, Path pattern) {
    String glob = String.valueOf(pattern.getFileName());
    if (glob.chars().filter(character -> character == '*').count() > MOST_ASTERISKS) {
      throw InputErrors.badGlob(
          input, pattern, "has more than " + MOST_ASTERISKS + " asterisks in its name");
    }
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw InputErrors.badGlob(input, pattern, "is no pattern: " + e.getDescription());
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
