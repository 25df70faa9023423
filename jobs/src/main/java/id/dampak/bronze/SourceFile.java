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
 * @param sha256 hash of its bytes, in hexadecimal
 */
public record SourceFile(String input, String path, String sha256) implements Serializable {

  /**
   * The files that the paths and globs of an input stand for, sorted by name so that every machine
   * numbers them alike.
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
    return paths.stream()
        .map(path -> new SourceFile(input, path.toString(), hash(input, path)))
        .toList();
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
   * Reads a compressed file to its end: one that is cut off must not land in part.
   *
   * @throws id.dampak.error.DampakException where it is damaged or expands beyond reason
   */
  public void requireWhole() {
    Compressed.requireWhole(input, Path.of(path));
  }

  /** The name without folders, as lineage shows it: the same on every machine. */
  public String name() {
    return String.valueOf(Path.of(path).getFileName());
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

  private static String hash(String input, Path path) {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (IOException e) {
      throw InputErrors.unreadable(input, path, String.valueOf(e.getMessage()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
