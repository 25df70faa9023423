package id.dampak.bronze;

import id.dampak.error.ContainerErrors;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files inside a ZIP file, each of which lands as one of its own. */
final class ArchivedFiles {
  private static final int MARK_LENGTH = 4;

  private ArchivedFiles() {}

  /** The files, in the order of their names. Their hashes are those of what they hold. */
  static List<SourceFile> of(String input, Path path) {
    try (Archive archive = Archive.open(input, path)) {
      List<SourceFile> files = new ArrayList<>();
      for (String entry : archive.files().stream().sorted().toList()) {
        requireNotNested(input, path, entry, archive);
        files.add(
            new SourceFile(
                input,
                path.toString(),
                entry,
                SourceFile.hash(input, path, () -> archive.content(entry))));
      }
      if (files.isEmpty()) {
        throw ContainerErrors.emptyArchive(input, path);
      }
      return List.copyOf(files);
    }
  }

  /** The content of an entry; closing it closes the ZIP file. */
  static InputStream open(String input, Path path, String entry) {
    Archive archive = Archive.open(input, path);
    try {
      return new FilterInputStream(archive.content(entry)) {
        @Override
        public void close() throws IOException {
          try (archive) {
            super.close();
          }
        }
      };
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /** What is packed twice could hide anything, and a workbook is read from a file of its own. */
  private static void requireNotNested(String input, Path path, String entry, Archive archive) {
    byte[] start;
    try (InputStream in = archive.content(entry)) {
      start = in.readNBytes(MARK_LENGTH);
    } catch (IOException e) {
      throw Compressed.unreadable(input, path, e);
    }
    if (Packing.isZip(start)) {
      throw ContainerErrors.nestedArchive(input, path, entry, "a ZIP file or a workbook");
    }
    if (Packing.isGzip(start)) {
      throw ContainerErrors.nestedArchive(input, path, entry, "compressed");
    }
    if (ParquetEnds.isMark(start)) {
      throw ContainerErrors.nestedArchive(input, path, entry, "a Parquet file, read at random");
    }
  }
}
