package id.dampak.gold;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.contract.ReleasedSales;
import id.dampak.study.Study;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What the releases of a study were made from, as rows of {@link ReleasedSales}: each stands from
 * its release until the next row of its unit and window. Sales are rows of {@link WindowSales#of}.
 */
public final class KeptSales {
  /** Columns that tell the changes since a release apart by cell. */
  public static final List<Field> CELL_OF_RELEASE =
      Stream.concat(Stream.of(ReleasedSales.RUN_ID), WindowSales.CELL.stream()).toList();

  private static final List<Field> UNIT = List.of(ReleasedSales.WINDOW, ReleasedSales.UNIT_ID);
  private static final List<Field> GROUPS =
      List.of(ReleasedSales.REGION_CODE, ReleasedSales.SIZE_CLASS, ReleasedSales.SECTOR);
  private static final Timestamp BEFORE_ALL = Timestamp.from(Instant.EPOCH);

  private static final String THEN = "t";
  private static final String NOW = "n";
  private static final String RELEASE = "r";
  private static final String RANK = "rank_of_unit";
  private static final String UNTIL = "until";
  private static final String CHANGE = "change";

  private KeptSales() {}

  /**
   * The sales that a release has to keep: of units that sold another amount, or in another group,
   * than was kept of them last. A unit that is gone sold nothing.
   */
  public static Dataset<Row> unkept(Dataset<Row> kept, Dataset<Row> now) {
    Column lastOfUnit =
        row_number()
            .over(
                Window.partitionBy(columns(UNIT)).orderBy(ReleasedSales.RELEASED_AT.col().desc()));
    Dataset<Row> last = kept.withColumn(RANK, lastOfUnit).filter(col(RANK).equalTo(1));
    Column amount = coalesce(ReleasedSales.AMOUNT.of(NOW), lit(0L));
    Column changed = amount.notEqual(coalesce(ReleasedSales.AMOUNT.of(THEN), lit(0L)));
    Column moved = amount.gt(0).and(coalesce(stayed(), lit(true)).equalTo(false));
    return last.as(THEN)
        .join(now.as(NOW), sameUnit(), "full_outer")
        .filter(changed.or(moved))
        .select(
            Stream.concat(
                    Stream.concat(UNIT.stream(), GROUPS.stream())
                        .map(field -> coalesce(field.of(NOW), field.of(THEN)).as(field.name())),
                    Stream.of(amount.as(ReleasedSales.AMOUNT.name())))
                .toArray(Column[]::new));
  }

  /**
   * By how much the sales of every unit in a cell differ from those of each release, whichever way;
   * only where they do. One row a release, cell and unit: the columns of {@link #CELL_OF_RELEASE},
   * the unit, and the amount. A unit that changed its group is in both.
   */
  public static Dataset<Row> changes(Dataset<Row> kept, Dataset<Row> now, Study study) {
    Dataset<Row> differences =
        WindowSales.grouped(standing(kept, now), study)
            .as(THEN)
            .join(WindowSales.grouped(now, study).as(NOW), sameUnit(), "left")
            .withColumn(CHANGE, explode(changesOfUnit()))
            .select(
                Stream.of(
                        Stream.of(ReleasedSales.RELEASED_AT.of(THEN), col(THEN + "." + UNTIL)),
                        UNIT.stream().map(field -> field.of(THEN)),
                        Stream.concat(GROUPS.stream(), Stream.of(ReleasedSales.AMOUNT))
                            .map(field -> field.of(CHANGE)))
                    .flatMap(columns -> columns)
                    .toArray(Column[]::new))
            .filter(ReleasedSales.AMOUNT.col().gt(0));
    Dataset<Row> releases =
        kept.select(ReleasedSales.RUN_ID.col(), ReleasedSales.RELEASED_AT.col()).distinct();
    Column released = ReleasedSales.RELEASED_AT.of(RELEASE);
    Column standing =
        released
            .geq(ReleasedSales.RELEASED_AT.of(THEN))
            .and(col(UNTIL).isNull().or(released.lt(col(UNTIL))));
    return differences
        .as(THEN)
        .join(broadcast(releases).as(RELEASE), standing, "inner")
        .select(
            Stream.of(
                    CELL_OF_RELEASE.stream(),
                    Stream.of(ReleasedSales.UNIT_ID, ReleasedSales.AMOUNT))
                .flatMap(fields -> fields)
                .map(Field::col)
                .toArray(Column[]::new));
  }

  /** What stood of each unit, and until when; of a unit of today nothing before its first row. */
  private static Dataset<Row> standing(Dataset<Row> kept, Dataset<Row> now) {
    Dataset<Row> nothing =
        now.withColumn(ReleasedSales.AMOUNT.name(), lit(0L))
            .withColumn(ReleasedSales.RELEASED_AT.name(), lit(BEFORE_ALL));
    Column next =
        lead(ReleasedSales.RELEASED_AT.col(), 1)
            .over(Window.partitionBy(columns(UNIT)).orderBy(ReleasedSales.RELEASED_AT.col()));
    return kept.drop(ReleasedSales.STUDY.name(), ReleasedSales.RUN_ID.name())
        .unionByName(nothing)
        .withColumn(UNTIL, next);
  }

  private static Column changesOfUnit() {
    Column then = ReleasedSales.AMOUNT.of(THEN);
    Column now = coalesce(ReleasedSales.AMOUNT.of(NOW), lit(0L));
    return when(stayed(), array(inGroup(THEN, abs(now.minus(then)))))
        .otherwise(array(inGroup(THEN, then), inGroup(NOW, now)));
  }

  private static Column inGroup(String side, Column amount) {
    return struct(
        Stream.concat(
                GROUPS.stream().map(field -> field.of(side).as(field.name())),
                Stream.of(amount.as(ReleasedSales.AMOUNT.name())))
            .toArray(Column[]::new));
  }

  /** Null where the unit is on one side only. */
  private static Column stayed() {
    return same(GROUPS);
  }

  private static Column sameUnit() {
    return same(UNIT);
  }

  private static Column same(List<Field> fields) {
    return fields.stream()
        .map(field -> field.of(THEN).equalTo(field.of(NOW)))
        .reduce(Column::and)
        .orElseThrow();
  }

  private static Column[] columns(List<Field> fields) {
    return fields.stream().map(Field::col).toArray(Column[]::new);
  }
}
