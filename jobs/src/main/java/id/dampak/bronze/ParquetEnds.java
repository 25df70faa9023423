package id.dampak.bronze;

import id.dampak.error.InputErrors;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The mark with which a Parquet file starts and ends. A file that is cut off lacks the second, and
 * one of another format both; Spark would fail on them in a task, without the user's words.
 */
final class ParquetEnds {
  private static final byte[] MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private ParquetEnds() {}

  /** Refuses a file that is not a whole Parquet file. */
  static void require(SourceFile source) {
    Path path = Path.of(source.path());
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      if (file.length() < 2L * MARK.length || !marked(file, 0)) {
        throw InputErrors.notParquet(source.input(), path, "does not start as one");
      }
      if (!marked(file, file.length() - MARK.length)) {
        throw InputErrors.notParquet(source.input(), path, "is cut off before its end");
      }
    } catch (IOException e) {
      throw Compressed.unreadable(source.input(), path, e);
    }
  }

  static boolean isMark(byte[] start) {
    return Arrays.equals(start, MARK);
  }

  private static boolean marked(RandomAccessFile file, long at) throws IOException {
    byte[] found = new byte[MARK.length];
    file.seek(at);
    file.readFully(found);
    return Arrays.equals(found, MARK);
  }
}
