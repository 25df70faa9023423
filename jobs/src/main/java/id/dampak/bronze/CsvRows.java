package id.dampak.bronze;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.dampak.error.DampakException;
import id.dampak.error.InputErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a CSV file (RFC 4180, header row, UTF-8 with or without byte order mark, plain or
 * gzip), read as a stream.
 */
final class CsvRows implements RowReader {
  private final SourceFile file;
  private final CsvReader<CsvRecord> reader;
  private final java.util.Iterator<CsvRecord> records;
  private final List<String> header;
  private long row;

  private CsvRows(SourceFile file) {
    this.file = file;
    try {
      this.reader = open(Path.of(file.path()));
      this.records = reader.iterator();
      this.header = header(records);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw unreadable(e);
    }
  }

  /** Opens a file; close the result. */
  static CsvRows of(SourceFile file) {
    return new CsvRows(file);
  }

  @Override
  public List<String> columns() {
    return header;
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
  public LandedRow next() {
    CsvRecord record;
    try {
      record = records.next();
    } catch (UncheckedIOException | CsvParseException e) {
      throw unreadable(e);
    }
    row++;
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < record.getFieldCount(); i++) {
      fields.put(i < header.size() ? header.get(i) : "_extra_" + (i + 1), record.getField(i));
    }
    return new LandedRow(row, fields, defect(record.getFieldCount()));
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> defect(int found) {
    return found == header.size()
        ? Optional.empty()
        : Optional.of("the row has " + found + " fields, but the header has " + header.size());
  }

  private List<String> header(java.util.Iterator<CsvRecord> lines) {
    if (!lines.hasNext()) {
      throw InputErrors.emptyFile(file.input(), Path.of(file.path()));
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : lines.next().getFields()) {
      String trimmed = name.strip();
      if (!seen.add(trimmed)) {
        throw InputErrors.repeatedColumn(file.input(), Path.of(file.path()), trimmed);
      }
      names.add(trimmed);
    }
    return List.copyOf(names);
  }

  private static CsvReader<CsvRecord> open(Path path) throws IOException {
    return CsvReader.builder()
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(true)
        // A row of another length lands with its defect; it is no reason to refuse the file.
        .allowMissingFields(true)
        .allowExtraFields(true)
        .detectBomHeader(true)
        .ofCsvRecord(Compressed.open(path));
  }

  private DampakException unreadable(Exception e) {
    return Compressed.unreadable(
        file.input(), Path.of(file.path()), e.getCause() instanceof IOException cause ? cause : e);
  }
}
