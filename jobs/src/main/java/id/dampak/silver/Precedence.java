package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import id.dampak.contract.Field;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Which of several rows of one key counts: the one of the latest release, within it the one that
 * tells of the furthest status and then of the latest moment, whenever it came, then the one that
 * was known last, the one that landed last, and at the very end the last by the name of its file
 * and in file order. No two rows rank alike, so that rows come out the same in whatever portions
 * they are compared.
 */
public final class Precedence {

  /** By these names in every silver table; release, rank and moment in those that have them. */
  private static final List<Field> ORDER =
      List.of(
          Transaction.RELEASE,
          Transaction.STATUS_RANK,
          Transaction.UPDATED_AT,
          Transaction.KNOWN_AT,
          Transaction.INGESTED_AT,
          Transaction.INPUT,
          Transaction.SOURCE_FILE,
          Transaction.SOURCE_ROW);

  private Precedence() {}

  /**
   * The part of the order that is knowledge: not what a file is called, and where in it a row is.
   */
  static List<Field> known(Table table) {
    return order(table).subList(0, order(table).indexOf(Transaction.INPUT));
  }

  /** The rank of a row of {@code table}: greater ones count. What is missing is the least. */
  static Column rank(Table table) {
    return struct(order(table).stream().map(Field::col).toArray(Column[]::new));
  }

  /**
   * Whether the row under one alias counts instead of the row of the same key under another: by the
   * first field in which they differ. Structures of the two cannot be compared, because Spark takes
   * columns of which one is never null for different types.
   */
  public static Column supersedes(Table table, String arrived, String stored) {
    Column greater = lit(false);
    Column alikeSoFar = lit(true);
    for (Field field : order(table)) {
      Column one = field.of(arrived);
      Column other = field.of(stored);
      greater = greater.or(alikeSoFar.and(greater(one, other)));
      alikeSoFar = alikeSoFar.and(one.eqNullSafe(other));
    }
    return greater;
  }

  private static Column greater(Column one, Column other) {
    return coalesce(one.gt(other), one.isNotNull().and(other.isNull()));
  }

  private static List<Field> order(Table table) {
    List<String> present = table.fields().stream().map(Field::name).toList();
    return ORDER.stream().filter(field -> present.contains(field.name())).toList();
  }
}
