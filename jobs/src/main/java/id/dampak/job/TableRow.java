package id.dampak.job;

import id.dampak.contract.Field;
import id.dampak.contract.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of a table by the fields of its contract, so that no value depends on its position.
 */
final class TableRow {
  private final Table table;
  private final Map<String, Object> values = new HashMap<>();

  TableRow(Table table) {
    this.table = table;
  }

  TableRow with(Field field, Object value) {
    values.put(field.name(), value);
    return this;
  }

  /** A number that is null in the lake where it is not defined. */
  TableRow withNumber(Field field, double value) {
    if (!Double.isNaN(value)) {
      values.put(field.name(), value);
    }
    return this;
  }

  /** The row; a required field without a value is a mistake of the caller. */
  Row row() {
    List<Field> fields = table.fields();
    @Nullable Object[] row = new Object[fields.size()];
    for (int i = 0; i < row.length; i++) {
      Field field = fields.get(i);
      row[i] = values.get(field.name());
      if (row[i] == null && !field.nullable()) {
        throw new IllegalStateException(table + " needs a " + field.name());
      }
    }
    return RowFactory.create(row);
  }
}
