package id.dampak.bronze;

import id.dampak.contract.Landed;
import id.dampak.privacy.Fate;
import id.dampak.privacy.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
 */
record ParquetFates(Redaction redaction) implements MapFunction<Row, Row> {

  /** What becomes of each column; one whose parts are personal is so as a whole. */
  static Map<String, Fate> of(StructType schema, Redaction redaction) {
    Map<String, Fate> fates = new LinkedHashMap<>();
    for (StructField column : schema.fields()) {
      Fate fate = redaction.fate(column.name());
      fates.put(
          column.name(),
          fate == Fate.KEPT && hasPersonalPart(column.dataType(), redaction)
              ? Fate.DROPPED_BY_NAME
              : fate);
    }
    return fates;
  }

  private static boolean hasPersonalPart(DataType type, Redaction redaction) {
    if (type instanceof StructType parts) {
      return Arrays.stream(parts.fields())
          .anyMatch(
              part ->
                  redaction.fate(part.name()) != Fate.KEPT
                      || hasPersonalPart(part.dataType(), redaction));
    }
    if (type instanceof ArrayType list) {
      return hasPersonalPart(list.elementType(), redaction);
    }
    return type instanceof MapType map && hasPersonalPart(map.valueType(), redaction);
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
    Optional<Subject> subject = redaction.fate(column).subject();
    return value == null || subject.isEmpty() ? value : redaction.pseudonym(subject.get(), value);
  }

  @Override
  public String toString() {
    return "ParquetFates[secret]";
  }
}
