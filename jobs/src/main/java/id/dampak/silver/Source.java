package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.contract.Landed;
import id.dampak.study.Input;
import id.dampak.study.Mapping;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads typed fields out of landed rows by the mapping of one input. Every method takes the name of
 * a field as the study file calls it; a field without a mapping comes from the source column of the
 * same name.
 */
final class Source {
  private static final String NULL_TEXT = "";

  private final Input input;

  Source(Input input) {
    this.input = input;
  }

  Input input() {
    return input;
  }

  /** The field as text, recoded by the mapping; null where the source has nothing. */
  Column text(String name) {
    Mapping mapping = input.columns().getOrDefault(name, Mapping.column(name));
    if (mapping.constant().isPresent()) {
      return lit(mapping.constant().get());
    }
    Column[] parts = mapping.columns().stream().map(Source::landed).toArray(Column[]::new);
    Column text = parts.length == 1 ? parts[0] : concat_ws("/", parts);
    if (mapping.rowNumber() == Mapping.RowNumber.APPENDED) {
      text =
          concat_ws(
              "/",
              text,
              Landed.SOURCE_FILE.col(),
              Landed.SOURCE_ROW.col().cast(DataTypes.StringType));
    }
    return recoded(text, mapping.values());
  }

  /** A text that must be there. */
  Typed required(Field field, String name) {
    Column text = text(name);
    return new Typed(field, text, when(text.isNull(), lit(name + " is missing")));
  }

  /** A text that may be missing. */
  Typed optional(Field field, String name) {
    return new Typed(field, text(name), nothing());
  }

  /** A text that is {@code otherwise} where it is missing. */
  Typed orElse(Field field, String name, String otherwise) {
    return new Typed(field, coalesce(text(name), lit(otherwise)), nothing());
  }

  /** A text that must be one of {@code allowed}, and is {@code otherwise} where it is missing. */
  Typed oneOf(Field field, String name, String otherwise, Object... allowed) {
    Column text = coalesce(text(name), lit(otherwise));
    return new Typed(
        field,
        text,
        when(
            text.isInCollection(java.util.List.of(allowed)).unary_$bang(),
            concat(
                lit(name + " \""),
                text,
                lit("\" is none of " + java.util.Arrays.toString(allowed)))));
  }

  /** A whole number that must be there and not be negative. */
  Typed count(Field field, String name) {
    return number(field, name, text(name).try_cast(DataTypes.LongType));
  }

  /**
   * An amount in minor units: the text divided by the mapping's divisor and rounded half up,
   * exactly.
   *
   * @param minorDigits decimal digits of the currency
   */
  Typed amount(Field field, String name, int minorDigits) {
    Mapping mapping = input.columns().getOrDefault(name, Mapping.column(name));
    Column decimal = text(name).try_cast(DataTypes.createDecimalType(38, 9));
    Column minor =
        functions
            .round(
                decimal
                    .divide(lit(mapping.divideBy()))
                    .cast(DataTypes.createDecimalType(38, 9))
                    .multiply(lit(java.math.BigDecimal.TEN.pow(minorDigits))),
                0)
            .try_cast(DataTypes.LongType);
    return number(field, name, minor);
  }

  private Typed number(Field field, String name, Column number) {
    Column text = text(name);
    return new Typed(
        field,
        number,
        when(text.isNull(), lit(name + " is missing"))
            .when(number.isNull(), concat(lit(name + " \""), text, lit("\" is not a number")))
            .when(number.lt(0), concat(lit(name + " "), text, lit(" is negative"))));
  }

  /** No reason to refuse a row. */
  static Column nothing() {
    return lit(null).cast(DataTypes.StringType);
  }

  private static Column landed(String column) {
    Column text = trim(element_at(Landed.FIELDS.col(), lit(column)));
    return when(text.notEqual(NULL_TEXT), text);
  }

  private static Column recoded(Column text, Map<String, String> values) {
    if (values.isEmpty()) {
      return text;
    }
    Column recoded = null;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      Column matches = matches(text, entry.getKey());
      Column value = lit(entry.getValue());
      recoded = recoded == null ? when(matches, value) : recoded.when(matches, value);
    }
    return java.util.Objects.requireNonNull(recoded).otherwise(text);
  }

  private static Column matches(Column text, String key) {
    return key.endsWith("*")
        ? text.startsWith(key.substring(0, key.length() - 1))
        : text.equalTo(key);
  }
}
