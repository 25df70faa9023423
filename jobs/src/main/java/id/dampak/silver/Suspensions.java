package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Field;
import id.dampak.contract.Suspension;
import id.dampak.study.Fields;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Suspension records in the canonical form, or mapped to it. Each end has the moment of the order
 * and the moment from which it was felt; where only the order is known, it stands for both, and the
 * basis says so.
 */
final class Suspensions {
  private static final Object[] STATUSES = {
    "confirmed", "reported", "disputed", "not_service_affecting"
  };
  private static final Object[] PRECISIONS = {"minute", "hour", "part_day", "day", "month"};
  private static final Object[] SCOPES = {"feature", "platform", "network", "registration"};
  private static final String RECURRENCE =
      "^daily ([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d$";

  /** Beside the texts of the fields: the row's own zone, or that of its input. */
  private static final String ZONE = "zone of the row";

  private final Source source;
  private final Regions regions;

  private Suspensions(Source source, Regions regions) {
    this.source = source;
    this.regions = regions;
  }

  static TypedRows typed(Dataset<Row> texts, Source source, Regions regions) {
    return new Suspensions(source, regions).typed(texts);
  }

  private TypedRows typed(Dataset<Row> texts) {
    return SuspensionRows.of(
        texts.withColumn(ZONE, zone()),
        List.of(
            source.required(Suspension.SUSPENSION_ID, "event_id"),
            source.optional(Suspension.PARENT_ID, "parent_id"),
            source.required(Suspension.PLATFORM, Fields.PLATFORM),
            source.required(Suspension.FEATURE, "feature"),
            oneOf(Suspension.SCOPE, scope(), SCOPES),
            source.required(Suspension.COUNTRY, "country"),
            region(),
            new Typed(Suspension.REGION_SYSTEM, regionSystem(), Source.nothing()),
            timeZone(),
            start(),
            new Typed(Suspension.STARTED_BASIS, basis(Fields.STARTED_AT), Source.nothing()),
            oneOf(Suspension.STARTED_PRECISION, startPrecision(), PRECISIONS),
            ordered(Suspension.ORDERED_START_AT, Fields.ORDERED_START_AT),
            precision(Suspension.ORDERED_START_PRECISION, Fields.ORDERED_START_AT),
            end(),
            new Typed(Suspension.ENDED_BASIS, endBasis(), Source.nothing()),
            oneOf(Suspension.ENDED_PRECISION, endPrecision(), PRECISIONS),
            ordered(Suspension.ORDERED_END_AT, Fields.ORDERED_END_AT),
            precision(Suspension.ORDERED_END_PRECISION, Fields.ORDERED_END_AT),
            recurrence(),
            source.optionalNumber(Suspension.STATED_DAYS, Fields.STATED_DAYS),
            source.oneOf(Suspension.STATUS, Fields.STATUS, "reported", STATUSES),
            source.optional(Suspension.ACTOR, "actor"),
            source.optional(Suspension.ACTOR_ALLEGED, "actor_alleged"),
            source.optional(Suspension.REASON, "reason"),
            source.optional(Suspension.LEGAL_BASIS, "legal_basis"),
            source.optional(Suspension.NOTE, "note"),
            source.optional(Suspension.SOURCE_URL, "source_url"),
            source.optional(Suspension.SOURCE_QUOTE, "source_quote"),
            source.optional(Suspension.RETRIEVED_AT, "retrieved_at"),
            source.optional(Suspension.CONFLICTS_WITH, "conflicts_with"),
            endStatus(),
            Moments.known(Suspension.KNOWN_AT, source),
            Moments.optional(Suspension.WITHDRAWN_AT, source, Fields.WITHDRAWN_AT)));
  }

  private Column zone() {
    Column told = source.text("time_zone");
    return when(isZone(told), told).otherwise(lit(source.input().timeZone()));
  }

  private static Column isZone(Column text) {
    return text.isInCollection(new TreeSet<>(ZoneId.getAvailableZoneIds()));
  }

  private Typed timeZone() {
    Column told = source.text("time_zone");
    return new Typed(
        Suspension.TIME_ZONE,
        told,
        when(
            told.isNotNull().and(isZone(told).unary_$bang()),
            concat(lit("time_zone \""), told, lit("\" is no IANA time zone"))));
  }

  private Column scope() {
    return coalesce(
        source.text("scope"),
        SuspensionRows.scope(source.text(Fields.PLATFORM), source.text("feature")));
  }

  private Typed region() {
    Typed code = regions.code(Suspension.REGION_CODE, source, Fields.REGION);
    return new Typed(
        code.field(),
        when(source.text(Fields.REGION).isNull(), "*").otherwise(code.value()),
        code.reason());
  }

