package id.dampak.silver;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Landed;
import id.dampak.contract.Suspension;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Outages by Cloudflare Radar: a network was off as a whole, on every platform. An outage without
 * an end is going on. Radar tells countries by their code, and the place within one in free text.
 */
final class RadarSuspensions {
  private static final String ID = "id";
  private static final String STARTED = "startDate";
  private static final String ENDED = "endDate";
  private static final String KIND = "eventType";
  private static final String CAUSE = "outage.outageCause";
  private static final String TYPE = "outage.outageType";
  private static final String SCOPE = "scope";
  private static final String INDONESIA = "ID";
  private static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType);

  /** All that is read. */
  static final List<String> FIELDS =
      List.of(
          ID,
          STARTED,
          ENDED,
          KIND,
          CAUSE,
          TYPE,
          "locations",
          SCOPE,
          "asns",
          "description",
          "linkedUrl");

  private RadarSuspensions() {}

  static TypedRows typed(Dataset<Row> texts, Source source, Regions regions) {
    Column inIndonesia = list(source, "locations").equalTo(INDONESIA);
    Column ended = source.text(ENDED).isNotNull();
    return SuspensionRows.of(
        texts,
        List.of(
            new Typed(
                Suspension.SUSPENSION_ID,
                concat(lit("radar-"), source.text(ID)),
                when(source.text(ID).isNull(), lit("id is missing"))),
            always(Suspension.PLATFORM, lit("*")),
            always(Suspension.FEATURE, lit("*")),
            country(source),
            regions.ofCountry(Suspension.REGION_CODE, source, SCOPE, inIndonesia, "*"),
            regions.systemOfCountry(Suspension.REGION_SYSTEM, source, SCOPE, inIndonesia),
            start(source),
            always(Suspension.STARTED_PRECISION, Moments.precision(source, STARTED)),
            end(source),
            always(Suspension.ENDED_PRECISION, when(ended, Moments.precision(source, ENDED))),
            always(Suspension.END_STATUS, when(ended, "ended").otherwise("ongoing")),
            always(Suspension.STATUS, lit("reported")),
            always(
                Suspension.REASON,
                nullIfEmpty(concat_ws(": ", source.text(CAUSE), source.text(TYPE)))),
            always(Suspension.NOTE, note(source)),
            source.optional(Suspension.SOURCE_URL, "linkedUrl"),
            always(Suspension.KNOWN_AT, Landed.INGESTED_AT.col())));
  }

  /** What is no outage switches nothing off: Radar lists traffic anomalies and remarks as well. */
  private static Typed start(Source source) {
    Typed start = Moments.required(Suspension.STARTED_AT, source, STARTED);
    Column kind = source.text(KIND);
    return new Typed(
        start.field(),
        start.value(),
        coalesce(
            when(kind.isNull(), lit("eventType is missing")),
            when(kind.notEqual("OUTAGE"), concat(lit("eventType "), kind, lit(" is no outage"))),
            start.reason()));
  }

  private static Typed end(Source source) {
    Typed end = Moments.optional(Suspension.ENDED_AT, source, ENDED);
    return new Typed(
        end.field(),
        Moments.exclusiveEnd(
            end.value(), Moments.precision(source, ENDED), lit(source.input().timeZone())),
        coalesce(
            end.reason(),
            when(
                Suspension.ENDED_AT.col().leq(Suspension.STARTED_AT.col()),
                concat(
                    lit("endDate "),
                    source.text(ENDED),
                    lit(" is not after startDate "),
                    source.text(STARTED)))));
  }

  /** The codes of the countries, several with a comma between. */
  private static Typed country(Source source) {
    Column codes = list(source, "locations");
    return new Typed(
        Suspension.COUNTRY,
        nullIfEmpty(codes),
        when(nullIfEmpty(codes).isNull(), lit("locations is missing")));
  }

  private static Column note(Source source) {
    Column networks = nullIfEmpty(list(source, "asns"));
    return nullIfEmpty(
        concat_ws("; ", source.text("description"), concat(lit("only the networks "), networks)));
  }

  private static Column list(Source source, String name) {
    return array_join(from_json(source.text(name), STRINGS), ", ");
  }

  private static Typed always(id.dampak.contract.Field field, Column value) {
    return new Typed(field, value, Source.nothing());
  }

  private static Column nullIfEmpty(Column text) {
    return functions.nullif(text, lit(""));
  }
}
