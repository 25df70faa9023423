package id.dampak.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.dampak.contract.Content;
import id.dampak.error.TextErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of unlabelled texts. */
public final class Texts {
  private static final long LARGEST = 256L << 20;

  private Texts() {}

  /** The column {@code text} of a {@code .csv} file, or every line that is not blank of another. */
  public static List<String> read(Path file) {
    requireFile(file);
    try {
      return file.toString().endsWith(".csv") ? column(file) : lines(file);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw TextErrors.unreadableTexts(file, e.getClass().getSimpleName());
    }
  }

  /** A pipe may never end, a device never does, and texts are read into memory. */
  static void requireFile(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw TextErrors.unreadableTexts(file, "it is a folder, a pipe or a device");
    }
    if (file.toFile().length() > LARGEST) {
      throw TextErrors.unreadableTexts(file, "it has more than %,d bytes".formatted(LARGEST));
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
  }

  private static List<String> column(Path file) throws IOException {
    String column = Content.TEXT.name();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream()
          .map(
              row ->
                  row.findField(column)
                      .orElseThrow(() -> TextErrors.missingColumn(file, column, row.getHeader())))
          .toList();
    }
  }
}
