package id.dampak.bronze;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is wrapped in: told from its first bytes and not from its name. */
enum Packing {
  /** Nothing: text or Parquet. */
  PLAIN,
  /** One file, compressed. */
  GZIP,
  /** Files side by side. */
  ZIP,
  /** A ZIP file that is an Office Open XML document, which is one file to its users. */
  WORKBOOK;

  private static final byte[] GZIP_MARK = {0x1f, (byte) 0x8b};

  /** Of a ZIP file with entries, and of one without. */
  private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};

  private static final byte[] EMPTY_ZIP_MARK = {'P', 'K', 5, 6};

  private static final String OF_EVERY_DOCUMENT = "[Content_Types].xml";

  /** What a file is wrapped in. */
  static Packing of(String input, Path path) {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(ZIP_MARK.length);
    } catch (IOException e) {
      throw Compressed.unreadable(input, path, e);
    }
    if (!isZip(start)) {
      return starts(start, GZIP_MARK) ? GZIP : PLAIN;
    }
    try (Archive archive = Archive.open(input, path)) {
      return archive.has(OF_EVERY_DOCUMENT) ? WORKBOOK : ZIP;
    }
  }

  static boolean isZip(byte[] start) {
    return starts(start, ZIP_MARK) || starts(start, EMPTY_ZIP_MARK);
  }

  static boolean isGzip(byte[] start) {
    return starts(start, GZIP_MARK);
  }

  private static boolean starts(byte[] start, byte[] mark) {
    return start.length >= mark.length
        && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
  }

  /** Reads a compressed file to its end, which must come within reason. */
  void requireWhole(String input, Path path) {
    switch (this) {
      case PLAIN -> {}
      case GZIP -> Compressed.requireWhole(input, path);
      case ZIP, WORKBOOK -> {
        try (Archive archive = Archive.open(input, path)) {
          archive.requireWhole();
        }
      }
    }
  }
}
