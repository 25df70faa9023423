package id.dampak.lake;

import id.dampak.contract.Field;
import org.apache.spark.sql.Column;

/**
 * The rows of a table that one write replaces: those of one dataset or of one study.
 *
 * @param field column that tells the slices apart
 * @param value value that this slice has in it
 */
public record Slice(Field field, String value) {

  Column condition() {
    return field.col().equalTo(value);
  }

  String predicate() {
    return field.name() + " = '" + escaped(value) + "'";
  }

  /** A text as it stands between the quotes of a SQL literal. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
