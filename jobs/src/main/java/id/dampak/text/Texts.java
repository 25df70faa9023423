package id.dampak.text;

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

  private Texts() {}

  /** The column {@code text} of a {@code .csv} file, or every line that is not blank of another. */
  public static List<String> read(Path file) {
    try {
      return file.toString().endsWith(".csv") ? column(file) : lines(file);
    } catch (IOException | UncheckedIOException e) {
      throw TextErrors.unreadableTexts(file, e.getClass().getSimpleName());
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
