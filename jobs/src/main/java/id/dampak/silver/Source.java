package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.contract.Landed;
import id.dampak.format.Mapping;
import id.dampak.study.Fields;
import id.dampak.study.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads typed fields out of landed rows by the mapping of one input. Every method takes the name of
 * a field as the study file calls it; a field without a mapping comes from the source column of the
 * same name.
 */
final class Source {
  private static final String NULL_TEXT = "";

  /** Later entries win: a longer prefix over a shorter one, the exact text over every prefix. */
  private static final Comparator<Map.Entry<String, String>> BROADEST =
      Comparator.<Map.Entry<String, String>>comparingInt(
              entry -> entry.getKey().endsWith("*") ? entry.getKey().length() : Integer.MAX_VALUE)
          .thenComparing(Map.Entry::getKey);

  /** Apart from the columns of bronze and of silver. */
  private static final String TEXT_OF = "text of ";

  private static final String PART_OF = "part ";

  /** Exports put tabs behind numbers, for spreadsheets to leave them alone. */
  private static final String BLANKS = " \t\r\n\u00a0";

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
    for (String name : names) {
      List<String> parts = parts(name);
      for (int i = 0; i < parts.size(); i++) {
        columns.add(landed(parts.get(i)).as(PART_OF + i + " " + name));
      }
    }
    Dataset<Row> texts = bronze.select(columns.toArray(Column[]::new));
    for (String name : names) {
      List<Column> apart = input.mapping(name).apart().stream().map(Source::landed).toList();
      texts = apart.isEmpty() ? texts : LineNumbers.appended(texts, TEXT_OF + name, apart);
    }
    return texts;
  }

  /**
   * The field as text, recoded by the mapping; null where the source has nothing, and also where it
   * lacks one of several parts, because what is left would be taken for something else.
   */
  Column text(String name) {
    return functions.col("`" + TEXT_OF + name + "`");
  }

  /** The text of one column that an amount is calculated from. */
  Column part(String name, String column) {
    return functions.col("`" + PART_OF + parts(name).indexOf(column) + " " + name + "`");
  }

  /** The texts of all the columns that a field comes from, one by one. */
  List<Column> each(String name) {
    List<String> parts = parts(name);
    return parts.isEmpty()
        ? List.of(text(name))
        : parts.stream().map(column -> part(name, column)).toList();
  }

  /** The columns of a field that is more than one of them as it stands. */
  private List<String> parts(String name) {
    List<String> reads = input.mapping(name).reads();
    return Fields.isOfParts(name) && reads.size() > 1 ? reads : List.of();
  }

  private Column read(String name) {
    Mapping mapping = input.mapping(name);
    if (mapping.constant().isPresent()) {
      return orGiven(name, lit(mapping.constant().get()));
    }
    if (mapping.fileName().isPresent()) {
      Column found =
          functions.regexp_extract(
              Landed.SOURCE_FILE.col(), "^(?:" + mapping.fileName().get() + ")$", 1);
      return orGiven(name, functions.nullif(found, lit(NULL_TEXT)));
    }
    boolean blanks = mapping.blankParts() == Mapping.BlankParts.KEPT;
    Column text = landed(mapping.columns().get(0));
    for (String column : mapping.columns().subList(1, mapping.columns().size())) {
      Column part = blanks ? coalesce(landed(column), lit(NULL_TEXT)) : landed(column);
      text = concat(text, lit("/"), part);
    }
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

  /** A number that must be there and not be negative, with the reasons against it. */
  Typed number(Field field, String name, Column number, Column negative) {
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
    Column text = trim(element_at(Landed.FIELDS.col(), lit(column)), lit(BLANKS));
    return when(text.notEqual(NULL_TEXT), text);
  }

  /** What was read in place of a field when its file landed, where that had to be. */
  private static Column orGiven(String name, Column otherwise) {
    String given = Landed.given(name);
    return when(functions.map_contains_key(Landed.FIELDS.col(), given), landed(given))
        .otherwise(otherwise);
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
