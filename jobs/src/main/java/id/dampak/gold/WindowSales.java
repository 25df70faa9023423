package id.dampak.gold;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Exposure;
import id.dampak.contract.Field;
import id.dampak.contract.PanelCell;
import id.dampak.contract.PublishedSales;
import id.dampak.contract.Unit;
import id.dampak.study.Study;
import id.dampak.study.Study.Dimension;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What every unit sold in the two windows of a publication, by the groups that the study splits its
 * losses by.
 */
public final class WindowSales {
  /** The baseline of the exposure. */
  public static final String BEFORE = "before";

  /** The suspended periods of the unit's region. */
  public static final String DURING = "during";

  /** How many units are in a cell. */
  public static final String MEMBERS = "members";

  /** How many of them sold something. */
  public static final String CONTRIBUTORS = "contributors";

  /** Their sales together. */
  public static final String TOTAL = "total";

  /** The most that one of them sold. */
  public static final String LARGEST = "largest";

  /** The most that another of them sold. */
  public static final String SECOND = "second";

  /** Columns that tell cells apart. */
  public static final List<Field> CELL =
      List.of(
          PublishedSales.WINDOW,
          PublishedSales.REGION_CODE,
          PublishedSales.SIZE_CLASS,
          PublishedSales.SECTOR);

  private static final String RANK = "rank_in_cell";
  private static final String NOW = "n";
  private static final String THEN = "t";
  private static final String CELLS = "c";
  private static final String UNITS = "u";
  private static final String SUSPENDED = "e";

  private WindowSales() {}

  /**
   * One row a unit and window: the columns of {@link #CELL}, the unit, and its amount in minor
   * units.
   *
   * @param units rows of {@link Unit}
   * @param cells rows of {@link PanelCell}
   * @param exposures rows of {@link Exposure}
   */
  public static Dataset<Row> of(
      Dataset<Row> units, Dataset<Row> cells, Dataset<Row> exposures, Study study) {
    Dataset<Row> during =
        cells
            .as(CELLS)
            .join(units.as(UNITS), PanelCell.UNIT_ID.of(CELLS).equalTo(Unit.UNIT_ID.of(UNITS)))
            .join(
                exposures.as(SUSPENDED),
                Exposure.REGION_CODE
                    .of(SUSPENDED)
                    .equalTo(Unit.REGION_CODE.of(UNITS))
                    .and(
                        Exposure.PERIOD_START
                            .of(SUSPENDED)
                            .equalTo(PanelCell.PERIOD_START.of(CELLS))))
            .groupBy(Unit.UNIT_ID.of(UNITS).as(Unit.UNIT_ID.name()))
            .agg(sum(PanelCell.AMOUNT.of(CELLS)).as(PublishedSales.AMOUNT.name()));
    return window(units, BEFORE, Unit.BASELINE_AMOUNT.col(), study)
        .unionByName(
            window(
                units.join(during, new String[] {Unit.UNIT_ID.name()}, "left"),
                DURING,
                coalesce(PublishedSales.AMOUNT.col(), lit(0L)),
                study));
  }

  private static Dataset<Row> window(
      Dataset<Row> units, String window, Column amount, Study study) {
    return units.select(
        PublishedSales.WINDOW.from(lit(window)),
        group(PublishedSales.REGION_CODE, Unit.REGION_CODE, study, Dimension.REGION),
        group(PublishedSales.SIZE_CLASS, Unit.SIZE_CLASS, study, Dimension.SIZE_CLASS),
        group(PublishedSales.SECTOR, Unit.SECTOR, study, Dimension.SECTOR),
        Unit.UNIT_ID.col(),
        PublishedSales.AMOUNT.from(amount));
  }

  private static Column group(Field as, Field of, Study study, Dimension dimension) {
    return as.from(study.dimensions().contains(dimension) ? of.col() : lit(PublishedSales.ALL));
  }

  /**
   * One row a cell: the columns of {@link #CELL}, then {@link #MEMBERS}, {@link #CONTRIBUTORS},
   * {@link #TOTAL}, {@link #LARGEST} and {@link #SECOND}.
   *
   * @param sales rows of {@link #of} or of {@link #changes}
   */
  public static Dataset<Row> contributions(Dataset<Row> sales) {
    Column amount = PublishedSales.AMOUNT.col();
    Column[] cell = CELL.stream().map(Field::col).toArray(Column[]::new);
    return sales
        .withColumn(
            RANK,
            row_number().over(Window.partitionBy(cell).orderBy(amount.desc(), Unit.UNIT_ID.col())))
        .groupBy(cell)
        .agg(
            count(lit(1)).as(MEMBERS),
            count(when(amount.gt(0), lit(1))).as(CONTRIBUTORS),
            sum(amount).as(TOTAL),
            max(when(col(RANK).equalTo(1), amount)).as(LARGEST),
            coalesce(max(when(col(RANK).equalTo(2), amount)), lit(0L)).as(SECOND));
  }

  /**
   * By how much the sales of every unit in a cell changed, whichever way; only where they did. A
   * unit that changed its group is in both.
   *
   * @param then rows of {@link #of}
   * @param now rows of {@link #of}
   */
  public static Dataset<Row> changes(Dataset<Row> then, Dataset<Row> now) {
    List<Field> same = Stream.concat(CELL.stream(), Stream.of(Unit.UNIT_ID)).toList();
    Column matches =
        same.stream()
            .map(field -> field.of(THEN).equalTo(field.of(NOW)))
            .reduce(Column::and)
            .orElseThrow();
    Column change =
        abs(
            coalesce(PublishedSales.AMOUNT.of(NOW), lit(0L))
                .minus(coalesce(PublishedSales.AMOUNT.of(THEN), lit(0L))));
    Column[] columns =
        Stream.concat(
                same.stream()
                    .map(field -> coalesce(field.of(NOW), field.of(THEN)).as(field.name())),
                Stream.of(change.as(PublishedSales.AMOUNT.name())))
            .toArray(Column[]::new);
    return then.as(THEN)
        .join(now.as(NOW), matches, "full_outer")
        .select(columns)
        .filter(PublishedSales.AMOUNT.col().gt(0));
  }
}
