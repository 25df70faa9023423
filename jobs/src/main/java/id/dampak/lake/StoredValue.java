package id.dampak.lake;

import io.delta.kernel.data.Row;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.util.Map;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.jspecify.annotations.Nullable;

/** What a row of Delta holds, as Spark would give it. */
final class StoredValue {
  /** Reads a value that is there. */
  private interface Reader {
    Object read(Row row, int place);
  }

  private static final Map<Class<? extends DataType>, Reader> READERS =
      Map.of(
          StringType.class,
          Row::getString,
          BooleanType.class,
          Row::getBoolean,
          IntegerType.class,
          Row::getInt,
          LongType.class,
          Row::getLong,
          DoubleType.class,
          Row::getDouble,
          DateType.class,
          (row, place) -> DateTimeUtils.toJavaDate(row.getInt(place)),
          TimestampType.class,
          (row, place) -> DateTimeUtils.toJavaTimestamp(row.getLong(place)),
          TimestampNTZType.class,
          (row, place) -> DateTimeUtils.microsToLocalDateTime(row.getLong(place)));

  private StoredValue() {}

  /**
   * The value in a place of a row; null where the row has no such place, or nothing in it.
   *
   * @param place less than 0 where there is none
   * @throws IllegalArgumentException where it is one of several values, which need Spark
   */
  static @Nullable Object of(Row row, int place) {
    if (place < 0 || row.isNullAt(place)) {
      return null;
    }
    DataType type = row.getSchema().at(place).getDataType();
    Reader reader = READERS.get(type.getClass());
    if (reader == null) {
      throw new IllegalArgumentException("A value of type " + type + " is read by Spark only");
    }
    return reader.read(row, place);
  }
}
