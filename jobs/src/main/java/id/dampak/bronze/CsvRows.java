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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a CSV file (RFC 4180, header row, UTF-8 with or without byte order mark, plain or
 * gzip), read as a stream: what a row may hold is bounded, and with it the memory.
 */
final class CsvRows implements RowReader {
  private static final int MOST_FIELDS = 1 << 12;
  private static final int LONGEST_FIELD = 1 << 20;
  private static final int LONGEST_ROW = 1 << 22;

  private final SourceFile file;
  private final CsvReader<CsvRecord> reader;
  private final java.util.Iterator<CsvRecord> records;
  private final List<String> header;
  private long row;

  private CsvRows(SourceFile file) {
    this.file = file;
    try {
      this.reader = open(file);
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
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < record.getFieldCount(); i++) {
      String name = i < header.size() ? header.get(i) : "_extra_" + (i + 1);
      String text = record.getField(i);
      Characters.fault(text).ifPresent(fault -> faults.add("the column " + name + " " + fault));
      fields.put(name, Characters.storable(text));
    }
    return new LandedRow(row, fields, defect(record.getFieldCount(), faults));
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> defect(int found, List<String> faults) {
    List<String> defects = new ArrayList<>(faults);
    if (found != header.size()) {
      defects.add("the row has " + found + " fields, but the header has " + header.size());
    }
    return defects.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", defects));
  }

  private List<String> header(java.util.Iterator<CsvRecord> lines) {
    if (!lines.hasNext()) {
      throw InputErrors.emptyFile(file.input(), file.place());
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : lines.next().getFields()) {
      Characters.fault(name)
          .ifPresent(
              fault -> {
                throw InputErrors.notText(file.input(), file.place(), fault);
              });
      String trimmed = name.strip();
      if (!seen.add(trimmed)) {
        throw InputErrors.repeatedColumn(file.input(), file.place(), trimmed);
      }
      names.add(trimmed);
    }
    return List.copyOf(names);
  }

  private static CsvReader<CsvRecord> open(SourceFile file) throws IOException {
    return CsvReader.builder()
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

  private DampakException unreadable(Exception e) {
    Path path = file.place();
    if (e instanceof CsvParseException && !(e.getCause() instanceof IOException)) {
      String detail = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
      return InputErrors.unreadableRow(
          file.input(), path, row + 1, detail.strip(), LONGEST_FIELD, LONGEST_ROW, MOST_FIELDS);
    }
    return Compressed.unreadable(
        file.input(), path, e.getCause() instanceof IOException cause ? cause : e);
  }
}
