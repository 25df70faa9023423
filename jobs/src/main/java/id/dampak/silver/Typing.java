package id.dampak.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import id.dampak.contract.Attribution;
import id.dampak.contract.Content;
import id.dampak.contract.EvaluationText;
import id.dampak.contract.LiveSession;
import id.dampak.contract.Merchant;
import id.dampak.contract.Transaction;
import id.dampak.study.Fields;
import id.dampak.study.Input;
import id.dampak.study.Study;
import java.util.List;
import java.util.function.Function;
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
   * @param bronze landed rows of an input
   */
  public TypedRows rows(Input.Target target, Function<Input, Dataset<Row>> bronze) {
    return study.inputsFor(target).stream()
        .map(input -> typed(input, bronze.apply(input)))
        .reduce(TypedRows::and)
        .map(typed -> typed.alsoRefused(RowRules.reasons(typed.target(), study)))
        .orElseThrow();
  }

  private TypedRows typed(Input input, Dataset<Row> bronze) {
    Source source = new Source(input, fields(input));
    Dataset<Row> texts =
        study
            .knownBy()
            .map(moment -> source.texts(bronze).filter(Moments.knownBy(source, moment)))
            .orElseGet(() -> source.texts(bronze));
    return switch (input.target()) {
      case SUSPENSION -> suspensions(input.format(), texts, source);
      case TRANSACTION ->
          TypedRows.of(Transaction.TABLE, texts, transaction(source), List.of(localTime()));
      case ATTRIBUTION -> TypedRows.of(Attribution.TABLE, texts, attribution(source), List.of());
      case MERCHANT -> TypedRows.of(Merchant.TABLE, texts, merchant(source), List.of());
      case LIVE_SESSION -> TypedRows.of(LiveSession.TABLE, texts, liveSession(source), List.of());
      case CONTENT -> TypedRows.of(Content.TABLE, texts, content(source), List.of());
      case EVALUATION_TEXT ->
          TypedRows.of(EvaluationText.TABLE, texts, evaluationText(source), List.of());
    };
  }

  private static List<String> fields(Input input) {
    return switch (input.format()) {
      case STOP -> StopSuspensions.FIELDS;
      case CLOUDFLARE_RADAR -> RadarSuspensions.FIELDS;
      case CSV,
          PARQUET,
          JSON_LINES,
          TIKTOK_ORDERS,
          TIKTOK_AFFILIATE,
          SHOPEE_ORDERS,
          SHOPEE_AFFILIATE,
          TOKOPEDIA_ORDERS,
          MIDTRANS,
          TEXTS ->
          Fields.all(input.target());
    };
  }

  private TypedRows suspensions(Input.Format format, Dataset<Row> texts, Source source) {
    return switch (format) {
      case STOP -> StopSuspensions.typed(texts, source, regions);
      case CLOUDFLARE_RADAR -> RadarSuspensions.typed(texts, source, regions);
      case CSV,
          PARQUET,
          JSON_LINES,
          TIKTOK_ORDERS,
          TIKTOK_AFFILIATE,
          SHOPEE_ORDERS,
          SHOPEE_AFFILIATE,
          TOKOPEDIA_ORDERS,
          MIDTRANS,
          TEXTS ->
          Suspensions.typed(texts, source, regions);
    };
  }

  private List<Typed> transaction(Source source) {
    Amounts amounts = new Amounts(source, study.currency().minorDigits());
    return List.of(
        source.required(Transaction.TRANSACTION_ID, "transaction_id"),
        source.required(Transaction.MERCHANT_ID, Fields.MERCHANT_ID),
        source.optional(Transaction.ORDER_ID, Fields.ORDER_ID),
        Moments.required(Transaction.OCCURRED_AT, source, Fields.OCCURRED_AT),
        source.orElse(Transaction.CHANNEL, "channel", "unknown"),
        regions.code(Transaction.REGION_CODE, source, Fields.REGION),
        source.oneOf(
            Transaction.STATUS,
            Fields.STATUS,
            "completed",
            "completed",
            "cancelled",
            "returned",
            "pending"),
        inCurrency(amounts.required(Transaction.AMOUNT, Fields.AMOUNT), source),
        amounts.optional(Transaction.GROSS_AMOUNT, Fields.GROSS_AMOUNT),
        amounts.optional(Transaction.DISCOUNT_AMOUNT, Fields.DISCOUNT_AMOUNT),
        amounts.optional(Transaction.REFUND_AMOUNT, Fields.REFUND_AMOUNT),
        source.optional(Transaction.RELEASE, "release"),
        statusRank(source),
        Moments.latest(Transaction.UPDATED_AT, source, Fields.UPDATED_AT),
        Moments.known(Transaction.KNOWN_AT, source));
  }

  /** An amount in another currency is none of the study's, whatever it is worth. */
  private Typed inCurrency(Typed amount, Source source) {
    Column told = source.text(Fields.CURRENCY);
    String own = study.currency().code();
    return new Typed(
        amount.field(),
        amount.value(),
        coalesce(
            when(
                upper(told).notEqual(own),
                concat(lit("currency \""), told, lit("\" is not that of the study, " + own))),
            amount.reason()));
  }

  private static Typed statusRank(Source source) {
    Column text = source.text(Fields.STATUS_RANK);
    return new Typed(
        Transaction.STATUS_RANK,
        text.try_cast(DataTypes.IntegerType),
        when(
            text.isNotNull().and(Transaction.STATUS_RANK.col().isNull()),
            concat(lit("status_rank \""), text, lit("\" is not a whole number"))));
  }

  private Typed localTime() {
    Column zone = regions.zone(Transaction.REGION_CODE.col());
    return new Typed(
        Transaction.LOCAL_AT, Moments.local(Transaction.OCCURRED_AT.col(), zone), Source.nothing());
  }

  private static List<Typed> attribution(Source source) {
    return List.of(
        source.required(Attribution.ATTRIBUTION_ID, "attribution_id"),
        source.required(Attribution.ORDER_ID, Fields.ORDER_ID),
        source.required(Attribution.PLATFORM, Fields.PLATFORM),
        source.oneOf(Attribution.CONTENT_KIND, "content_kind", "other", "live", "video", "other"),
        source.optional(Attribution.CONTENT_ID, Fields.CONTENT_ID),
        source.optional(Attribution.AUTHOR_ID, Fields.AUTHOR_ID),
        Moments.known(Attribution.KNOWN_AT, source));
  }

  private List<Typed> merchant(Source source) {
    Sizes sizes = new Sizes(study);
    Column opened = source.text(Fields.OPENED_ON);
    return List.of(
        source.required(Merchant.MERCHANT_ID, Fields.MERCHANT_ID),
        regions.code(Merchant.REGION_CODE, source, Fields.REGION),
        source.orElse(Merchant.SECTOR, "sector", "unknown"),
        sizes.sizeClass(source),
        sizes.basis(source),
        new Typed(
            Merchant.OPENED_AT,
            Moments.day(opened, source),
            when(
                opened.isNotNull().and(Merchant.OPENED_AT.col().isNull()),
                Moments.unreadable(source, Fields.OPENED_ON))),
        Moments.known(Merchant.KNOWN_AT, source));
  }

  private List<Typed> liveSession(Source source) {
    Typed end = Moments.required(LiveSession.ENDED_AT, source, Fields.ENDED_AT);
    return List.of(
        source.required(LiveSession.SESSION_ID, "session_id"),
        source.required(LiveSession.MERCHANT_ID, Fields.MERCHANT_ID),
        source.required(LiveSession.PLATFORM, Fields.PLATFORM),
        Moments.required(LiveSession.STARTED_AT, source, Fields.STARTED_AT),
        new Typed(
            LiveSession.ENDED_AT,
            end.value(),
            coalesce(
                end.reason(),
                when(
                    LiveSession.ENDED_AT.col().leq(LiveSession.STARTED_AT.col()),
                    concat(
                        lit("ended_at "),
                        source.text(Fields.ENDED_AT),
                        lit(" is not after started_at "),
                        source.text(Fields.STARTED_AT))))),
        inCurrency(
            new Amounts(source, study.currency().minorDigits())
                .required(LiveSession.AMOUNT, Fields.AMOUNT),
            source),
        source.count(LiveSession.VIEWS, "views"),
        source.required(LiveSession.TEXT, Fields.TEXT),
        level(source, LiveSession.LEVEL, Source.nothing()),
        Moments.known(LiveSession.KNOWN_AT, source));
  }

  private static List<Typed> content(Source source) {
    boolean labelled = source.input().format() != Input.Format.TEXTS;
    Column family = source.text(Fields.FAMILY);
    return List.of(
        source.required(Content.CONTENT_ID, Fields.CONTENT_ID),
        source.required(Content.TEXT, Fields.TEXT),
        level(
            source,
            Content.LEVEL,
            labelled
                ? when(source.text(Fields.LEVEL).isNull(), lit("level is missing"))
                : Source.nothing()),
        labelled
            ? source.required(Content.FAMILY, Fields.FAMILY)
            : new Typed(
                Content.FAMILY, coalesce(family, source.text(Fields.CONTENT_ID)), Source.nothing()),
        source.optional(Content.REGISTER, "register"),
        source.optional(Content.PLATFORM, Fields.PLATFORM),
        Moments.optional(Content.PUBLISHED_AT, source, Fields.PUBLISHED_AT),
        Moments.known(Content.KNOWN_AT, source));
  }

  private static List<Typed> evaluationText(Source source) {
    Column text = source.text(Fields.EXPECTED);
    return List.of(
        source.required(EvaluationText.CONTENT_ID, Fields.CONTENT_ID),
        source.required(EvaluationText.TEXT, Fields.TEXT),
        new Typed(
            EvaluationText.EXPECTED,
            text.try_cast(DataTypes.IntegerType),
            when(text.isNull(), lit("expected is missing"))
                .when(
                    text.isInCollection(List.of("0", "1")).unary_$bang(),
                    concat(lit("expected \""), text, lit("\" is neither 0 nor 1")))),
        source.optional(EvaluationText.CATEGORY, "category"),
        Moments.known(EvaluationText.KNOWN_AT, source));
  }

  private static Typed level(Source source, id.dampak.contract.Field field, Column whenMissing) {
    Column text = source.text(Fields.LEVEL);
    return new Typed(
        field,
        text.try_cast(DataTypes.IntegerType),
        coalesce(
            whenMissing,
            when(
                text.isNotNull().and(coalesce(field.col().between(0, 4), lit(false)).unary_$bang()),
                concat(lit("level \""), text, lit("\" is not a level from 0 to 4")))));
  }
}
