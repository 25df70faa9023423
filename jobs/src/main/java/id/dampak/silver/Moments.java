package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.contract.Landed;
import id.dampak.study.Fields;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads points in time: texts with an offset stand for themselves, the others are wall-clock times
 * in a declared zone.
 */
final class Moments {
  /** A month, a day, or a day and a clock time; Spark alone would take a bare clock time, too. */
  private static final String LOCAL =
      "^\\d{4}-\\d{2}(-\\d{2}([ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?)?$";

  /** To the minute; seconds; hours of the offset; its minutes. */
  private static final String INSTANT =
      "^(\\d{4}-\\d{2}-\\d{2}[ T]\\d{1,2}:\\d{2})(:\\d{2}(?:\\.\\d+)?)? ?(Z|[+-]\\d{2}):?(\\d{2})?$";

  private static final String ISO_DAY = "^\\d{4}-\\d{2}-\\d{2}\\b.*";
  private static final String DATE_ONLY = "^\\d{4}-\\d{2}-\\d{2}([ T]00:00:00)?$";
  private static final String MONTH_ONLY = "^\\d{4}-\\d{2}$";

  /** Literal text in a pattern, whose letters are no fields. */
  private static final String QUOTED = "'[^']*'";

  private Moments() {}

  /** The field as a UTC time that must be there. */
  static Typed required(Field field, Source source, String name) {
    Column text = source.text(name);
    return new Typed(
        field,
        utc(text, source, lit(source.input().timeZone())),
        when(text.isNull(), lit(name + " is missing"))
            .when(field.col().isNull(), unreadable(source, name)));
  }

  /** The field as a UTC time that may be missing. */
  static Typed optional(Field field, Source source, String name) {
    Column text = source.text(name);
    return new Typed(
        field,
        utc(text, source, lit(source.input().timeZone())),
        when(text.isNotNull().and(field.col().isNull()), unreadable(source, name)));
  }

  /**
   * When a row could be known: from the end of the day or month that its source names, and else
   * from its landing on. ISO form, whatever the form of the other dates: most sources name it in a
   * column of their own.
   */
  static Typed known(Field field, Source source) {
    Column text = source.text(Fields.KNOWN_AT);
    return new Typed(
        field,
        knownAt(source),
        when(
            field.col().isNull(),
            concat(lit(Fields.KNOWN_AT + " \""), text, lit("\" is not an ISO date or time"))));
  }

  /** Whether a row was known by a moment, or cannot tell when: it is set aside, then and now. */
  static Column knownBy(Source source, Instant moment) {
    return coalesce(knownAt(source).leq(lit(Timestamp.from(moment))), lit(true));
  }

  private static Column knownAt(Source source) {
    if (source.input().format().declaration().hasOwnRules()) {
      return Landed.INGESTED_AT.col(); // these registries do not say when they learnt of an event
    }
    Column text = source.text(Fields.KNOWN_AT);
    Column zone = lit(source.input().timeZone());
    return when(text.isNull(), Landed.INGESTED_AT.col())
        .otherwise(exclusiveEnd(iso(text, zone), isoPrecision(text), zone));
  }

  /** The UTC time that a text means; null where it cannot be read. */
  static Column utc(Column text, Source source, Column zone) {
    String format = source.input().dateFormat();
    if (!format.equals("iso")) {
      Column parsed = try_to_timestamp(text, lit(format));
      Column utc = hasField(format, "XxZOVz") ? parsed : to_utc_timestamp(parsed, zone);
      // The cells of a workbook may be dates, which land in ISO form whatever its texts look like.
      return coalesce(utc, when(text.rlike(ISO_DAY), iso(text, zone)));
    }
    return iso(text, zone);
  }

  /**
   * The latest of the moments that a field's columns tell of. What is no moment does not count:
   * exports write dashes and words where a step has not been taken.
   */
  static Typed latest(Field field, Source source, String name) {
    Column zone = lit(source.input().timeZone());
    Column[] moments =
        source.each(name).stream().map(text -> utc(text, source, zone)).toArray(Column[]::new);
    return new Typed(
        field, moments.length == 1 ? moments[0] : functions.greatest(moments), Source.nothing());
  }

  /** The day that a text means, without a zone; null where it cannot be read. */
  static Column day(Column text, Source source) {
    Column iso = text.try_cast(DataTypes.DateType);
    String format = source.input().dateFormat();
    return format.equals("iso")
        ? iso
        : coalesce(try_to_timestamp(text, lit(format)).cast(DataTypes.DateType), iso);
  }

  private static Column iso(Column text, Column zone) {
    Column local = when(text.rlike(LOCAL), text.try_cast(DataTypes.TimestampType));
    return when(text.rlike(INSTANT), withFullOffset(text).try_cast(DataTypes.TimestampType))
        .otherwise(to_utc_timestamp(local, zone));
  }

  /** Spark reads an offset only after seconds, and only with its minutes. */
  private static Column withFullOffset(Column text) {
    Column offset = part(text, 3);
    return concat(
        part(text, 1),
        coalesce(part(text, 2), lit(":00")),
        when(offset.equalTo("Z"), offset)
            .otherwise(concat(offset, lit(":"), coalesce(part(text, 4), lit("00")))));
  }

  private static Column part(Column text, int number) {
    return functions.nullif(functions.regexp_extract(text, INSTANT, number), lit(""));
  }

  /** A UTC time on the wall clock of a zone. */
  static Column local(Column utc, Column zone) {
    return from_utc_timestamp(utc, zone).cast(DataTypes.TimestampNTZType);
  }

  /** How precisely a field tells a time, where its source does not say. */
  static Column precision(Source source, String name) {
    String format = source.input().dateFormat();
    if (!format.equals("iso")) {
      return lit(hasField(format, "HhKk") ? "minute" : hasField(format, "dD") ? "day" : "month");
    }
    return isoPrecision(source.text(name));
  }

  private static Column isoPrecision(Column text) {
    return when(text.rlike(DATE_ONLY), lit("day"))
        .when(text.rlike(MONTH_ONLY), lit("month"))
        .otherwise(lit("minute"));
  }

  private static boolean hasField(String format, String letters) {
    return format.replaceAll(QUOTED, "").chars().anyMatch(c -> letters.indexOf(c) >= 0);
  }

  /**
   * The exclusive end that a text means: an end known to the day or the month includes that day or
   * month.
   *
   * @param zone zone in which the day ends
   */
  static Column exclusiveEnd(Column utc, Column precision, Column zone) {
    Column local = from_utc_timestamp(utc, zone);
    return when(precision.equalTo("day"), next("day", local, zone))
        .when(precision.equalTo("month"), next("month", local, zone))
        .otherwise(utc);
  }

  private static Column next(String unit, Column local, Column zone) {
    Column start = functions.date_trunc(unit, local);
    return to_utc_timestamp(start.plus(functions.expr("INTERVAL 1 " + unit)), zone);
  }

  static Column unreadable(Source source, String name) {
    String format =
        source.input().dateFormat().equals("iso")
            ? "an ISO date or time"
            : "a time of the form " + source.input().dateFormat();
    return concat(lit(name + " \""), source.text(name), lit("\" is not " + format));
  }
}
