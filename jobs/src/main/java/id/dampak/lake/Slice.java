package id.dampak.lake;

import id.dampak.contract.Field;
import id.dampak.contract.Table;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * The rows of a table that one write concerns: those of one dataset or of one study, or some of
 * them.
 *
 * @param field column that tells the slices apart
 * @param value value that this slice has in it
 * @param narrower conditions on further columns, as SQL
 */
public record Slice(Field field, String value, List<String> narrower) {
  private static final DateTimeFormatter WALL_CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  /** Canonical constructor; copies the list. */
  public Slice {
    narrower = List.copyOf(narrower);
  }

  /** All rows that have {@code value} in {@code field}. */
  public Slice(Field field, String value) {
    this(field, value, List.of());
  }

  /**
   * All rows of a table that belong to one study or dataset.
   *
   * @throws IllegalArgumentException where its rows belong to none
   */
  public static Slice of(Table table, String owner) {
    return table
        .owner()
        .map(field -> new Slice(field, owner))
        .orElseThrow(
            () -> new IllegalArgumentException(table + " belongs to no study and no dataset"));
  }

  /** Those of them that have one of some texts in another column. */
  public Slice withTexts(Field other, Collection<String> texts) {
    return with(other, texts.stream().map(text -> "'" + escaped(text) + "'"));
  }

  /** Those of them that have one of some wall-clock times in another column. */
  public Slice withTimes(Field other, Collection<LocalDateTime> times) {
    return with(
        other, times.stream().map(time -> "TIMESTAMP_NTZ '" + WALL_CLOCK.format(time) + "'"));
  }

  private Slice with(Field other, Stream<String> literals) {
    String condition =
        other.name() + literals.sorted().collect(Collectors.joining(", ", " IN (", ")"));
    return new Slice(field, value, Stream.concat(narrower.stream(), Stream.of(condition)).toList());
  }

  Column condition() {
    return org.apache.spark.sql.functions.expr(predicate());
  }

  String predicate() {
    return Stream.concat(Stream.of(field.name() + " = '" + escaped(value) + "'"), narrower.stream())
        .collect(Collectors.joining(" AND "));
  }

  /** A text as it stands between the quotes of a SQL literal. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
