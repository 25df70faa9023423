package id.dampak.bronze;

import id.dampak.contract.Landed;
import id.dampak.privacy.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Redaction of Parquet files, which Spark reads: a column that is dropped is not selected, and
 * identifiers are replaced in each landed row by a function that plans show by its name alone.
 *
 * @param subjects whom the values of a column name, where they do
 */
record ParquetFates(Redaction redaction, Map<String, Subject> subjects)
    implements MapFunction<Row, Row> {

  /** What becomes of the columns of a file. */
  static FileColumns of(String input, StructType schema, Redaction redaction) {
    Map<String, Set<String>> within = new LinkedHashMap<>();
    for (StructField column : schema.fields()) {
      within.put(column.name(), names(column.dataType()).collect(Collectors.toSet()));
    }
    return new FileColumns(
        input, redaction.fates(List.of(schema.fieldNames()), within), Map.copyOf(within));
  }

  private static Stream<String> names(DataType type) {
    if (type instanceof StructType parts) {
      return Arrays.stream(parts.fields())
          .flatMap(
              part ->
                  Stream.concat(
                      Stream.of(part.name()),
                      names(part.dataType()).map(name -> part.name() + "." + name)));
    }
    if (type instanceof ArrayType list) {
      return names(list.elementType());
    }
    return type instanceof MapType map ? names(map.valueType()) : Stream.empty();
  }

  @Override
  public Row call(Row row) {
    Object[] values = new Object[row.length()];
    for (int at = 0; at < values.length; at++) {
      values[at] = row.get(at);
    }
    int fields = row.fieldIndex(Landed.FIELDS.name());
    Map<String, String> redacted = new LinkedHashMap<>();
    row.<String, String>getJavaMap(fields)
        .forEach((column, value) -> redacted.put(column, redacted(column, value)));
    values[fields] = CollectionConverters.asScala(redacted);
    return RowFactory.create(values);
  }

  /** A missing value stays missing. */
  private String redacted(String column, String value) {
    Subject subject = subjects.get(column);
    return value == null || subject == null ? value : redaction.pseudonym(subject, value);
  }

  @Override
  public String toString() {
    return "ParquetFates[secret]";
  }
}
