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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
    List<SourceFile> files = new ArrayList<>();
    for (Path pattern : patterns) {
      List<Path> matches = matches(input, pattern);
      if (matches.isEmpty()) {
        throw InputErrors.missingFile(input, pattern);
      }
      matches.forEach(path -> files.add(new SourceFile(input, path.toString(), hash(input, path))));
    }
    return List.copyOf(files);
  }

  /** The name without folders, as lineage shows it: the same on every machine. */
  public String name() {
    return String.valueOf(Path.of(path).getFileName());
  }

  private static List<Path> matches(String input, Path pattern) {
    if (Files.isRegularFile(pattern)) {
      return List.of(pattern);
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
