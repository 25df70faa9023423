package id.dampak.job;

import id.dampak.contract.Field;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;

/** Reads a collected row by the fields of its contract. */
record FieldReader(Row row) {

  String text(Field field) {
    return row.getAs(field.name());
  }

  long whole(Field field) {
    return row.<Long>getAs(field.name());
  }

  double number(Field field) {
    return row.<Double>getAs(field.name());
  }

  boolean flag(Field field) {
    return row.<Boolean>getAs(field.name());
  }

  /** Whether it says so; false where it says nothing. */
  boolean isSaid(Field field) {
    return Boolean.TRUE.equals(row.<Boolean>getAs(field.name()));
  }

  int integer(Field field) {
    return row.<Integer>getAs(field.name());
  }

  LocalDateTime wallClock(Field field) {
    return row.getAs(field.name());
  }

  Instant instant(Field field) {
    return row.<Timestamp>getAs(field.name()).toInstant();
  }

  List<String> texts(Field field) {
    return row.getList(row.fieldIndex(field.name()));
  }

  Map<String, String> textMap(Field field) {
    return row.getJavaMap(row.fieldIndex(field.name()));
  }

  Optional<Instant> optionalInstant(Field field) {
    return isNull(field) ? Optional.empty() : Optional.of(instant(field));
  }

  Optional<String> optionalText(Field field) {
    return isNull(field) ? Optional.empty() : Optional.of(text(field));
  }

  Optional<LocalDate> optionalDate(Field field) {
    return isNull(field)
        ? Optional.empty()
        : Optional.of(row.<java.sql.Date>getAs(field.name()).toLocalDate());
  }

  Optional<List<String>> optionalTexts(Field field) {
    return isNull(field) ? Optional.empty() : Optional.of(texts(field));
  }

  OptionalDouble optionalNumber(Field field) {
    return isNull(field) ? OptionalDouble.empty() : OptionalDouble.of(number(field));
  }

  OptionalInt optionalInteger(Field field) {
    return isNull(field) ? OptionalInt.empty() : OptionalInt.of(integer(field));
  }

  private boolean isNull(Field field) {
    return row.isNullAt(row.fieldIndex(field.name()));
  }
}
