package id.dampak.panel;

import id.dampak.error.TableFileErrors;
import id.dampak.estimate.Panel;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a CSV file, plain or gzipped, or a Parquet file into a {@link Panel}; which of them it is
 * shows in its first bytes, not in its name.
 *
 * <p>A column is numeric if all its values are numbers, else categorical. Missing are the empty
 * field, {@code NA}, {@code NaN} and {@code null}. Only the columns asked for are kept; {@code
 * log(x)} is the natural logarithm of column x.
 */
public final class TableFile {
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final long MOST_EXPANSION = 200;
  private static final long ALWAYS_ALLOWED = 256L << 20;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private TableFile() {}

  /**
   * Reads {@code columns} of {@code file}.
   *
   * @throws id.dampak.error.DampakException if the file is missing, empty, cut short, ragged, or
   *     lacks a column, or a number has no logarithm
   */
  public static Panel read(Path file, Columns columns, Delimiter delimiter) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw TableFileErrors.noSuchFile(file);
    }
    try {
      Logarithms logarithms = new Logarithms(columns);
      return logarithms.with(
          isParquet(file)
              ? ParquetTable.read(file, logarithms.read())
              : CsvTable.read(file, logarithms.read(), delimiter));
    } catch (IOException | UncheckedIOException e) {
      throw TableFileErrors.unreadable(file, reason(e));
    }
  }

  /** The text of a file, unpacked if it is gzipped. */
  static InputStream open(Path file) throws IOException {
    PushbackInputStream raw = new PushbackInputStream(Files.newInputStream(file), 2);
    int first = raw.read();
    int second = raw.read();
    if (second >= 0) {
      raw.unread(second);
    }
    if (first >= 0) {
      raw.unread(first);
    }
    return first == GZIP_FIRST && second == GZIP_SECOND
        ? new BoundedStream(new GZIPInputStream(raw, 1 << 16), mostExpanded(Files.size(file)))
        : raw;
  }

  /** As for the inputs of a study: no table that was ever exported shrinks so much. */
  private static long mostExpanded(long size) {
    return Math.max(ALWAYS_ALLOWED, MOST_EXPANSION * size);
  }

  private static boolean isParquet(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
    }
  }

  /** Why reading failed, in words: of the whole chain of causes the one that says most. */
  static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException) {
        return "The file ends too early: it was cut short while it was copied or written.";
      }
      if (cause instanceof ZipException) {
        return "The compressed data are damaged (" + cause.getMessage() + ").";
      }
    }
    return failure.getMessage() + ".";
  }
}
