package id.dampak.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_timestamp;

import id.dampak.contract.Episode;
import id.dampak.contract.Exposure;
import id.dampak.contract.ProvinceColumns;
import id.dampak.contract.Unit;
import id.dampak.study.Period;
import id.dampak.study.Study;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How long the feature was off, in each region and period that an episode touches. */
public final class Exposures {
  private static final String LOCAL_START = "local_start";
  private static final String LOCAL_END = "local_end";
  private static final String PERIOD = "period";
  private static final String EVERYWHERE = "*";
  private static final String ALL_REGIONS = "all_regions";

  private Exposures() {}

  /**
   * Rows of {@link Exposure}. An episode for every region becomes one for each region that has
   * units.
   *
   * @param episodes rows of {@link Episode}
   * @param units rows of {@link Unit}
   */
  public static Dataset<Row> of(Dataset<Row> episodes, Dataset<Row> units, Study study) {
    Dataset<Row> regions = units.select(Unit.REGION_CODE.col().as(ALL_REGIONS)).distinct();
    Dataset<Row> byRegion =
        episodes
            .join(
                regions,
                Episode.REGION_CODE
                    .col()
                    .equalTo(EVERYWHERE)
                    .or(Episode.REGION_CODE.col().equalTo(col(ALL_REGIONS))),
                "inner")
            .withColumn(Episode.REGION_CODE.name(), col(ALL_REGIONS))
            .select(Episode.REGION_CODE.col(), Episode.STARTED_AT.col(), Episode.ENDED_AT.col());
    return perPeriod(Intervals.merged(byRegion, Episode.REGION_CODE), study)
        .withColumn(Exposure.STUDY.name(), lit(study.id()))
        .select(Exposure.TABLE.columns());
  }

  private static Dataset<Row> perPeriod(Dataset<Row> intervals, Study study) {
    Column zone = coalesce(ProvinceColumns.zone(Episode.REGION_CODE.col()), lit(study.timeZone()));
    Column windowEnd =
        lit(Timestamp.from(study.window().until().atStartOfDay().toInstant(ZoneOffset.UTC)));
    String unit = study.period().truncation();
    Column step = expr(step(study.period()));
    Column periodEnd = col(PERIOD).plus(step);
    Column seconds =
        unix_timestamp(least(col(LOCAL_END), periodEnd))
            .minus(unix_timestamp(greatest(col(LOCAL_START), col(PERIOD))));
    return intervals
        .withColumn(LOCAL_START, from_utc_timestamp(Episode.STARTED_AT.col(), zone))
        .withColumn(
            LOCAL_END,
            least(coalesce(from_utc_timestamp(Episode.ENDED_AT.col(), zone), windowEnd), windowEnd))
        .filter(col(LOCAL_END).gt(col(LOCAL_START)))
        .withColumn(
            PERIOD, explode(sequence(date_trunc(unit, col(LOCAL_START)), col(LOCAL_END), step)))
        .filter(col(PERIOD).lt(col(LOCAL_END)))
        .groupBy(Episode.REGION_CODE.col(), col(PERIOD))
        .agg(
            sum(seconds).as(Exposure.SECONDS_SUSPENDED.name()),
            sum(seconds.divide(unix_timestamp(periodEnd).minus(unix_timestamp(col(PERIOD)))))
                .as(Exposure.SHARE_SUSPENDED.name()))
        .withColumn(Exposure.PERIOD_START.name(), Exposure.PERIOD_START.from(col(PERIOD)));
  }

  /** Spark truncates to quarters, but has no interval of that name. */
  private static String step(Period period) {
    return switch (period) {
      case HOUR, DAY, WEEK, MONTH -> "INTERVAL 1 " + period.name();
      case QUARTER -> "INTERVAL 3 MONTH";
    };
  }
}
