package id.dampak.bronze;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import id.dampak.error.DampakException;
import id.dampak.error.InputErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The records of a CSV file (RFC 4180, UTF-8 with or without byte order mark, plain or gzip), read
 * as a stream: what a record may hold is bounded, and with it the memory.
 */
final class CsvRecords implements Records {
  private static final int MOST_FIELDS = 1 << 12;
  private static final int LONGEST_FIELD = 1 << 20;
  private static final int LONGEST_ROW = 1 << 22;

  private final SourceFile file;
  private final CsvReader<CsvRecord> reader;
  private final java.util.Iterator<CsvRecord> records;
  private long read;

  private CsvRecords(SourceFile file, char delimiter) {
    this.file = file;
    try {
      this.reader = open(file, delimiter);
      this.records = reader.iterator();
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw unreadable(e);
    }
  }

  /**
   * Opens a file; close the result.
   *
   * @param delimiter what stands between fields
   */
  static CsvRecords of(SourceFile file, char delimiter) {
    return new CsvRecords(file, delimiter);
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException | CsvParseException e) {
      throw unreadable(e);
    }
  }

  @Override
  public List<String> next() {
    try {
      List<String> fields = records.next().getFields();
      read++;
      return fields;
    } catch (UncheckedIOException | CsvParseException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvReader<CsvRecord> open(SourceFile file, char delimiter) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(true)
        // A row of another length lands with its defect; it is no reason to refuse the file.
        .allowMissingFields(true)
        .allowExtraFields(true)
        .maxBufferSize(2 * LONGEST_FIELD)
        .build(
            CsvRecordHandler.builder()
                .maxFields(MOST_FIELDS)
                .maxFieldSize(LONGEST_FIELD)
                .maxRecordSize(LONGEST_ROW)
                .build(),
            Characters.of(file.open()));
  }

  /** A failure behind the first record, which is the header of most files, names its row. */
  private DampakException unreadable(Exception e) {
    Path path = file.place();
    if (e instanceof CsvParseException && !(e.getCause() instanceof IOException)) {
      String detail = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
      return InputErrors.unreadableRow(
          file.input(), path, read, detail.strip(), LONGEST_FIELD, LONGEST_ROW, MOST_FIELDS);
    }
    return Compressed.unreadable(
        file.input(), path, e.getCause() instanceof IOException cause ? cause : e);
  }
}
