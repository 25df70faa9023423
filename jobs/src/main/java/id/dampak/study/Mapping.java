package id.dampak.study;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a target field comes from.
 *
 * @param columns source columns; several are joined by a slash
 * @param rowNumber whether file and row number are appended, for sources without a key of their own
 * @param constant value of every row, instead of columns
 * @param values recoding; keys that end in an asterisk match any text that starts with them
 * @param divideBy divisor of an amount, 1 without one
 */
public record Mapping(
    List<String> columns,
    RowNumber rowNumber,
    Optional<String> constant,
    Map<String, String> values,
    BigDecimal divideBy) {

  /** Whether the place of a row in its file is part of its identity. */
  public enum RowNumber {
    APPENDED,
    LEFT_OUT
  }

  /** Canonical constructor; copies the collections. */
  public Mapping {
    columns = List.copyOf(columns);
    values = Collections.unmodifiableMap(new TreeMap<>(values)); // prints alike everywhere
  }

  /** A field that is a source column as it stands. */
  public static Mapping column(String name) {
    return new Mapping(
        List.of(name), RowNumber.LEFT_OUT, Optional.empty(), Map.of(), BigDecimal.ONE);
  }
}
