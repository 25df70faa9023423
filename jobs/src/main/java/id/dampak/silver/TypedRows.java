package id.dampak.silver;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.xxhash64;

import id.dampak.contract.Field;
import id.dampak.contract.Landed;
import id.dampak.contract.Quarantine;
import id.dampak.contract.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Landed rows with every field typed and every reason against them: what silver accepts, drops as a
 * repeat, or sets aside.
 *
 * @param target table that the rows are for
 * @param rows columns of {@code target}, then {@code reasons} and the row as landed
 */
public record TypedRows(Table target, Dataset<Row> rows) {
  private static final String REASONS = "reasons";
  private static final String UNDECIDED = "told_by_file_name";
  private static final String RANK = "rank_within_grain";

  /**
   * Three projections on top of each other, for Spark to compute every value once: a value stands
   * in its reason, and some values and reasons follow from others.
   *
   * @param texts landed rows with the texts that the fields are read from
   * @param read fields whose values come from the texts, and whose reasons may refer to each other
   * @param derived fields whose values follow from those of {@code read}
   */
  static TypedRows of(Table target, Dataset<Row> texts, List<Typed> read, List<Typed> derived) {
    Dataset<Row> values = with(with(texts, read), derived);
    List<Column> columns = new ArrayList<>(List.of(target.columns()));
    columns.add(reasons(Stream.concat(read.stream(), derived.stream())).as(REASONS));
    columns.add(Landed.SOURCE_SHA256.col());
    columns.add(Landed.FIELDS.col());
    return new TypedRows(target, values.select(columns.toArray(Column[]::new)));
  }

  private static Dataset<Row> with(Dataset<Row> rows, List<Typed> fields) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("*"));
    fields.forEach(typed -> columns.add(typed.field().from(typed.value())));
    return rows.select(columns.toArray(Column[]::new));
  }

  /** The same rows, whatever the caller did to keep them at hand. */
  public TypedRows over(Dataset<Row> kept) {
    return new TypedRows(target, kept);
  }

  /** The same rows with further reasons against them: an array that is empty for a good row. */
  TypedRows alsoRefused(Column reasons) {
    return over(rows.withColumn(REASONS, concat(col(REASONS), reasons)));
  }

  /** These rows and those of another input for the same table. */
  TypedRows and(TypedRows other) {
    return new TypedRows(target, rows.unionByName(other.rows));
  }

  /**
   * The usable rows, one for each key: where a key repeats, {@link Precedence} says which counts.
   */
  public Dataset<Row> accepted() {
    return ranked().filter(col(RANK).equalTo(1)).select(target.columns());
  }

  /** The usable rows, repeats and all. */
  public Dataset<Row> usable() {
    return rows.filter(size(col(REASONS)).equalTo(0));
  }

  /** The usable rows that another row of the same key supersedes. */
  public Dataset<Row> superseded() {
    return ranked().filter(col(RANK).gt(1));
  }

  /**
   * The superseded rows that say something else than the row that counts, and are only told from it
   * by the names of their files.
   */
  public Dataset<Row> undecided() {
    WindowSpec best = byRank().rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column alike =
        Precedence.known(target).stream()
            .map(field -> first(field.col()).over(best).eqNullSafe(field.col()))
            .reduce(Column::and)
            .orElseThrow();
    Column said = xxhash64(said());
    Column otherFile = first(Landed.SOURCE_FILE.col()).over(best);
    return usable()
        .withColumn(
            UNDECIDED,
            alike
                .and(first(said).over(best).notEqual(said))
                .and(otherFile.notEqual(Landed.SOURCE_FILE.col())))
        .filter(col(UNDECIDED));
  }

  /** What a row says, and not where it comes from. */
  private Column[] said() {
    Set<String> lineage = Set.of(Landed.TRANSACTION.schema().fieldNames());
    return target.fields().stream()
        .filter(field -> !lineage.contains(field.name()))
        .map(Field::col)
        .toArray(Column[]::new);
  }

  /** The rows that cannot be used, in the shape of {@link Quarantine}. */
  public Dataset<Row> quarantined() {
    return rows.filter(size(col(REASONS)).gt(0))
        .withColumn(Quarantine.TARGET.name(), lit(target.name()))
        .select(Quarantine.TABLE.columns());
  }

  private Dataset<Row> ranked() {
    return usable().withColumn(RANK, row_number().over(byRank()));
  }

  private WindowSpec byRank() {
    Column[] grain = target.grain().stream().map(Field::col).toArray(Column[]::new);
    return Window.partitionBy(grain).orderBy(Precedence.rank(target).desc());
  }

  private static Column reasons(Stream<Typed> fields) {
    return array_compact(
        array(
            Stream.concat(Stream.of(Landed.DEFECT.col()), fields.map(Typed::reason))
                .toArray(Column[]::new)));
  }
}
