package id.dampak.bronze;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import id.dampak.error.ContainerErrors;
import id.dampak.error.DampakException;
import id.dampak.error.InputErrors;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * JSON Lines: one object a line. A line that is none lands with its defect, and the next counts.
 */
final class JsonLineRows implements RowReader {
  private final SourceFile file;
  private final JsonColumns columns;
  private final Reader in;
  private final Lines lines;
  private Optional<String> ahead;
  private long number;

  JsonLineRows(SourceFile file) {
    this.file = file;
    this.columns = new JsonColumns(file, () -> new JsonLineRows(file));
    try {
      this.in = Characters.of(file.open());
    } catch (IOException e) {
      throw Compressed.unreadable(file.input(), file.place(), e);
    }
    this.lines = new Lines(in, JsonFields.LONGEST_ROW);
    this.ahead = advance();
    if (ahead.isEmpty()) {
      close();
      throw InputErrors.emptyFile(file.input(), file.place());
    }
  }

  @Override
  public List<String> columns() {
    return columns.names();
  }

  @Override
  public Map<String, Set<String>> within() {
    return columns.within();
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent();
  }

  @Override
  public LandedRow next() {
    String line = ahead.orElseThrow(NoSuchElementException::new);
    number++;
    LandedRow row = row(line);
    ahead = advance();
    return row;
  }

  private LandedRow row(String line) {
    JsonFields fields = new JsonFields();
    try (JsonParser json = JsonFields.factory().createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        fields.fault("the line is no JSON object");
      } else {
        fields.readObject(json);
        if (json.nextToken() != null) {
          fields.fault("the line goes on behind its object");
        }
      }
    } catch (StreamConstraintsException e) {
      fields.fault("the line " + JsonFields.tooLarge());
    } catch (JsonProcessingException e) {
      // The parser's own words would quote the line, which may hold what must not be kept.
      fields.fault("the line is no valid JSON from character " + e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw Compressed.unreadable(file.input(), file.place(), e);
    }
    return fields.row(number);
  }

  private Optional<String> advance() {
    try {
      return lines.nextNotBlank();
    } catch (Lines.TooLong e) {
      throw unreadable();
    } catch (IOException e) {
      throw Compressed.unreadable(file.input(), file.place(), e);
    }
  }

  private DampakException unreadable() {
    return ContainerErrors.unreadableJson(
        file.input(), file.place(), number + 1, JsonFields.tooLarge());
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw Compressed.unreadable(file.input(), file.place(), e);
    }
  }
}
