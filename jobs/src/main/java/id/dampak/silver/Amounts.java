package id.dampak.silver;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.format.Mapping;
import id.dampak.format.Mapping.Arithmetic;
import id.dampak.format.NumberStyle;
import id.dampak.study.Input;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Reads amounts of money, in minor units, out of the texts of a source. */
final class Amounts {
  /** Amounts as sources write them: up to eighteen digits before the point and nine after it. */
  private static final DataType AMOUNT = DataTypes.createDecimalType(27, 9);

  /** Terms of a calculation; Spark keeps at most 38 digits of a product or quotient. */
  private static final DataType TERM = DataTypes.createDecimalType(18, 6);

  /** Below the largest number that eight bytes hold. */
  private static final double LARGEST_AMOUNT = 9e18;

  private static final String SHORT_WHOLE_NUMBER = "^\\d{1,12}$";
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Source source;
  private final int minorDigits;

  /**
   * Amounts of a source.
   *
   * @param minorDigits decimal digits of the currency
   */
  Amounts(Source source, int minorDigits) {
    this.source = source;
    this.minorDigits = minorDigits;
  }

  /** An amount that must be there and not be negative. */
  Typed required(Field field, String name) {
    Mapping mapping = source.input().mapping(name);
    if (isCalculated(mapping)) {
      return checked(source.number(field, name, calculated(name), field.col().lt(0)), name);
    }
    return checked(exact(field, name), name);
  }

  /** An amount that may be missing. */
  Typed optional(Field field, String name) {
    Typed typed = required(field, name);
    return new Typed(field, typed.value(), when(isThere(name), typed.reason()));
  }

  /** An amount as it stands, in units of the currency and not rounded; null where it is none. */
  Column figure(String name) {
    return when(doubt(name).isNull(), number(source.text(name)).try_cast(AMOUNT));
  }

  /** Why an amount as it stands is not read; null where it can be read in one way at most. */
  Column doubt(String name) {
    return isUndeclared() ? twofold(name, source.text(name)) : Source.nothing();
  }

  /** Whether a row has all that an amount is calculated from; nothing can be said per none. */
  private Column isThere(String name) {
    Arithmetic arithmetic = source.input().mapping(name).arithmetic();
    Column there = source.text(name).isNotNull();
    if (arithmetic.times().isPresent()) {
      there = there.and(source.part(name, arithmetic.times().get()).isNotNull());
    }
    if (arithmetic.per().isPresent()) {
      there = there.and(coalesce(term(name, arithmetic.per().get()).notEqual(0), lit(false)));
    }
    return there;
  }

  /** A number that could be read in two ways is not read in either. */
  private Typed checked(Typed typed, String name) {
    if (!isUndeclared()) {
      return typed;
    }
    Column reason = typed.reason();
    List<String> reads = source.input().mapping(name).reads();
    for (String column : reads) {
      Column text = reads.size() > 1 ? source.part(name, column) : source.text(name);
      reason = coalesce(twofold(name, text), reason);
    }
    return new Typed(typed.field(), typed.value(), reason);
  }

  /** What is wrong with a number that could be read in two ways; null where there is no doubt. */
  private static Column twofold(String name, Column text) {
    return when(
        text.rlike(NumberStyle.GROUPED),
        concat(
            lit(name + " \""),
            text,
            lit("\" can be read in two ways: declare numbers: for its input")));
  }

  /** Parquet has numbers, so that their texts are ours. */
  private boolean isUndeclared() {
    return source.input().notation().numbers().isEmpty()
        && source.input().format() != Input.Format.PARQUET;
  }

