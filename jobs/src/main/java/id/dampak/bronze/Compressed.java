package id.dampak.bronze;

import id.dampak.error.DampakException;
import id.dampak.error.InputErrors;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files that may be compressed by gzip, whatever they are called. */
final class Compressed {
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  /** No table that was ever exported shrinks so much; what does is made to fill disks. */
  private static final long MOST_EXPANSION = 200;

  private static final long ALWAYS_ALLOWED = 256L << 20;

  private Compressed() {}

  /** The content of a file. */
  static InputStream open(Path path) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    in.mark(2);
    boolean gzip = in.read() == FIRST && in.read() == SECOND;
    in.reset();
    return gzip ? new GZIPInputStream(in, BUFFER) : in;
  }

  /** Bytes to which a file may expand. */
  static long mostExpanded(Path path) throws IOException {
    return Math.max(ALWAYS_ALLOWED, MOST_EXPANSION * Files.size(path));
  }

  /**
   * Reads a compressed file to its end, unless it expands beyond reason. This comes before anything
   * is written, so that a file that is cut off leaves the lake as it was.
   */
  static void requireWhole(String input, Path path) {
    try (InputStream in = open(path)) {
      if (in instanceof GZIPInputStream) {
        long most = mostExpanded(path);
        byte[] buffer = new byte[BUFFER];
        long expanded = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          expanded += read;
          if (expanded > most) {
            throw InputErrors.expandsTooFar(input, path, Files.size(path), most);
          }
        }
      }
    } catch (IOException e) {
      throw unreadable(input, path, e);
    }
  }

  static DampakException unreadable(String input, Path path, Throwable cause) {
    if (cause instanceof AccessDeniedException) { // its message is the path alone
      return InputErrors.unreadable(input, path, "permission denied");
    }
    String detail =
        cause.getCause() == null
            ? String.valueOf(cause.getMessage())
            : cause.getMessage() + " (" + cause.getCause().getMessage() + ")";
    return cause instanceof EOFException || cause instanceof ZipException
        ? InputErrors.damagedGzip(input, path, detail)
        : InputErrors.unreadable(input, path, detail);
  }
}
