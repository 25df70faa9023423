package id.dampak;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.contract.Check;
import id.dampak.contract.Field;
import id.dampak.contract.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Whether rows are what a table's contract says. */
public final class Conformance {
  private static final String ROWS = "rows";
  private static final String KEYS = "keys";

  private Conformance() {}

  /**
   * The columns of {@code rows} have the names, order and types of the contract, required ones are
   * filled, checks hold, and the grain identifies a row.
   */
  public static void assertConforms(Table table, Dataset<Row> rows) {
    assertThat(columns(rows.schema()))
        .as("columns of %s", table)
        .isEqualTo(columns(table.schema()));
    List<Column> counts = new ArrayList<>();
    counts.add(
        countDistinct(struct(table.grain().stream().map(Field::col).toArray(Column[]::new)))
            .as(KEYS));
    for (Field field : table.fields()) {
      if (!field.nullable()) {
        counts.add(count(when(field.col().isNull(), 1)).as("without " + field.name()));
      }
    }
    for (Check check : table.checks()) {
      counts.add(
          count(when(expr("NOT (" + check.condition() + ")"), 1)).as("against " + check.name()));
    }
    Row found =
        rows.agg(count(lit(1)).as(ROWS), counts.toArray(Column[]::new)).collectAsList().get(0);
    for (String name : found.schema().fieldNames()) {
      long expected = name.equals(KEYS) ? found.<Long>getAs(ROWS) : 0;
      if (!name.equals(ROWS)) {
        assertThat(found.<Long>getAs(name)).as("%s: %s", table, name).isEqualTo(expected);
      }
    }
  }

  /** {@code keys} identify a row: what a join needs on the side that it looks up. */
  public static void assertUnique(Dataset<Row> rows, Field... keys) {
    Column[] key = Arrays.stream(keys).map(Field::col).toArray(Column[]::new);
    assertThat(rows.groupBy(key).count().filter(col("count").gt(1)).collectAsList()).isEmpty();
  }

  private static List<String> columns(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(field -> field.name() + " " + field.dataType().catalogString())
        .toList();
  }
}