  /**
   * The text divided by the mapping's divisor and rounded half up. It is exact, because it is
   * counted in whole numbers: x / d rounds half up to (2nx + D) div 2D, where d is D / n.
   */
  private Typed exact(Field field, String name) {
    Column text = number(source.text(name));
    BigDecimal divisor = source.input().mapping(name).arithmetic().divideBy().stripTrailingZeros();
    BigDecimal whole = new BigDecimal(divisor.abs().movePointRight(digits(divisor)).toBigInteger());
    BigDecimal factor = BigDecimal.ONE.movePointRight(minorDigits + digits(divisor));
    Column value = text.try_cast(AMOUNT).multiply(lit(divisor.signum()));
    Column twice = value.multiply(lit(factor.multiply(TWO)));
    Column rounded = call_function("div", twice.plus(lit(whole)), lit(whole.multiply(TWO)));
    Column size = abs(value.cast(DataTypes.DoubleType).multiply(minorUnits(divisor, minorDigits)));
    Column exact = when(size.lt(LARGEST_AMOUNT), rounded);
    return source.number(
        field,
        name,
        divisor.compareTo(BigDecimal.ONE) == 0
            ? coalesce(wholeAmount(text, minorDigits), exact)
            : exact,
        // The exact value is only asked where the rounded one leaves it open.
        coalesce(field.col().leq(0), lit(true)).and(value.lt(0)));
  }

  private static boolean isCalculated(Mapping mapping) {
    Arithmetic arithmetic = mapping.arithmetic();
    return mapping.reads().size() > 1
        || arithmetic.times().isPresent()
        || arithmetic.per().isPresent()
        || !arithmetic.less().isEmpty();
  }

  /** Each amount is rounded half up to minor units before it is taken off another. */
  private Column calculated(String name) {
    Column whole = minor(name);
    for (String less : source.input().mapping(name).arithmetic().less()) {
      whole = whole.minus(coalesce(minor(less), lit(0L)));
    }
    return whole;
  }

  private Column minor(String name) {
    Mapping mapping = source.input().mapping(name);
    Arithmetic arithmetic = mapping.arithmetic();
    Column value = sum(name, mapping.columns());
    if (arithmetic.times().isPresent()) {
      value = value.multiply(term(name, arithmetic.times().get()));
    }
    if (arithmetic.per().isPresent()) {
      value = call_function("try_divide", value, term(name, arithmetic.per().get()));
    }
    if (arithmetic.divideBy().compareTo(BigDecimal.ONE) != 0) {
      value = value.divide(lit(arithmetic.divideBy()));
    }
    Column scaled = value.multiply(lit(BigDecimal.ONE.movePointRight(minorDigits)));
    return call_function("round", scaled).try_cast(DataTypes.LongType);
  }

  /** One of several that is blank counts as nothing, unless all are. */
  private Column sum(String name, List<String> columns) {
    if (columns.isEmpty()) { // the same in every row of a file
      return number(source.text(name)).try_cast(TERM);
    }
    if (columns.size() == 1) {
      return term(name, columns.get(0));
    }
    Column anything =
        coalesce(columns.stream().map(column -> term(name, column)).toArray(Column[]::new));
    Column sum =
        columns.stream()
            .map(column -> coalesce(term(name, column), lit(BigDecimal.ZERO)))
            .reduce(Column::plus)
            .orElseThrow();
    return when(anything.isNotNull(), sum);
  }

  private Column term(String name, String column) {
    boolean alone = source.input().mapping(name).reads().size() == 1;
    Column text = alone ? source.text(name) : source.part(name, column);
    return number(text).try_cast(TERM);
  }

  /** The text in the notation of Spark, or null where it is not in that of the source. */
  private Column number(Column text) {
    Optional<NumberStyle> declared = source.input().notation().numbers();
    if (declared.isEmpty() || declared.get() == NumberStyle.PLAIN) {
      return text;
    }
    NumberStyle style = declared.get();
    Column bare = regexp_replace(text, NumberStyle.CURRENCY, "$1");
    Column ungrouped = functions.replace(bare, lit(style.group()), lit(""));
    Column plain = functions.replace(ungrouped, lit(style.point()), lit("."));
    return when(bare.rlike(style.shape()), plain);
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
}
