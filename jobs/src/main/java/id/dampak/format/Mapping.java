package id.dampak.format;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a target field comes from.
 *
 * @param columns source columns; several are joined by a slash, or added where the field is an
 *     amount
 * @param blankParts what becomes of the whole where a part of it is blank
 * @param rowNumber whether file and row number are appended, for sources without a key of their own
 * @param constant value of every row, instead of columns
 * @param fileName expression whose first group is the value for every row of a file with such a
 *     name, instead of columns
 * @param values recoding; keys that end in an asterisk match any text that starts with them
 * @param arithmetic what is done with an amount
 * @param apart columns in which rows of one text differ that are different things all the same, as
 *     lines of an order for one product do; within a file they are numbered from the second on
 */
public record Mapping(
    List<String> columns,
    BlankParts blankParts,
    RowNumber rowNumber,
    Optional<String> constant,
    Optional<String> fileName,
    Map<String, String> values,
    Arithmetic arithmetic,
    List<String> apart) {

  /** Whether the place of a row in its file is part of its identity. */
  public enum RowNumber {
    APPENDED,
    LEFT_OUT
  }

  /** What a blank part does to a text of several. */
  public enum BlankParts {
    /** The whole is missing: what is left would be taken for something else. */
    MISSING,
    /** It stays blank between its slashes; only the first part must be there. */
    KEPT
  }

  /**
   * What is done with an amount: (sum of the columns) × times ÷ per ÷ divideBy − less.
   *
   * @param times column of a number that a price is multiplied by
   * @param per column of a number that it is divided by
   * @param divideBy divisor, 1 without one
   * @param less amounts of the same row, by field, that are taken off; one that is missing counts
   *     as nothing
   */
  public record Arithmetic(
      Optional<String> times, Optional<String> per, BigDecimal divideBy, List<String> less) {
    /** An amount as it stands. */
    public static final Arithmetic NONE =
        new Arithmetic(Optional.empty(), Optional.empty(), BigDecimal.ONE, List.of());

    /** Canonical constructor; copies the list. */
    public Arithmetic {
      less = List.copyOf(less);
    }
  }

  /** Canonical constructor; copies the collections. */
  public Mapping {
    columns = List.copyOf(columns);
    apart = List.copyOf(apart);
    values = Collections.unmodifiableMap(new TreeMap<>(values)); // prints alike everywhere
  }

  /** A field that is a source column as it stands. */
  public static Mapping column(String name) {
    return columns(name);
  }

  /** A field made of several columns. */
  public static Mapping columns(String... names) {
    return new Mapping(
        List.of(names),
        BlankParts.MISSING,
        RowNumber.LEFT_OUT,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Arithmetic.NONE,
        List.of());
  }

  /** A field that is the same in every row. */
  public static Mapping constant(String value) {
    return new Mapping(
        List.of(),
        BlankParts.MISSING,
        RowNumber.LEFT_OUT,
        Optional.of(value),
        Optional.empty(),
        Map.of(),
        Arithmetic.NONE,
        List.of());
  }

  /** The same with parts after the first that may be blank. */
  public Mapping withBlanks() {
    return new Mapping(
        columns, BlankParts.KEPT, rowNumber, constant, fileName, values, arithmetic, apart);
  }

  /** The same with columns in which rows of one text differ that are different things. */
  public Mapping toldApartBy(String... names) {
    return new Mapping(
        columns, blankParts, rowNumber, constant, fileName, values, arithmetic, List.of(names));
  }

  /** The same with a recoding. */
  public Mapping recoded(Map<String, String> recoding) {
    return new Mapping(
        columns, blankParts, rowNumber, constant, fileName, recoding, arithmetic, apart);
  }

  /** The same multiplied by a column. */
  public Mapping times(String column) {
    return with(
        new Arithmetic(
            Optional.of(column), arithmetic.per(), arithmetic.divideBy(), arithmetic.less()));
  }

  /** The same divided by a column. */
  public Mapping per(String column) {
    return with(
        new Arithmetic(
            arithmetic.times(), Optional.of(column), arithmetic.divideBy(), arithmetic.less()));
  }

  /** The same less other amounts of the row. */
  public Mapping less(String... fields) {
    return with(
        new Arithmetic(
            arithmetic.times(), arithmetic.per(), arithmetic.divideBy(), List.of(fields)));
  }

  private Mapping with(Arithmetic other) {
    return new Mapping(columns, blankParts, rowNumber, constant, fileName, values, other, apart);
  }

  /** Every source column that it reads. */
  public List<String> reads() {
    return java.util.stream.Stream.of(
            columns.stream(),
            arithmetic.times().stream(),
            arithmetic.per().stream(),
            apart.stream())
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  /** The same with other names for the columns. */
  public Mapping named(java.util.function.UnaryOperator<String> name) {
    return new Mapping(
        columns.stream().map(name).toList(),
        blankParts,
        rowNumber,
        constant,
        fileName,
        values,
        new Arithmetic(
            arithmetic.times().map(name),
            arithmetic.per().map(name),
            arithmetic.divideBy(),
            arithmetic.less()),
        apart.stream().map(name).toList());
  }
}
