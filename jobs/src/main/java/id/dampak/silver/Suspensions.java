package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Suspension;
import id.dampak.study.Fields;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Suspension records in the canonical form, or mapped to it. */
final class Suspensions {
  private static final Object[] STATUSES = {
    "confirmed", "reported", "disputed", "not_service_affecting"
  };
  private static final Object[] PRECISIONS = {"minute", "hour", "part_day", "day", "month"};

  private Suspensions() {}

  static TypedRows typed(Dataset<Row> texts, Source source, Regions regions) {
    Column startPrecision = precision(source, "started_precision", Fields.STARTED_AT);
    Column endText = source.text(Fields.ENDED_AT);
    Column endPrecision = precision(source, "ended_precision", Fields.ENDED_AT);
    List<Typed> fields =
        List.of(
            source.required(Suspension.SUSPENSION_ID, "event_id"),
            source.required(Suspension.PLATFORM, Fields.PLATFORM),
            source.required(Suspension.FEATURE, "feature"),
            source.required(Suspension.COUNTRY, "country"),
            region(source, regions),
            Moments.required(Suspension.STARTED_AT, source, Fields.STARTED_AT),
            known(Suspension.STARTED_PRECISION, startPrecision, "started_precision"),
            end(source, endPrecision),
            known(
                Suspension.ENDED_PRECISION,
                when(endText.isNotNull(), endPrecision),
                "ended_precision"),
            source.optionalNumber(Suspension.STATED_DAYS, Fields.STATED_DAYS),
            source.oneOf(Suspension.STATUS, Fields.STATUS, "reported", STATUSES),
            source.optional(Suspension.ACTOR, "actor"),
            source.optional(Suspension.REASON, "reason"),
            source.optional(Suspension.NOTE, "note"),
            source.optional(Suspension.SOURCE_URL, "source_url"),
            endStatus(source),
            Moments.known(Suspension.KNOWN_AT, source));
    return TypedRows.of(Suspension.TABLE, texts, fields, List.of());
  }

  /** The end of the interval, exclusive, must come after its start. */
  private static Typed end(Source source, Column precision) {
    Typed end = Moments.optional(Suspension.ENDED_AT, source, Fields.ENDED_AT);
    return new Typed(
        Suspension.ENDED_AT,
        Moments.exclusiveEnd(end.value(), precision, lit(source.input().timeZone())),
        coalesce(
            end.reason(),
            when(
                Suspension.ENDED_AT.col().leq(Suspension.STARTED_AT.col()),
                concat(
                    lit("ended_at "),
                    source.text(Fields.ENDED_AT),
                    lit(" is not after started_at "),
                    source.text(Fields.STARTED_AT)))));
  }

  private static Typed endStatus(Source source) {
    Column endText = source.text(Fields.ENDED_AT);
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

  private static Typed region(Source source, Regions regions) {
    Typed code = regions.code(Suspension.REGION_CODE, source, Fields.REGION);
    return new Typed(
        code.field(),
        when(source.text(Fields.REGION).isNull(), "*").otherwise(code.value()),
        code.reason());
  }

  private static Column precision(Source source, String name, String timeName) {
    return coalesce(source.text(name), Moments.precision(source, timeName));
  }

  private static Typed known(id.dampak.contract.Field field, Column precision, String name) {
    return new Typed(
        field,
        precision,
        when(
            field.col().isInCollection(List.of(PRECISIONS)).unary_$bang(),
            concat(
                lit(name + " \""),
                field.col(),
                lit("\" is none of " + java.util.Arrays.toString(PRECISIONS)))));
  }
}
