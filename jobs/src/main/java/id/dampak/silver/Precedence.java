package id.dampak.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import id.dampak.contract.Field;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/**
 * Which of several rows of one key counts: the one of the latest release, within it the one that
 * was known last, then the one that landed last, and then the last in file order. No two rows rank
 * alike, so that rows come out the same in whatever portions they are compared.
 */
public final class Precedence {

  /** By these names in every silver table; the release in those that have it. */
  private static final List<Field> ORDER =
      List.of(
          Transaction.RELEASE,
          Transaction.KNOWN_AT,
          Transaction.INGESTED_AT,
          Transaction.INPUT,
          Transaction.SOURCE_FILE,
          Transaction.SOURCE_ROW);

  private Precedence() {}

  /** The rank of a row of {@code table}: greater ones count. A missing release is the least. */
  static Column rank(Table table) {
    return rank(table, field -> col(field.name()));
  }

  /** Whether the row under one alias counts instead of the row of the same key under another. */
  public static Column supersedes(Table table, String arrived, String stored) {
    return rank(table, field -> field.of(arrived)).gt(rank(table, field -> field.of(stored)));
  }

  private static Column rank(Table table, Function<Field, Column> column) {
    List<String> present = table.fields().stream().map(Field::name).toList();
    return struct(
        ORDER.stream()
            .filter(field -> present.contains(field.name()))
            .map(column)
            .toArray(Column[]::new));
  }
}
