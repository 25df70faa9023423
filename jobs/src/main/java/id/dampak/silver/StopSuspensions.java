package id.dampak.silver;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Landed;
import id.dampak.contract.Suspension;
import id.dampak.format.SourceColumn;
import id.dampak.format.StopRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Records of Access Now's STOP registry (combined sheet). An event that lasts is listed once for
 * every year that it is counted in; those repeats get the same identifier. Dates are days in the
 * country's zone; a clock time that the narrative gives for the last day makes the end precise to
 * the minute.
 */
final class StopSuspensions {
  private static final String AREA = "area_name";
  private static final String INDONESIA = "Indonesia";
  private static final String SOURCE_LINK = "info_source_link";
  private static final String DURATION = "duration";

  /** All that is read; a row may do without a link and a duration. */
  static final List<String> FIELDS =
      Stream.concat(
              StopRegistry.FORMAT.required().stream().map(SourceColumn::name),
              Stream.of(SOURCE_LINK, DURATION))
          .toList();

  private static final List<String> NAMED_PLATFORMS =
      List.of("Facebook", "Twitter", "WhatsApp", "Instagram", "Telegram");
  private static final String SERVICE_BASED = "Service-based";

  /** The combined sheet writes days as points in time, its core as days. */
  private static final String MIDNIGHT = "^(\\d{4}-\\d{2}-\\d{2})[ T]00:00:00$";

  /** What stands between platforms in prose; an "and" only before a name, not within a phrase. */
  private static final String BETWEEN = "\\s*[,;]\\s*(?:and\\s+)?|\\s+and\\s+(?=\\p{Lu})";

  /** Only of a single platform: among several, the others were off as a whole. */
  private static final String LIVE_OF_ONE = "(?i)^([^;,]+?)\\s+live$";

  /** A clock time before "on Sep. 2", the abbreviation with or without its point. */
  private static final String TIME_ON = "(?i)(\\d{1,2}:\\d{2})\\s*(am|pm)[^.;]{0,20}? on ";

  private StopSuspensions() {}

  static TypedRows typed(Dataset<Row> texts, Source source, Regions regions) {
    Column inIndonesia = source.text("country").equalTo(INDONESIA);
    Column zone = zone(source);
    Column preciseEnd = preciseEnd(source, zone);
    Typed end = end(source, preciseEnd, zone);
    Column platform = platform(source);
    return SuspensionRows.of(
        texts,
        List.of(
            new Typed(Suspension.SUSPENSION_ID, identity(source), Source.nothing()),
            always(Suspension.PLATFORM, regexp_replace(platform, LIVE_OF_ONE, "$1")),
            always(Suspension.FEATURE, when(platform.rlike(LIVE_OF_ONE), "LIVE").otherwise("*")),
            source.required(Suspension.COUNTRY, "country"),
            regions.ofCountry(Suspension.REGION_CODE, source, AREA, inIndonesia, "unknown"),
            regions.systemOfCountry(Suspension.REGION_SYSTEM, source, AREA, inIndonesia),
            start(source, zone),
            always(Suspension.STARTED_PRECISION, lit("day")),
            end,
            always(
                Suspension.ENDED_PRECISION,
                when(preciseEnd.isNotNull(), "minute")
                    .when(source.text("end_date").isNotNull(), "day")),
            source.optionalNumber(Suspension.STATED_DAYS, DURATION),
            always(Suspension.END_STATUS, endStatus(source)),
            always(Suspension.STATUS, lit("reported")),
            always(
                Suspension.ACTOR,
                nullIfEmpty(
                    concat_ws(": ", source.text("ordered_by"), source.text("decision_maker")))),
            source.optional(Suspension.REASON, "actual_cause"),
            source.optional(Suspension.NOTE, "event"),
            source.optional(Suspension.SOURCE_URL, SOURCE_LINK),
            always(Suspension.KNOWN_AT, Landed.INGESTED_AT.col())));
  }

