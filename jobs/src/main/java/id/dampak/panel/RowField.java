package id.dampak.panel;

import id.dampak.error.TableFileErrors;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/**
 * How a column of Spark becomes one of a panel. Dates and times come as their numbers; text, and
 * what only tells things apart, as labels.
 *
 * @param name the column
 * @param kind how its values are kept
 * @param label whether they are labels
 */
record RowField(String name, Kind kind, boolean label) implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Map<DataType, Kind> KINDS =
      Map.of(
          DataTypes.ByteType, Kind.BYTE,
          DataTypes.ShortType, Kind.SHORT,
          DataTypes.IntegerType, Kind.INT,
          DataTypes.DateType, Kind.INT,
          DataTypes.LongType, Kind.LONG,
          DataTypes.TimestampType, Kind.LONG,
          DataTypes.TimestampNTZType, Kind.LONG,
          DataTypes.FloatType, Kind.FLOAT,
          DataTypes.DoubleType, Kind.DOUBLE,
          DataTypes.BooleanType, Kind.BOOLEAN);

  /** How Spark keeps a value. */
  enum Kind {
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BOOLEAN,
    TEXT
  }

  /**
   * How a field is read.
   *
   * @param identifier whether its values only tell things apart
   * @throws id.dampak.error.DampakException if it is nested
   */
  static RowField of(StructField field, boolean identifier) {
    Kind kind =
        field.dataType() instanceof StringType
            ? Kind.TEXT
            : Optional.ofNullable(KINDS.get(field.dataType()))
                .orElseThrow(() -> TableFileErrors.nestedColumn(field.name()));
    return new RowField(field.name(), kind, identifier || kind == Kind.TEXT);
  }

  /** The column as it is read: decimals as the nearest number, or as text. */
  static Column plain(Column column, DataType type, boolean identifier) {
    return type instanceof DecimalType ? column.cast(identifier ? "string" : "double") : column;
  }

  /** The value as a number; it may not be missing. */
  double number(InternalRow row, int ordinal) {
    return switch (kind) {
      case DOUBLE -> row.getDouble(ordinal);
      case FLOAT -> row.getFloat(ordinal);
      case BOOLEAN -> row.getBoolean(ordinal) ? 1 : 0;
      case BYTE, SHORT, INT, LONG -> whole(row, ordinal);
      case TEXT -> throw new IllegalStateException(name + " is text");
    };
  }

  /** Bits that tell a value that is no text from all others; it may not be missing. */
  long key(InternalRow row, int ordinal) {
    return switch (kind) {
      case DOUBLE -> Double.doubleToLongBits(row.getDouble(ordinal));
      case FLOAT -> Float.floatToIntBits(row.getFloat(ordinal));
      case BOOLEAN -> row.getBoolean(ordinal) ? 1 : 0;
      case BYTE, SHORT, INT, LONG -> whole(row, ordinal);
      case TEXT -> throw new IllegalStateException(name + " is text");
    };
  }

  /** The label of a {@link #key}. */
  String label(long key) {
    return switch (kind) {
      case DOUBLE -> Double.toString(Double.longBitsToDouble(key));
      case FLOAT -> Float.toString(Float.intBitsToFloat((int) key));
      case BOOLEAN -> Boolean.toString(key == 1);
      case BYTE, SHORT, INT, LONG -> Long.toString(key);
      case TEXT -> throw new IllegalStateException(name + " is text");
    };
  }

  /** The key that has a label. */
  long key(String label) {
    return switch (kind) {
      case DOUBLE -> Double.doubleToLongBits(Double.parseDouble(label));
      case FLOAT -> Float.floatToIntBits(Float.parseFloat(label));
      case BOOLEAN -> Boolean.parseBoolean(label) ? 1 : 0;
      case BYTE, SHORT, INT, LONG -> Long.parseLong(label);
      case TEXT -> throw new IllegalStateException(name + " is text");
    };
  }

  private long whole(InternalRow row, int ordinal) {
    return switch (kind) {
      case BYTE -> row.getByte(ordinal);
      case SHORT -> row.getShort(ordinal);
      case INT -> row.getInt(ordinal);
      case LONG -> row.getLong(ordinal);
      case FLOAT, DOUBLE, BOOLEAN, TEXT ->
          throw new IllegalStateException(name + " is no whole number");
    };
  }
}
