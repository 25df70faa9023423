package id.dampak.job;

import id.dampak.contract.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * What became of one row.
 *
 * @param kind whether it came, went or changed
 * @param key what identifies it, such as {@code transaction_id 4}
 * @param values the values that differ
 */
public record RowChange(Kind kind, String key, List<Value> values) {

  /** How a row differs. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * A value that differs; empty where there was none.
   *
   * @param column the column
   */
  public record Value(String column, Optional<String> before, Optional<String> after) {}

  /** Canonical constructor; copies the list. */
  public RowChange {
    values = List.copyOf(values);
  }

  /** From texts: those of the key, then the values before, then the values after. */
  static RowChange of(Kind kind, List<Field> keys, List<Field> fields, Row texts) {
    List<String> key = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      key.add(keys.get(i).name() + " " + texts.getString(i));
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Optional<String> before = Optional.ofNullable(texts.getString(keys.size() + i));
      Optional<String> after =
          Optional.ofNullable(texts.getString(keys.size() + fields.size() + i));
      if (!Objects.equals(before, after)) {
        values.add(new Value(fields.get(i).name(), before, after));
      }
    }
    return new RowChange(kind, String.join(", ", key), values);
  }
}