  /**
   * What makes two listings the same event: everything that describes it, but neither its end nor
   * the year it is counted in.
   */
  private static Column identity(Source source) {
    Column[] parts =
        Stream.of(
                "country",
                "geo_scope",
                AREA,
                "start_date",
                "shutdown_type",
                "shutdown_extent",
                "affected_network",
                "other_affected")
            .map(name -> regexp_replace(coalesce(source.text(name), lit("")), MIDNIGHT, "$1"))
            .toArray(Column[]::new);
    return concat(lit("stop-"), sha2(concat_ws("|", parts), 256).substr(1, 16));
  }

  private static Typed start(Source source, Column zone) {
    Column text = source.text("start_date");
    return new Typed(
        Suspension.STARTED_AT,
        Moments.utc(text, source, zone),
        when(text.isNull(), lit("start_date is missing"))
            .when(Suspension.STARTED_AT.col().isNull(), Moments.unreadable(source, "start_date")));
  }

  private static Typed end(Source source, Column preciseEnd, Column zone) {
    Column text = source.text("end_date");
    Column day = Moments.utc(text, source, zone);
    Column end = coalesce(preciseEnd, Moments.exclusiveEnd(day, lit("day"), zone));
    return new Typed(
        Suspension.ENDED_AT,
        end,
        when(text.isNotNull().and(day.isNull()), Moments.unreadable(source, "end_date"))
            .when(
                Suspension.ENDED_AT.col().leq(Suspension.STARTED_AT.col()),
                concat(
                    lit("end_date "),
                    text,
                    lit(" is before start_date "),
                    source.text("start_date"))));
  }

  /**
   * The end to the minute, where the narrative gives a time on the day of the end; null elsewhere.
   */
  private static Column preciseEnd(Source source, Column zone) {
    Column day = Moments.day(source.text("end_date"), source);
    Column onThatDay =
        concat(
            lit(TIME_ON),
            functions.date_format(day, "MMM"),
            lit("[a-z]*\\.? "),
            functions.date_format(day, "d"),
            lit("\\b"));
    Column phrase = functions.regexp_substr(coalesce(source.text("event"), lit("")), onThatDay);
    Column clock =
        concat_ws(
            " ",
            functions.date_format(day, "yyyy-MM-dd"),
            functions.regexp_extract(phrase, TIME_ON, 1),
            functions.upper(functions.regexp_extract(phrase, TIME_ON, 2)));
    return when(
        phrase.isNotNull(),
        to_utc_timestamp(try_to_timestamp(clock, lit("yyyy-MM-dd h:mm a")), zone));
  }

  private static Column platform(Source source) {
    Column named =
        array_join(
            array_compact(
                array(
                    Stream.concat(
                            NAMED_PLATFORMS.stream()
                                .map(
                                    name ->
                                        when(
                                            source
                                                .text(
                                                    name.toLowerCase(java.util.Locale.ROOT)
                                                        + "_affected")
                                                .equalTo("Yes"),
                                            lit(name))),
                            Stream.of(regexp_replace(source.text("other_affected"), BETWEEN, "; ")))
                        .toArray(Column[]::new))),
            "; ");
    return when(
            source.text("shutdown_extent").contains(SERVICE_BASED),
            coalesce(nullIfEmpty(named), lit("*")))
        .otherwise("*");
  }

  private static Column endStatus(Source source) {
    return when(source.text("end_date").isNotNull(), "ended")
        .when(source.text("shutdown_status").equalTo("Ongoing"), "ongoing")
        .otherwise("unknown");
  }

  private static Column zone(Source source) {
    Map<String, String> zones = source.input().timeZones();
    if (zones.isEmpty()) {
      return lit(source.input().timeZone());
    }
    Column[] entries =
        zones.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(entry -> Stream.of(lit(entry.getKey()), lit(entry.getValue())))
            .toArray(Column[]::new);
    return coalesce(
        try_element_at(functions.map(entries), source.text("country")),
        lit(source.input().timeZone()));
  }

  private static Typed always(id.dampak.contract.Field field, Column value) {
    return new Typed(field, value, Source.nothing());
  }

  private static Column nullIfEmpty(Column text) {
    return nullif(text, lit(""));
  }
}