  private Column regionSystem() {
    Column text = source.text(Fields.REGION);
    return when(text.isNotNull(), regions.system(text));
  }

  // --- The start ------------------------------------------------------------------------------

  private Typed start() {
    Column text = startText();
    return new Typed(
        Suspension.STARTED_AT,
        Moments.utc(text, source, col("`" + ZONE + "`")),
        when(text.isNull(), lit(Fields.STARTED_AT + " is missing"))
            .when(
                Suspension.STARTED_AT.col().isNull(),
                unreadable(Fields.STARTED_AT, Fields.ORDERED_START_AT)));
  }

  private Column startText() {
    return coalesce(source.text(Fields.STARTED_AT), source.text(Fields.ORDERED_START_AT));
  }

  private Column startPrecision() {
    return when(
            source.text(Fields.STARTED_AT).isNotNull(),
            told("started_precision", Fields.STARTED_AT))
        .otherwise(told("ordered_start_precision", Fields.ORDERED_START_AT));
  }

  private Column basis(String effective) {
    return when(source.text(effective).isNotNull(), "effective").otherwise("ordered");
  }

  // --- The end --------------------------------------------------------------------------------

  /** The end of the interval, exclusive, must come after its start. */
  private Typed end() {
    Column text = endText();
    Column zone = col("`" + ZONE + "`");
    return new Typed(
        Suspension.ENDED_AT,
        Moments.exclusiveEnd(Moments.utc(text, source, zone), endPrecision(), zone),
        coalesce(
            when(
                text.isNotNull().and(Suspension.ENDED_AT.col().isNull()),
                unreadable(Fields.ENDED_AT, Fields.ORDERED_END_AT)),
            when(
                Suspension.ENDED_AT.col().leq(Suspension.STARTED_AT.col()),
                concat(lit("ended_at "), text, lit(" is not after started_at "), startText()))));
  }

  private Column endText() {
    return coalesce(source.text(Fields.ENDED_AT), source.text(Fields.ORDERED_END_AT));
  }

  private Column endPrecision() {
    return when(source.text(Fields.ENDED_AT).isNotNull(), told("ended_precision", Fields.ENDED_AT))
        .when(
            source.text(Fields.ORDERED_END_AT).isNotNull(),
            told("ordered_end_precision", Fields.ORDERED_END_AT));
  }

  private Column endBasis() {
    return when(endText().isNotNull(), basis(Fields.ENDED_AT));
  }

  private Typed endStatus() {
    Column endText = endText();
    Column status =
        when(endText.isNotNull(), lit("ended"))
            .otherwise(coalesce(source.text("end_status"), lit("unknown")));
    Column told = Suspension.END_STATUS.col();
    return new Typed(
        Suspension.END_STATUS,
        status,
        when(
                told.isInCollection(List.of("ended", "ongoing", "unknown")).unary_$bang(),
                concat(lit("end_status \""), told, lit("\" is none of ended, ongoing, unknown")))
            .when(
                told.equalTo("ended").and(endText.isNull()),
                lit("end_status is ended, but ended_at is missing")));
  }

  // --- Of both ends ---------------------------------------------------------------------------

  private Typed ordered(Field field, String name) {
    Column text = source.text(name);
    return new Typed(
        field,
        Moments.utc(text, source, col("`" + ZONE + "`")),
        when(text.isNotNull().and(field.col().isNull()), Moments.unreadable(source, name)));
  }

  private Typed precision(Field field, String name) {
    return oneOf(field, when(source.text(name).isNotNull(), told(field.name(), name)), PRECISIONS);
  }

  private Column told(String name, String timeName) {
    return coalesce(source.text(name), Moments.precision(source, timeName));
  }

  private Column unreadable(String effective, String ordered) {
    return when(source.text(effective).isNotNull(), Moments.unreadable(source, effective))
        .otherwise(Moments.unreadable(source, ordered));
  }

  private Typed recurrence() {
    Column told = source.text("recurrence");
    return new Typed(
        Suspension.RECURRENCE,
        told,
        when(
            told.rlike(RECURRENCE).unary_$bang(),
            concat(
                lit("recurrence \""),
                told,
                lit("\" is not of the form daily 23:00-05:00, on a clock of 24 hours"))));
  }

  private static Typed oneOf(Field field, Column value, Object... allowed) {
    return new Typed(
        field,
        value,
        when(
            field.col().isInCollection(List.of(allowed)).unary_$bang(),
            concat(
                lit(field.name() + " \""),
                field.col(),
                lit("\" is none of " + Arrays.toString(allowed)))));
  }
}
