package id.dampak.bronze;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import id.dampak.error.ContainerErrors;
import id.dampak.error.DampakException;
import id.dampak.error.InputErrors;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON document, read as a stream: a list of objects, a list of that kind under its name in an
 * object, or objects one behind the other. Behind a fault it cannot be told where the next row
 * starts, so that a document with one is refused.
 */
final class JsonDocumentRows implements RowReader {
  private final SourceFile file;
  private final JsonColumns columns;
  private final Optional<String> list;
  private final JsonParser json;
  private boolean inList;
  private boolean more;
  private long number;

  JsonDocumentRows(SourceFile file, Optional<String> list) {
    this.file = file;
    this.list = list;
    this.columns = new JsonColumns(file, () -> new JsonDocumentRows(file, list));
    try {
      this.json = JsonFields.factory().createParser(Characters.of(file.open()));
    } catch (IOException e) {
      throw Compressed.unreadable(file.input(), file.place(), e);
    }
    try {
      start();
    } catch (RuntimeException e) {
      close();
      throw e;
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
    return more;
  }

  @Override
  public LandedRow next() {
    if (!more) {
      throw new NoSuchElementException();
    }
    number++;
    JsonFields fields = new JsonFields();
    read(
        () -> {
          if (json.currentToken() == JsonToken.START_OBJECT) {
            fields.readObject(json);
          } else {
            json.skipChildren();
            fields.fault("the row is no JSON object");
          }
          advance();
        });
    return fields.row(number);
  }

  /** Goes to the first row. */
  private void start() {
    read(
        () -> {
          JsonToken first = json.nextToken();
          if (first == null) {
            throw InputErrors.emptyFile(file.input(), file.place());
          }
          if (first == JsonToken.START_OBJECT && list.isPresent()) {
            findList(list.get());
          }
          inList = json.currentToken() == JsonToken.START_ARRAY;
          more = true;
          if (inList) {
            advance();
          }
        });
  }

  private void findList(String name) throws IOException {
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      if (token == JsonToken.FIELD_NAME
          && json.currentName().equals(name)
          && json.nextToken() == JsonToken.START_ARRAY) {
        return;
      }
    }
    throw ContainerErrors.missingList(file.input(), file.place(), name);
  }

  /** Goes to the next row; behind the last, to the end of the file, which may be cut off. */
  private void advance() throws IOException {
    JsonToken token = json.nextToken();
    more = token != null && !(inList && token == JsonToken.END_ARRAY);
    while (!more && token != null) {
      token = json.nextToken();
    }
  }

  /** Reading that may fail. */
  private interface Reading {
    void run() throws IOException;
  }

  private void read(Reading reading) {
    try {
      reading.run();
    } catch (StreamConstraintsException e) {
      throw unreadable(JsonFields.tooLarge());
    } catch (JsonProcessingException e) {
      throw unreadable(
          "is no valid JSON from line %,d, character %,d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw Compressed.unreadable(file.input(), file.place(), e);
    }
  }

  private DampakException unreadable(String how) {
    return ContainerErrors.unreadableJson(file.input(), file.place(), Math.max(number, 1), how);
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw Compressed.unreadable(file.input(), file.place(), e);
    }
  }
}
