package id.dampak.gold;

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
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What every unit sold in the two windows of a publication. */
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

  private static final Map<Dimension, Field> GROUPS =
      Map.of(
          Dimension.REGION, PublishedSales.REGION_CODE,
          Dimension.SIZE_CLASS, PublishedSales.SIZE_CLASS,
          Dimension.SECTOR, PublishedSales.SECTOR);

  private static final String RANK = "rank_in_cell";
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
  public static Dataset<Row> of(Dataset<Row> units, Dataset<Row> cells, Dataset<Row> exposures) {
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
    return window(units, BEFORE, Unit.BASELINE_AMOUNT.col())
        .unionByName(
            window(
                units.join(during, new String[] {Unit.UNIT_ID.name()}, "left"),
                DURING,
                coalesce(PublishedSales.AMOUNT.col(), lit(0L))));
  }

  private static Dataset<Row> window(Dataset<Row> units, String window, Column amount) {
    return units.select(
        PublishedSales.WINDOW.from(lit(window)),
        PublishedSales.REGION_CODE.from(Unit.REGION_CODE.col()),
        PublishedSales.SIZE_CLASS.from(Unit.SIZE_CLASS.col()),
        PublishedSales.SECTOR.from(Unit.SECTOR.col()),
        Unit.UNIT_ID.col(),
        PublishedSales.AMOUNT.from(amount));
  }

  /**
   * The same rows by the groups of a study: those of a dimension that it does not split by are one.
   */
  public static Dataset<Row> grouped(Dataset<Row> sales, Study study) {
    Dataset<Row> grouped = sales;
    for (Map.Entry<Dimension, Field> group : GROUPS.entrySet()) {
      if (!study.dimensions().contains(group.getKey())) {
        grouped = grouped.withColumn(group.getValue().name(), lit(PublishedSales.ALL));
      }
    }
    return grouped;
  }

  /**
   * One row a cell: the columns that tell cells apart, then {@link #MEMBERS}, {@link
   * #CONTRIBUTORS}, {@link #TOTAL}, {@link #LARGEST} and {@link #SECOND}.
   *
   * @param sales rows with a unit and an amount
   * @param fields columns that tell cells apart
   */
  public static Dataset<Row> contributions(Dataset<Row> sales, List<Field> fields) {
    Column amount = PublishedSales.AMOUNT.col();
    Column[] cell = fields.stream().map(Field::col).toArray(Column[]::new);
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
}
