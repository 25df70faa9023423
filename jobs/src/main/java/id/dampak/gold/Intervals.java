package id.dampak.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Episode;
import id.dampak.contract.Field;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Unions of half-open intervals: overlapping and adjoining ones become one, so that no hour counts
 * twice.
 */
final class Intervals {
  private static final String LATEST_END_BEFORE = "latest_end_before";
  private static final String RUN = "run";
  private static final String END = "end_or_never";

  /** Later than any record, so that intervals without an end sort last; replaced by null again. */
  private static final Timestamp NEVER = Timestamp.from(Instant.parse("9999-12-31T00:00:00Z"));

  private Intervals() {}

  /**
   * Merges the intervals {@code started_at} to {@code ended_at} (null: not ended) among rows that
   * agree in {@code keys}. The result has the keys, the two bounds and the number of {@code
   * records} merged.
   */
  static Dataset<Row> merged(Dataset<Row> rows, Field... keys) {
    Column[] key = Arrays.stream(keys).map(Field::col).toArray(Column[]::new);
    WindowSpec ordered = Window.partitionBy(key).orderBy(Episode.STARTED_AT.col(), col(END));
    WindowSpec before = ordered.rowsBetween(Window.unboundedPreceding(), -1);
    WindowSpec upToHere = ordered.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column startsAnew =
        when(coalesce(Episode.STARTED_AT.col().gt(col(LATEST_END_BEFORE)), lit(true)), 1)
            .otherwise(0);
    return rows.withColumn(END, coalesce(Episode.ENDED_AT.col(), lit(NEVER)))
        .withColumn(LATEST_END_BEFORE, max(col(END)).over(before))
        .withColumn(RUN, sum(startsAnew).over(upToHere))
        .groupBy(Stream.concat(Arrays.stream(key), Stream.of(col(RUN))).toArray(Column[]::new))
        .agg(
            min(Episode.STARTED_AT.col()).as(Episode.STARTED_AT.name()),
            max(col(END)).as(END),
            count(lit(1)).as(Episode.RECORDS.name()))
        .withColumn(Episode.ENDED_AT.name(), when(col(END).notEqual(lit(NEVER)), col(END)));
  }
}
