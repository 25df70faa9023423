package id.dampak.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.dampak.error.TextErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a CSV file of labelled texts is laid out.
 *
 * @param text the column of the text
 * @param label the column of a whole number
 * @param positiveFrom the lowest label that means: should be flagged
 * @param slice the column that measures are split by, if any
 */
public record LabelledTexts(String text, String label, int positiveFrom, Optional<String> slice) {

  /** Reads a file with a header row, in UTF-8. */
  public List<LabelledText> read(Path file) {
    Texts.requireFile(file);
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().map(row -> labelled(file, row)).toList();
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw TextErrors.unreadableTexts(file, e.getClass().getSimpleName());
    }
  }

  private LabelledText labelled(Path file, NamedCsvRecord row) {
    String number = cell(file, row, label).strip();
    try {
      return new LabelledText(
          cell(file, row, text),
          Integer.parseInt(number) >= positiveFrom,
          slice.map(column -> cell(file, row, column)).stream().toList());
    } catch (NumberFormatException e) {
      throw TextErrors.badLabel(file, row.getStartingLineNumber(), number);
    }
  }

  private static String cell(Path file, NamedCsvRecord row, String column) {
    return row.findField(column)
        .orElseThrow(() -> TextErrors.missingColumn(file, column, row.getHeader()));
  }
}
