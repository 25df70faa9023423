package id.dampak.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.EstimateRow;
import id.dampak.contract.Field;
import id.dampak.contract.Landed;
import id.dampak.contract.Table;
import id.dampak.contract.Transaction;
import id.dampak.job.RowChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.storage.StorageLevel;

/**
 * What became of the rows of a table, told apart by its natural key.
 *
 * @param table the table
 * @param counts rows that differ, by how; what did not happen is absent
 * @param examples the first of each kind, by key
 */
public record TableChanges(Table table, Map<Kind, Long> counts, List<RowChange> examples) {
  /** Where a row came from and which run wrote it is not what it says. */
  private static final Set<String> LINEAGE =
      Stream.of(
              Landed.INPUT,
              Landed.SOURCE_FILE,
              Landed.SOURCE_ROW,
              Landed.SOURCE_SHA256,
              Landed.INGESTED_AT,
              Transaction.KNOWN_AT,
              EstimateRow.RUN_ID,
              EstimateRow.STUDY_HASH,
              EstimateRow.CODE_VERSION)
          .map(Field::name)
          .collect(Collectors.toUnmodifiableSet());

  private static final String PRESENT = "is_present";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String KIND = "kind";

  /** Canonical constructor; copies the collections. */
  public TableChanges {
    counts = Map.copyOf(counts);
    examples = List.copyOf(examples);
  }

  /** Rows that differ. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows that differ in one way. */
  public long total(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /**
   * Compares two states of a table, or of one slice of it: the column of the slice does not count.
   *
   * @param most examples of each kind
   */
  static TableChanges between(Table table, Dataset<Row> before, Dataset<Row> after, int most) {
    List<Field> keys = table.grain().stream().filter(f -> !isSlice(table, f)).toList();
    List<Field> values =
        table.fields().stream()
            .filter(field -> !table.grain().contains(field) && !isSlice(table, field))
            .filter(field -> !LINEAGE.contains(field.name()))
            .toList();
    Dataset<Row> differing =
        side(keys, values, before, BEFORE)
            .join(
                side(keys, values, after, AFTER),
                keys.stream().map(Field::name).toArray(String[]::new),
                "full_outer")
            .filter(not(col(BEFORE).eqNullSafe(col(AFTER))))
            .withColumn(
                KIND,
                when(col(BEFORE).isNull(), Kind.ADDED.name())
                    .when(col(AFTER).isNull(), Kind.REMOVED.name())
                    .otherwise(Kind.CHANGED.name()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<Kind, Long> counts = counts(differing);
      List<RowChange> examples = new ArrayList<>();
      for (Kind kind : counts.keySet()) {
        examples.addAll(first(differing, kind, keys, values, most));
      }
      return new TableChanges(table, counts, examples);
    } finally {
      differing.unpersist();
    }
  }

  private static boolean isSlice(Table table, Field field) {
    return table.owner().equals(Optional.of(field));
  }

  private static Dataset<Row> side(
      List<Field> keys, List<Field> values, Dataset<Row> rows, String name) {
    List<Column> content = new ArrayList<>();
    content.add(lit(true).as(PRESENT));
    values.forEach(field -> content.add(comparable(field).as(field.name())));
    List<Column> columns = new ArrayList<>(keys.stream().map(Field::col).toList());
    columns.add(struct(content.toArray(Column[]::new)).as(name));
    return rows.select(columns.toArray(Column[]::new));
  }

  /** Spark does not compare maps. */
  private static Column comparable(Field field) {
    return field.type() instanceof MapType ? to_json(field.col()) : field.col();
  }

  private static Map<Kind, Long> counts(Dataset<Row> differing) {
    Map<Kind, Long> counts = new TreeMap<>();
    differing
        .groupBy(col(KIND))
        .agg(count(lit(1)).as(PRESENT))
        .collectAsList()
        .forEach(row -> counts.put(Kind.valueOf(row.getString(0)), row.getLong(1)));
    return counts;
  }

  private static List<RowChange> first(
      Dataset<Row> differing, Kind kind, List<Field> keys, List<Field> values, int most) {
    List<Column> columns = new ArrayList<>();
    keys.forEach(field -> columns.add(field.col().cast(DataTypes.StringType)));
    for (String side : List.of(BEFORE, AFTER)) {
      values.forEach(
          field -> columns.add(col(side).getField(field.name()).cast(DataTypes.StringType)));
    }
    return differing
        .filter(col(KIND).equalTo(kind.name()))
        .orderBy(keys.stream().map(Field::col).toArray(Column[]::new))
        .limit(most)
        .select(columns.toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(row -> RowChange.of(kind, keys, values, row))
        .toList();
  }
}
