package id.dampak.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Suspension;
import id.dampak.study.Study;
import java.sql.Timestamp;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Suspensions that recur, as {@code daily 23:00-05:00}: one interval for each night, so that only
 * those hours count as suspended.
 */
final class Recurrences {
  private static final String HOURS = "(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)";
  private static final String DAY = "recurrence_day";
  private static final Column ONE_DAY = expr("INTERVAL 1 DAY");

  private Recurrences() {}

  /**
   * The same rows with each recurring one as its occurrences, within its own bounds; one that still
   * lasts recurs to the end of the study's window.
   */
  static Dataset<Row> spread(Dataset<Row> suspensions, Study study) {
    Column zone = coalesce(Suspension.TIME_ZONE.col(), lit(study.timeZone()));
    Column last =
        coalesce(
            Suspension.ENDED_AT.col(),
            greatest(lit(windowEnd(study)), Suspension.STARTED_AT.col()));
    Column firstDay =
        date_trunc("day", from_utc_timestamp(Suspension.STARTED_AT.col(), zone)).minus(ONE_DAY);
    Column days = sequence(firstDay, from_utc_timestamp(last, zone), ONE_DAY);
    Column from = hour(1);
    Column until = hour(2);
    Column untilDay = when(until.gt(from), col(DAY)).otherwise(col(DAY).plus(ONE_DAY));
    return suspensions
        .withColumn(DAY, explode_outer(when(Suspension.RECURRENCE.col().isNotNull(), days)))
        .withColumn(
            Suspension.ENDED_AT.name(),
            when(col(DAY).isNull(), Suspension.ENDED_AT.col())
                .otherwise(least(last, moment(untilDay, until, zone))))
        .withColumn(
            Suspension.STARTED_AT.name(),
            when(col(DAY).isNull(), Suspension.STARTED_AT.col())
                .otherwise(greatest(Suspension.STARTED_AT.col(), moment(col(DAY), from, zone))))
        .filter(coalesce(Suspension.ENDED_AT.col().gt(Suspension.STARTED_AT.col()), lit(true)))
        .drop(DAY);
  }

  private static Column hour(int group) {
    return regexp_extract(Suspension.RECURRENCE.col(), HOURS, group);
  }

  private static Column moment(Column day, Column clock, Column zone) {
    Column local =
        try_to_timestamp(
            concat(date_format(day, "yyyy-MM-dd"), lit(" "), clock), lit("yyyy-MM-dd HH:mm"));
    return to_utc_timestamp(local, zone);
  }

  private static Timestamp windowEnd(Study study) {
    return Timestamp.from(
        study.window().until().atStartOfDay(ZoneId.of(study.timeZone())).toInstant());
  }
}
