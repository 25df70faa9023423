package id.dampak.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.dampak.contract.Content;
import id.dampak.contract.Field;
import id.dampak.error.TextErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** A training corpus in a CSV file whose columns are named as in {@link Content#TABLE}. */
public final class Corpus {
  private static final int HIGHEST_LEVEL = 4;

  private Corpus() {}

  /** Rows of {@link Content#TABLE}; the column of the register may be missing or empty. */
  public static List<Row> read(Path file) {
    Texts.requireFile(file);
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      Timestamp known = Timestamp.from(Files.getLastModifiedTime(file).toInstant());
      return csv.stream().map(record -> row(file, known, record)).toList();
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw TextErrors.unreadableTexts(file, e.getClass().getSimpleName());
    }
  }

  private static Row row(Path file, Timestamp known, NamedCsvRecord record) {
    @Nullable String register =
        record.findField(Content.REGISTER.name()).filter(value -> !value.isEmpty()).orElse(null);
    return RowFactory.create(
        file.toString(),
        cell(file, record, Content.CONTENT_ID),
        cell(file, record, Content.TEXT),
        level(file, record),
        cell(file, record, Content.FAMILY),
        register,
        null, // a corpus is not of one platform or time
        null,
        known,
        "content",
        file.toString(),
        record.getStartingLineNumber() - 1,
        known);
  }

  private static int level(Path file, NamedCsvRecord record) {
    String number = cell(file, record, Content.LEVEL).strip();
    try {
      int level = Integer.parseInt(number);
      if (level >= 0 && level <= HIGHEST_LEVEL) {
        return level;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with levels out of range.
    }
    throw TextErrors.badLabel(file, record.getStartingLineNumber(), number);
  }

  private static String cell(Path file, NamedCsvRecord record, Field field) {
    return record
        .findField(field.name())
        .orElseThrow(() -> TextErrors.missingColumn(file, field.name(), record.getHeader()));
  }
}
