package id.dampak.panel;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import id.dampak.error.DampakException;
import id.dampak.error.TableFileErrors;
import id.dampak.estimate.Panel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header line, UTF-8, with or without a byte order mark. */
final class CsvTable extends AbstractBaseCsvCallbackHandler<Boolean> {
  private final Path file;
  private final Columns columns;
  private final Delimiter delimiter;
  private final Set<String> texts;
  private final List<String> header = new ArrayList<>();
  private final Map<String, ColumnBuffer> buffers = new HashMap<>();
  private @Nullable ColumnBuffer[] byField = {};
  private int rows = -1;
  private boolean misjudged;
  // What the parser calls may not throw: it would wrap the error in one of its own.
  private @Nullable DampakException refusal;

  private CsvTable(Path file, Columns columns, Delimiter delimiter, Set<String> texts) {
    this.file = file;
    this.columns = columns;
    this.delimiter = delimiter;
    this.texts = texts;
  }

  /**
   * Reads the file; again from the start, whenever a column that began with numbers turns out to
   * hold text, because the text of the earlier numbers is gone by then.
   */
  static Panel read(Path file, Columns columns, Delimiter delimiter) throws IOException {
    Set<String> texts = new HashSet<>(columns.identifiers());
    while (true) {
      CsvTable table = new CsvTable(file, columns, delimiter, texts);
      if (table.parse()) {
        return table.panel();
      }
    }
  }

  private boolean parse() throws IOException {
    try (InputStream in = TableFile.open(file);
        CsvReader<Boolean> reader =
            CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(this, in, StandardCharsets.UTF_8)) {
      for (boolean goOn : reader) {
        if (refusal != null) {
          throw refusal;
        }
        if (!goOn) {
          return false;
        }
      }
    } catch (CsvParseException e) {
      throw TableFileErrors.unreadable(file, TableFile.reason(e));
    }
    if (rows <= 0) {
      throw TableFileErrors.empty(file);
    }
    return true;
  }

  @Override
  protected void handleField(int field, char[] characters, int offset, int length, boolean quoted) {
    if (rows < 0) {
      header.add(new String(characters, offset, length).strip());
      return;
    }
    ColumnBuffer buffer = field < byField.length ? byField[field] : null;
    if (buffer == null) {
      return;
    }
    if (ColumnBuffer.isMissing(characters, offset, length)) {
      buffer.addMissing();
    } else if (!buffer.add(characters, offset, length)) {
      texts.add(header.get(field));
      misjudged = true;
    }
  }

  @Override
  protected Boolean buildRecord() {
    if (rows < 0) {
      refusal = startColumns();
    } else if (getFieldCount() != header.size()) {
      refusal =
          TableFileErrors.ragged(file, getStartingLineNumber(), getFieldCount(), header.size());
    }
    rows++;
    return !misjudged;
  }

  /** Prepares the columns that are wanted; the error if the header does not allow it. */
  private @Nullable DampakException startColumns() {
    for (String name : columns.names()) {
      if (!header.contains(name)) {
        return TableFileErrors.noSuchColumn(file, name, header);
      }
      buffers.put(name, texts.contains(name) ? new TextBuffer() : new NumberBuffer());
    }
    byField = new ColumnBuffer[header.size()];
    for (int field = 0; field < byField.length; field++) {
      byField[field] = buffers.get(header.get(field));
      if (byField[field] != null && header.indexOf(header.get(field)) < field) {
        return TableFileErrors.repeatedColumn(file, header.get(field));
      }
    }
    return null;
  }

  private Panel panel() {
    Panel.Builder panel = Panel.ofRows(rows);
    for (int field = 0; field < byField.length; field++) {
      ColumnBuffer buffer = byField[field];
      if (buffer != null) {
        buffer.addTo(panel, header.get(field));
      }
    }
    return panel.build();
  }
}
