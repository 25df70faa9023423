package id.dampak.bronze;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one JSON object: those of objects in it under both names with a dot between, lists
 * as their JSON. Numbers keep the text that the file has; null is as good as an empty text. What
 * was read before a fault is kept.
 */
final class JsonFields {
  static final int LONGEST_ROW = 1 << 22;
  private static final int LONGEST_FIELD = 1 << 20;
  private static final int MOST_FIELDS = 1 << 12;
  private static final int LONGEST_NAME = 1 << 10;
  private static final int LONGEST_NUMBER = 1 << 10;
  private static final int DEEPEST = 32;

  /** Does not keep the names of fields: a file could have any number of them. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_FIELD)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, Set<String>> within = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int length;

  /** Bounds are in the message, because the parser's own would name its methods. */
  static String tooLarge() {
    return "is too large: a field has at most %,d characters, a row %,d and %,d fields, %d deep"
        .formatted(LONGEST_FIELD, LONGEST_ROW, MOST_FIELDS, DEEPEST);
  }

  static JsonFactory factory() {
    return FACTORY;
  }

  /** Reads the object that starts, to its end. */
  void readObject(JsonParser json) throws IOException {
    readObject(json, "");
  }

  /** Something about the row is not in order; {@code fault} is a clause. */
  void fault(String fault) {
    faults.add(fault);
  }

  LandedRow row(long number) {
    return new LandedRow(
        number,
        fields,
        within,
        faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults)));
  }

  private void readObject(JsonParser json, String prefix) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix + json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT) {
        readObject(json, name + ".");
      } else {
        put(json, name, value == JsonToken.START_ARRAY ? list(json, name) : text(json, value));
      }
    }
  }

  private void put(JsonParser json, String name, String text) throws IOException {
    requireRoom(json, name.length() + text.length());
    String stored = Characters.storable(name);
    Characters.fault(name).ifPresent(fault -> faults.add("the name " + stored + " " + fault));
    Characters.fault(text).ifPresent(fault -> faults.add("the column " + stored + " " + fault));
    if (fields.putIfAbsent(stored, Characters.storable(text)) != null) {
      faults.add("the column " + stored + " is there twice");
    }
  }

  private void requireRoom(JsonParser json, int more) throws StreamConstraintsException {
    length += more;
    if (length > LONGEST_ROW || fields.size() >= MOST_FIELDS) {
      throw new StreamConstraintsException(tooLarge(), json.currentLocation());
    }
  }

  private static String text(JsonParser json, JsonToken value) throws IOException {
    return value == JsonToken.VALUE_NULL ? "" : json.getText();
  }

  /** The list that starts, as JSON. */
  private String list(JsonParser json, String column) throws IOException {
    JsonStreamContext list = json.getParsingContext();
    StringBuilder text = new StringBuilder("[");
    int depth = 1;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token.isStructEnd()) {
        depth--;
      } else if (!"[{:".contains(text.substring(text.length() - 1))) {
        text.append(',');
      }
      if (token.isStructStart()) {
        depth++;
      }
      append(text, json, token);
      if (token == JsonToken.FIELD_NAME) {
        remember(json, Characters.storable(column), path(json.getParsingContext(), list));
      }
      if (text.length() > LONGEST_FIELD) {
        throw new StreamConstraintsException(tooLarge(), json.currentLocation());
      }
    }
    return text.toString();
  }

  private void remember(JsonParser json, String column, String name) throws IOException {
    if (within.computeIfAbsent(column, first -> new LinkedHashSet<>()).add(name)) {
      requireRoom(json, name.length());
    }
  }

  /** The name that was just read, behind those of the objects around it as far as the list. */
  private static String path(JsonStreamContext field, JsonStreamContext list) {
    StringBuilder path = new StringBuilder(Characters.storable(field.getCurrentName()));
    for (JsonStreamContext at = field.getParent(); at != list; at = at.getParent()) {
      if (at.inObject()) {
        path.insert(0, Characters.storable(at.getCurrentName()) + ".");
      }
    }
    return path.toString();
  }

  private static void append(StringBuilder text, JsonParser json, JsonToken token)
      throws IOException {
    boolean quoted = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
    if (quoted) {
      text.append('"').append(JsonStringEncoder.getInstance().quoteAsString(json.getText()));
      text.append(token == JsonToken.FIELD_NAME ? "\":" : "\"");
    } else {
      text.append(json.getText());
    }
  }
}
