package id.dampak.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A reference file of the program: CSV in UTF-8 with a header, one line a row.
 *
 * @param header names of the columns
 * @param records every row, by column; an empty text where a row has nothing
 * @param sha256 SHA-256 of the file's bytes
 */
public record ReferenceText(List<String> header, List<Map<String, String>> records, String sha256) {
  private static final String FOLDER = "/id/dampak/reference/";

  /** Copies the lists. */
  public ReferenceText {
    header = List.copyOf(header);
    records = List.copyOf(records);
  }

  /** The file of this name, for example {@code provinces.csv}. */
  public static ReferenceText named(String name) {
    byte[] bytes = bytes(FOLDER + name);
    List<List<String>> lines =
        new String(bytes, StandardCharsets.UTF_8).lines().map(ReferenceText::fields).toList();
    List<String> header = lines.get(0);
    List<Map<String, String>> records =
        lines.stream().skip(1).map(fields -> byColumn(name, header, fields)).toList();
    return new ReferenceText(header, records, sha256(bytes));
  }

  private static Map<String, String> byColumn(
      String name, List<String> header, List<String> fields) {
    if (fields.size() != header.size()) {
      throw new IllegalStateException(name + " has a row that its header does not fit: " + fields);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      row.put(header.get(i), fields.get(i));
    }
    return Map.copyOf(row);
  }

  /** Fields of a line; one in quotes may hold commas, and quotes that are doubled. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          field.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = ReferenceText.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
