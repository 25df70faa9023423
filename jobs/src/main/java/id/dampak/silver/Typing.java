package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Content;
import id.dampak.contract.LiveSession;
import id.dampak.contract.Merchant;
import id.dampak.contract.Transaction;
import id.dampak.study.Fields;
import id.dampak.study.Input;
import id.dampak.study.Study;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Types the landed rows of each kind of input. */
public final class Typing {
  private final Study study;
  private final Regions regions;

  /** Typing by the declarations of a study. */
  public Typing(Study study) {
    this.study = study;
    this.regions = new Regions(study);
  }

  /**
   * The typed rows of every input for one table.
   *
   * @param bronze landed rows of an input, by its name
   */
  public TypedRows rows(
      Input.Target target, BiFunction<Input.Target, String, Dataset<Row>> bronze) {
    return study.inputsFor(target).stream()
        .map(input -> typed(input, bronze.apply(target, input.name())))
        .reduce(TypedRows::and)
        .orElseThrow();
  }

  private TypedRows typed(Input input, Dataset<Row> bronze) {
    Source source = new Source(input);
    return switch (input.target()) {
      case SUSPENSION ->
          input.format() == Input.Format.STOP
              ? StopSuspensions.typed(bronze, source)
              : Suspensions.typed(bronze, source, regions);
      case TRANSACTION -> TypedRows.of(Transaction.TABLE, bronze, transaction(source));
      case MERCHANT -> TypedRows.of(Merchant.TABLE, bronze, merchant(source));
      case LIVE_SESSION -> TypedRows.of(LiveSession.TABLE, bronze, liveSession(source));
      case CONTENT -> TypedRows.of(Content.TABLE, bronze, content(source));
    };
  }

  private List<Typed> transaction(Source source) {
    Typed region = regions.code(Transaction.REGION_CODE, source, Fields.REGION);
    Typed occurredAt = Moments.required(Transaction.OCCURRED_AT, source, "occurred_at");
    Column zone = regions.zone(region.value());
    return List.of(
        source.required(Transaction.TRANSACTION_ID, "transaction_id"),
        source.required(Transaction.MERCHANT_ID, Fields.MERCHANT_ID),
        occurredAt,
        new Typed(Transaction.LOCAL_AT, Moments.local(occurredAt.value(), zone), Source.nothing()),
        source.orElse(Transaction.CHANNEL, "channel", "unknown"),
        region,
        source.oneOf(
            Transaction.STATUS, Fields.STATUS, "completed", "completed", "cancelled", "returned"),
        source.amount(Transaction.AMOUNT, Fields.AMOUNT, study.currency().minorDigits()),
        source.optional(Transaction.RELEASE, "release"));
  }

  private List<Typed> merchant(Source source) {
    Column opened = source.text("opened_on");
    Column openedOn = opened.try_cast(DataTypes.DateType);
    return List.of(
        source.required(Merchant.MERCHANT_ID, Fields.MERCHANT_ID),
        regions.code(Merchant.REGION_CODE, source, Fields.REGION),
        source.orElse(Merchant.SECTOR, "sector", "unknown"),
        source.oneOf(
            Merchant.SIZE_CLASS,
            "size_class",
            "unknown",
            "mikro",
            "kecil",
            "menengah",
            "besar",
            "unknown"),
        source.optional(Merchant.SIZE_BASIS, "size_basis"),
        new Typed(
            Merchant.OPENED_AT,
            openedOn,
            when(
                opened.isNotNull().and(openedOn.isNull()),
                concat(lit("opened_on \""), opened, lit("\" is not an ISO date")))));
  }

  private List<Typed> liveSession(Source source) {
    Typed start = Moments.required(LiveSession.STARTED_AT, source, Fields.STARTED_AT);
    Typed end = Moments.required(LiveSession.ENDED_AT, source, Fields.ENDED_AT);
    return List.of(
        source.required(LiveSession.SESSION_ID, "session_id"),
        source.required(LiveSession.MERCHANT_ID, Fields.MERCHANT_ID),
        source.required(LiveSession.PLATFORM, Fields.PLATFORM),
        start,
        new Typed(
            LiveSession.ENDED_AT,
            end.value(),
            coalesce(
                end.reason(),
                when(
                    end.value().leq(start.value()),
                    concat(
                        lit("ended_at "),
                        source.text(Fields.ENDED_AT),
                        lit(" is not after started_at "),
                        source.text(Fields.STARTED_AT))))),
        source.amount(LiveSession.AMOUNT, Fields.AMOUNT, study.currency().minorDigits()),
        source.count(LiveSession.VIEWS, "views"),
        source.required(LiveSession.TEXT, Fields.TEXT),
        level(source, LiveSession.LEVEL, Source.nothing()));
  }

  private static List<Typed> content(Source source) {
    return List.of(
        source.required(Content.CONTENT_ID, "content_id"),
        source.required(Content.TEXT, Fields.TEXT),
        level(
            source,
            Content.LEVEL,
            when(source.text(Fields.LEVEL).isNull(), lit("level is missing"))),
        source.required(Content.FAMILY, "family"),
        source.optional(Content.REGISTER, "register"));
  }

  private static Typed level(Source source, id.dampak.contract.Field field, Column whenMissing) {
    Column text = source.text(Fields.LEVEL);
    Column level = text.try_cast(DataTypes.IntegerType);
    return new Typed(
        field,
        level,
        coalesce(
            whenMissing,
            when(
                text.isNotNull().and(coalesce(level.between(0, 4), lit(false)).unary_$bang()),
                concat(lit("level \""), text, lit("\" is not a level from 0 to 4")))));
  }
}
