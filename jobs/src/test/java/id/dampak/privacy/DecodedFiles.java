package id.dampak.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** Everything that files of a folder say, as they lie on disk and decoded. */
public final class DecodedFiles {
  private final Path folder;

  public DecodedFiles(Path folder) {
    this.folder = folder;
  }

  /** What every file says, hidden ones and checksums included. */
  Map<Path, String> texts() {
    Map<Path, String> texts = new TreeMap<>();
    all().forEach(file -> texts.put(file, text(file)));
    return texts;
  }

  /** Which of some texts stand in which file. */
  public Map<String, List<Path>> holding(List<String> sought) {
    Map<String, List<Path>> holders = new TreeMap<>();
    texts()
        .forEach(
            (file, text) ->
                found(text, sought)
                    .forEach(
                        each ->
                            holders.computeIfAbsent(each, first -> new ArrayList<>()).add(file)));
    return holders;
  }

  /** Which of some texts stand in another, as they are or with two bytes a letter. */
  static List<String> found(String text, List<String> sought) {
    String wide = text.replace("\0", "");
    return sought.stream().filter(each -> text.contains(each) || wide.contains(each)).toList();
  }

  private List<Path> all() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a file says: its name, its bytes as Latin letters, so that none is lost, the same from
   * gzip, and every value of Parquet columns whatever their compression.
   */
  private static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      StringBuilder text = new StringBuilder(file + "\n");
      text.append(new String(bytes, StandardCharsets.ISO_8859_1));
      if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
        text.append(
            new String(
                new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
                StandardCharsets.ISO_8859_1));
      }
      if (file.toString().endsWith(".parquet")) {
        appendRows(file, text);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void appendRows(Path file, StringBuilder text) throws IOException {
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
            .build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        text.append(row).append('\n');
      }
    }
  }
}
