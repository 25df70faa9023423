package id.dampak.bronze;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Opens JSON, as one object a line or as a document. */
final class JsonRows {
  private static final int MOST_BLANKS = 1 << 12;

  private JsonRows() {}

  /** The objects of a file that has one a line; close the result. */
  static RowReader lines(SourceFile file) {
    return new JsonLineRows(file);
  }

  /**
   * The objects of a file that has one a line, or else is a document; close the result.
   *
   * @param list name of the list in the document that holds the rows; without one, the document is
   *     a list itself, or a single row
   */
  static RowReader any(SourceFile file, Optional<String> list) {
    return hasOneObjectALine(file) ? lines(file) : new JsonDocumentRows(file, list);
  }

  /** Whether the first character that is no blank opens an object or a list. */
  static boolean startsAsJson(SourceFile file) {
    try (Reader in = Characters.of(file.open())) {
      int first = in.read();
      for (int read = 0; read < MOST_BLANKS && Character.isWhitespace(first); read++) {
        first = in.read();
      }
      return first == '{' || first == '[';
    } catch (IOException e) {
      throw Compressed.unreadable(file.input(), file.place(), e);
    }
  }

  /** Whether the first line is an object and something follows it. */
  private static boolean hasOneObjectALine(SourceFile file) {
    try (Reader in = Characters.of(file.open())) {
      Lines lines = new Lines(in, JsonFields.LONGEST_ROW);
      Optional<String> first = lines.nextNotBlank();
      return first.isPresent() && isObject(first.get()) && lines.nextNotBlank().isPresent();
    } catch (Lines.TooLong e) {
      return false; // only a document can have such lines; who reads it tells whether it is one
    } catch (IOException e) {
      throw Compressed.unreadable(file.input(), file.place(), e);
    }
  }

  private static boolean isObject(String line) throws IOException {
    try (JsonParser json = JsonFields.factory().createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      json.skipChildren();
      return json.nextToken() == null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
