package id.dampak.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Episode;
import id.dampak.contract.Merchant;
import id.dampak.contract.PanelCell;
import id.dampak.contract.Unit;
import id.dampak.study.Exposure;
import id.dampak.study.Period;
import id.dampak.study.Study;
import java.time.LocalDateTime;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The units of a study: who they are, when they were at risk, and how exposed. */
public final class Units {
  private static final String UNKNOWN = "unknown";
  private static final String FIRST_SALE = "first_sale";
  private static final String LATEST_REGION = "latest_region";
  private static final String MERCHANT = "m";
  private static final String SALES = "s";

  private Units() {}

  /**
   * Rows of {@link Unit}: every merchant that is listed or sells. One that is not listed is at risk
   * from its first sale on.
   *
   * @param merchants rows of {@link Merchant}
   * @param cells rows of {@link PanelCell}; sales themselves would be many more to go through
   * @param episodes rows of {@link Episode}
   */
  public static Dataset<Row> of(
      Dataset<Row> merchants, Dataset<Row> cells, Dataset<Row> episodes, Study study) {
    Dataset<Row> joined =
        merchants
            .as(MERCHANT)
            .join(
                baseline(cells, study).as(SALES),
                Merchant.MERCHANT_ID.of(MERCHANT).equalTo(PanelCell.UNIT_ID.of(SALES)),
                "full_outer");
    Dataset<Row> described = joined.select(described(study)).filter(soldOrOpen());
    return exposed(described, episodes, study)
        .withColumn(Unit.STUDY.name(), lit(study.id()))
        .select(Unit.TABLE.columns());
  }

  /** A baseline consists of whole periods, and a cell is one. */
  private static Dataset<Row> baseline(Dataset<Row> cells, Study study) {
    Column inBaseline = Sales.within(PanelCell.PERIOD_START.col(), study.exposure().baseline());
    return cells
        .groupBy(PanelCell.UNIT_ID.col())
        .agg(
            min(PanelCell.PERIOD_START.col()).as(FIRST_SALE),
            max(struct(PanelCell.PERIOD_START.col(), PanelCell.REGION_CODE.col()))
                .getField(PanelCell.REGION_CODE.name())
                .as(LATEST_REGION),
            sum(when(inBaseline, PanelCell.AMOUNT.col()).otherwise(0L))
                .as(Unit.BASELINE_AMOUNT.name()),
            sum(when(inBaseline, PanelCell.FEATURE_AMOUNT.col()).otherwise(0L))
                .as(Unit.BASELINE_FEATURE_AMOUNT.name()));
  }

  private static Column[] described(Study study) {
    LocalDateTime windowStart = study.window().from().atStartOfDay();
    LocalDateTime last = study.period().plus(study.window().until().atStartOfDay(), -1);
    Column opened =
        coalesce(
            Merchant.OPENED_AT.of(MERCHANT).cast(Unit.FIRST_PERIOD.type()),
            col(SALES + "." + FIRST_SALE),
            lit(windowStart));
    Column first = Sales.period(greatest(opened, lit(windowStart)), study);
    return new Column[] {
      coalesce(Merchant.MERCHANT_ID.of(MERCHANT), PanelCell.UNIT_ID.of(SALES))
          .as(Unit.UNIT_ID.name()),
      first.as(Unit.FIRST_PERIOD.name()),
      Sales.period(lit(last), study).as(Unit.LAST_PERIOD.name()),
      coalesce(Merchant.REGION_CODE.of(MERCHANT), col(SALES + "." + LATEST_REGION))
          .as(Unit.REGION_CODE.name()),
      coalesce(Merchant.SECTOR.of(MERCHANT), lit(UNKNOWN)).as(Unit.SECTOR.name()),
      coalesce(Merchant.SIZE_CLASS.of(MERCHANT), lit(UNKNOWN)).as(Unit.SIZE_CLASS.name()),
      coalesce(Unit.BASELINE_AMOUNT.of(SALES), lit(0L)).as(Unit.BASELINE_AMOUNT.name()),
      coalesce(Unit.BASELINE_FEATURE_AMOUNT.of(SALES), lit(0L))
          .as(Unit.BASELINE_FEATURE_AMOUNT.name()),
      baselinePeriods(first, study).as(Unit.BASELINE_PERIODS.name())
    };
  }

  /** A merchant that opens after the window was never at risk in it. */
  private static Column soldOrOpen() {
    return Unit.FIRST_PERIOD.col().leq(Unit.LAST_PERIOD.col());
  }

  private static Column baselinePeriods(Column first, Study study) {
    Period period = study.period();
    LocalDateTime from = study.exposure().baseline().from().atStartOfDay();
    LocalDateTime until = study.exposure().baseline().until().atStartOfDay();
    long all = period.between(from, until);
    Column missed = functions.timestamp_diff(period.name(), lit(from), greatest(first, lit(from)));
    return greatest(lit(all).minus(missed), lit(0L));
  }

  private static Dataset<Row> exposed(Dataset<Row> units, Dataset<Row> episodes, Study study) {
    if (study.exposure() instanceof Exposure.FeatureShare) {
      Column share = Unit.BASELINE_FEATURE_AMOUNT.col().divide(Unit.BASELINE_AMOUNT.col());
      return units.withColumn(Unit.EXPOSURE.name(), when(Unit.BASELINE_AMOUNT.col().gt(0), share));
    }
    Dataset<Row> regions = episodes.select(Episode.REGION_CODE.col().as(LATEST_REGION)).distinct();
    Column member =
        col(LATEST_REGION).equalTo("*").or(col(LATEST_REGION).equalTo(Unit.REGION_CODE.col()));
    Dataset<Row> members =
        units.join(regions, member, "left_semi").withColumn(Unit.EXPOSURE.name(), lit(1.0));
    Dataset<Row> others =
        units.join(regions, member, "left_anti").withColumn(Unit.EXPOSURE.name(), lit(0.0));
    return members.unionByName(others);
  }
}
