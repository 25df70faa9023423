package id.dampak.contract;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * A column, declared once in its table's contract.
 *
 * @param name the column's name in the table
 * @param type its Spark SQL type
 * @param nullable whether a row may lack it
 * @param doc what it means, with its unit
 */
public record Field(String name, DataType type, boolean nullable, String doc) {

  /** The column, by name. */
  public Column col() {
    return functions.col(name);
  }

  /** The column of one side of a join. */
  public Column of(String alias) {
    return functions.col(alias + "." + name);
  }

  /** {@code value} cast to this field's type under this field's name. */
  public Column from(Column value) {
    return value.cast(type).as(name);
  }

  StructField toStructField() {
    Metadata comment = new MetadataBuilder().putString("comment", doc).build();
    return new StructField(name, type, nullable, comment);
  }
}
