package id.dampak.silver;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads points in time: texts with an offset stand for themselves, the others are wall-clock times
 * in a declared zone.
 */
final class Moments {
  private static final String OFFSET = ".*\\d{2}:\\d{2}.*(Z|[+-]\\d{2}:?\\d{2})$";
  private static final String DATE_ONLY = "^\\d{4}-\\d{2}-\\d{2}([ T]00:00:00)?$";
  private static final String MONTH_ONLY = "^\\d{4}-\\d{2}$";

  private Moments() {}

  /** The field as a UTC time that must be there. */
  static Typed required(Field field, Source source, String name) {
    Column text = source.text(name);
    Column moment = utc(text, source, lit(source.input().timeZone()));
    return new Typed(
        field,
        moment,
        when(text.isNull(), lit(name + " is missing"))
            .when(moment.isNull(), unreadable(source, name)));
  }

  /** The field as a UTC time that may be missing. */
  static Typed optional(Field field, Source source, String name) {
    Column text = source.text(name);
    Column moment = utc(text, source, lit(source.input().timeZone()));
    return new Typed(
        field, moment, when(text.isNotNull().and(moment.isNull()), unreadable(source, name)));
  }

  /** The UTC time that a text means; null where it cannot be read. */
  static Column utc(Column text, Source source, Column zone) {
    String format = source.input().dateFormat();
    if (!format.equals("iso")) {
      return to_utc_timestamp(try_to_timestamp(text, lit(format)), zone);
    }
    Column parsed = text.try_cast(DataTypes.TimestampType);
    return when(text.rlike(OFFSET), parsed).otherwise(to_utc_timestamp(parsed, zone));
  }

  /** A UTC time on the wall clock of a zone. */
  static Column local(Column utc, Column zone) {
    return from_utc_timestamp(utc, zone).cast(DataTypes.TimestampNTZType);
  }

  /** How precisely a text tells a time, where its source does not say. */
  static Column precision(Column text) {
    return when(text.rlike(DATE_ONLY), lit("day"))
        .when(text.rlike(MONTH_ONLY), lit("month"))
        .otherwise(lit("minute"));
  }

  /**
   * The exclusive end that a text means: an end known to the day or the month includes that day or
   * month.
   *
   * @param zone zone in which the day ends
   */
  static Column exclusiveEnd(Column utc, Column precision, Column zone) {
    Column local = from_utc_timestamp(utc, zone);
    Column nextDay = to_utc_timestamp(local.plus(functions.expr("INTERVAL 1 DAY")), zone);
    Column nextMonth = to_utc_timestamp(local.plus(functions.expr("INTERVAL 1 MONTH")), zone);
    return when(precision.equalTo("day"), nextDay)
        .when(precision.equalTo("month"), nextMonth)
        .otherwise(utc);
  }

  static Column unreadable(Source source, String name) {
    String format =
        source.input().dateFormat().equals("iso")
            ? "an ISO date or time"
            : "a time of the form " + source.input().dateFormat();
    return concat(lit(name + " \""), source.text(name), lit("\" is not " + format));
  }
}
