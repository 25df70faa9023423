package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.contract.Landed;
import id.dampak.study.Input;
import id.dampak.study.Mapping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads typed fields out of landed rows by the mapping of one input. Every method takes the name of
 * a field as the study file calls it; a field without a mapping comes from the source column of the
 * same name.
 */
final class Source {
  private static final String NULL_TEXT = "";

  /** Amounts as sources write them: up to eighteen digits before the point and nine after it. */
  private static final DataType AMOUNT = DataTypes.createDecimalType(27, 9);

  /** Below the largest number that eight bytes hold. */
  private static final double LARGEST_AMOUNT = 9e18;

  /** Later entries win: a longer prefix over a shorter one, the exact text over every prefix. */
  private static final Comparator<Map.Entry<String, String>> BROADEST =
      Comparator.<Map.Entry<String, String>>comparingInt(
              entry -> entry.getKey().endsWith("*") ? entry.getKey().length() : Integer.MAX_VALUE)
          .thenComparing(Map.Entry::getKey);

  private static final String SHORT_WHOLE_NUMBER = "^\\d{1,12}$";

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Apart from the columns of bronze and of silver. */
  private static final String TEXT_OF = "text of ";

  private final Input input;
  private final List<String> names;

  /**
   * A source by the mapping of an input.
   *
   * @param names every field that will be asked for
   */
  Source(Input input, List<String> names) {
    this.input = input;
    this.names = names;
  }

  Input input() {
    return input;
  }

  /**
   * Landed rows with the text of every field beside them. A projection of its own: a text stands in
   * several expressions each, and Spark would otherwise look it up and recode it in every one.
   */
  Dataset<Row> texts(Dataset<Row> bronze) {
    List<Column> columns = new ArrayList<>(List.of(Landed.TRANSACTION.columns()));
    names.forEach(name -> columns.add(read(name).as(TEXT_OF + name)));
    return bronze.select(columns.toArray(Column[]::new));
  }

  /**
   * The field as text, recoded by the mapping; null where the source has nothing, and also where it
   * lacks one of several parts, because what is left would be taken for something else.
   */
  Column text(String name) {
    return functions.col("`" + TEXT_OF + name + "`");
  }

  private Column read(String name) {
    Mapping mapping = input.columns().getOrDefault(name, Mapping.column(name));
    if (mapping.constant().isPresent()) {
      return lit(mapping.constant().get());
    }
    Column text =
        mapping.columns().stream()
            .map(Source::landed)
            .reduce((left, right) -> concat(left, lit("/"), right))
            .orElseThrow();
    if (mapping.rowNumber() == Mapping.RowNumber.APPENDED) {
      text = concat(text, lit("/"), Landed.SOURCE_FILE.col(), lit("/"), Landed.SOURCE_ROW.col());
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

  /** A number that may be missing, or stand among words that are none. */
  Typed optionalNumber(Field field, String name) {
    return new Typed(field, text(name).try_cast(DataTypes.DoubleType), nothing());
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
            field.col().isInCollection(List.of(allowed)).unary_$bang(),
            concat(
                lit(name + " \""),
                field.col(),
                lit("\" is none of " + java.util.Arrays.toString(allowed)))));
  }

  /** A whole number that must be there and not be negative. */
  Typed count(Field field, String name) {
    return number(field, name, text(name).try_cast(DataTypes.LongType), field.col().lt(0));
  }

  /**
   * An amount in minor units: the text divided by the mapping's divisor and rounded half up. It is
   * exact, because it is counted in whole numbers: x / d rounds half up to (2nx + D) div 2D, where
   * d is D / n.
   *
   * @param minorDigits decimal digits of the currency
   */
  Typed amount(Field field, String name, int minorDigits) {
    BigDecimal divisor =
        input.columns().getOrDefault(name, Mapping.column(name)).divideBy().stripTrailingZeros();
    BigDecimal whole = new BigDecimal(divisor.abs().movePointRight(digits(divisor)).toBigInteger());
    BigDecimal factor = BigDecimal.ONE.movePointRight(minorDigits + digits(divisor));
    Column value = text(name).try_cast(AMOUNT).multiply(lit(divisor.signum()));
    Column twice = value.multiply(lit(factor.multiply(TWO)));
    Column rounded =
        functions.call_function("div", twice.plus(lit(whole)), lit(whole.multiply(TWO)));
    Column size =
        functions.abs(value.cast(DataTypes.DoubleType).multiply(minorUnits(divisor, minorDigits)));
    Column exact = when(size.lt(LARGEST_AMOUNT), rounded);
    return number(
        field,
        name,
        divisor.compareTo(BigDecimal.ONE) == 0
            ? coalesce(wholeAmount(text(name), minorDigits), exact)
            : exact,
        // The exact value is only asked where the rounded one leaves it open.
        coalesce(field.col().leq(0), lit(true)).and(value.lt(0)));
  }

  /** Most amounts are short whole numbers: they need no decimal arithmetic, which is slow. */
  private static Column wholeAmount(Column text, int minorDigits) {
    return when(
        text.rlike(SHORT_WHOLE_NUMBER),
        text.try_cast(DataTypes.LongType).multiply(lit((long) Math.pow(10, minorDigits))));
  }

  private static int digits(BigDecimal divisor) {
    return Math.max(divisor.scale(), 0);
  }

  private static Column minorUnits(BigDecimal divisor, int minorDigits) {
    return lit(Math.pow(10, minorDigits) / divisor.abs().doubleValue());
  }

  private Typed number(Field field, String name, Column number, Column negative) {
    Column text = text(name);
    return new Typed(
        field,
        number,
        when(text.isNull(), lit(name + " is missing"))
            .when(negative, concat(lit(name + " "), text, lit(" is negative")))
            .when(
                field.col().isNull(),
                concat(lit(name + " \""), text, lit("\" is not a number, or too large a one"))));
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
    Column recoded = text;
    for (Map.Entry<String, String> entry : values.entrySet().stream().sorted(BROADEST).toList()) {
      recoded = when(matches(text, entry.getKey()), entry.getValue()).otherwise(recoded);
    }
    return recoded;
  }

  private static Column matches(Column text, String key) {
    return key.endsWith("*")
        ? text.startsWith(key.substring(0, key.length() - 1))
        : text.equalTo(key);
  }
}
