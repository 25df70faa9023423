package id.dampak.study;

import id.dampak.study.Input.Target;
import java.util.ArrayList;
import java.util.List;

/** The fields of each target, by the names under which a study file maps source columns to them. */
public final class Fields {
  public static final String REGION = "region";
  public static final String MERCHANT_ID = "merchant_id";
  public static final String STARTED_AT = "started_at";
  public static final String ENDED_AT = "ended_at";
  public static final String ORDERED_START_AT = "ordered_start_at";
  public static final String ORDERED_END_AT = "ordered_end_at";
  public static final String WITHDRAWN_AT = "withdrawn_at";
  public static final String OPENED_ON = "opened_on";
  public static final String SIZE_CLASS = "size_class";
  public static final String SIZE_BASIS = "size_basis";
  public static final String ANNUAL_SALES = "annual_sales";
  public static final String CAPITAL = "capital";
  public static final String ORDER_ID = "order_id";
  public static final String OCCURRED_AT = "occurred_at";
  public static final String AMOUNT = "amount";
  public static final String GROSS_AMOUNT = "gross_amount";
  public static final String DISCOUNT_AMOUNT = "discount_amount";
  public static final String REFUND_AMOUNT = "refund_amount";
  public static final String CURRENCY = "currency";
  public static final String STATUS_RANK = "status_rank";
  public static final String UPDATED_AT = "updated_at";
  public static final String PLATFORM = "platform";
  public static final String STATED_DAYS = "stated_days";
  public static final String STATUS = "status";
  public static final String TEXT = "text";
  public static final String LEVEL = "level";
  public static final String FAMILY = "family";
  public static final String PUBLISHED_AT = "published_at";
  public static final String KNOWN_AT = "known_at";
  public static final String CONTENT_ID = "content_id";
  public static final String AUTHOR_ID = "author_id";
  public static final String EXPECTED = "expected";

  /** Amounts of money from which a size class follows, in rupiah. */
  static final List<String> MONEY_OF_SIZE = List.of(ANNUAL_SALES, CAPITAL);

  private static final List<String> AMOUNTS =
      List.of(AMOUNT, GROSS_AMOUNT, DISCOUNT_AMOUNT, REFUND_AMOUNT);
  private static final List<String> MOMENTS =
      List.of(
          OCCURRED_AT,
          STARTED_AT,
          ENDED_AT,
          UPDATED_AT,
          ORDERED_START_AT,
          ORDERED_END_AT,
          WITHDRAWN_AT,
          OPENED_ON,
          PUBLISHED_AT);

  private Fields() {}

  /** Whether a field is an amount of money, which may be calculated and is written as a number. */
  public static boolean isAmount(String field) {
    return AMOUNTS.contains(field);
  }

  /** Whether a field of several columns is made of what each of them says, not of their texts. */
  public static boolean isOfParts(String field) {
    return isAmount(field) || field.equals(UPDATED_AT);
  }

  /** The fields of a target that are written as the study's {@code numbers} says. */
  public static List<String> numbers(Target target) {
    return own(target).stream()
        .filter(field -> AMOUNTS.contains(field) || MONEY_OF_SIZE.contains(field))
        .toList();
  }

  /** The fields of a target that are amounts of money, which may be calculated. */
  public static List<String> amounts(Target target) {
    return own(target).stream().filter(AMOUNTS::contains).toList();
  }

  /** The fields of a target that are written as the study's {@code date_format} says. */
  public static List<String> moments(Target target) {
    return own(target).stream().filter(MOMENTS::contains).toList();
  }

  /** Every field that a mapping for this target may name. */
  public static List<String> all(Target target) {
    List<String> fields = new ArrayList<>(own(target));
    fields.add(KNOWN_AT);
    return List.copyOf(fields);
  }

  private static List<String> own(Target target) {
    return switch (target) {
      case SUSPENSION ->
          List.of(
              "event_id",
              "parent_id",
              PLATFORM,
              "feature",
              "scope",
              "country",
              REGION,
              "time_zone",
              STARTED_AT,
              "started_precision",
              ORDERED_START_AT,
              "ordered_start_precision",
              ENDED_AT,
              "ended_precision",
              ORDERED_END_AT,
              "ordered_end_precision",
              STATED_DAYS,
              "end_status",
              "recurrence",
              STATUS,
              "actor",
              "actor_alleged",
              "reason",
              "legal_basis",
              "note",
              "source_url",
              "source_quote",
              "retrieved_at",
              "conflicts_with",
              WITHDRAWN_AT);
      case TRANSACTION ->
          List.of(
              "transaction_id",
              MERCHANT_ID,
              ORDER_ID,
              OCCURRED_AT,
              "channel",
              REGION,
              STATUS,
              AMOUNT,
              GROSS_AMOUNT,
              DISCOUNT_AMOUNT,
              REFUND_AMOUNT,
              CURRENCY,
              STATUS_RANK,
              UPDATED_AT,
              "release");
      case ATTRIBUTION ->
          List.of("attribution_id", ORDER_ID, PLATFORM, "content_kind", CONTENT_ID, AUTHOR_ID);
      case MERCHANT ->
          List.of(
              MERCHANT_ID,
              REGION,
              "sector",
              SIZE_CLASS,
              SIZE_BASIS,
              ANNUAL_SALES,
              CAPITAL,
              OPENED_ON);
      case LIVE_SESSION ->
          List.of(
              "session_id",
              MERCHANT_ID,
              PLATFORM,
              STARTED_AT,
              ENDED_AT,
              AMOUNT,
              CURRENCY,
              "views",
              TEXT,
              LEVEL);
      case CONTENT -> List.of(CONTENT_ID, TEXT, LEVEL, FAMILY, "register", PLATFORM, PUBLISHED_AT);
      case EVALUATION_TEXT -> List.of(CONTENT_ID, TEXT, EXPECTED, "category");
    };
  }

  /** The fields without which a row of this target means nothing. */
  public static List<String> mandatory(Target target) {
    return switch (target) {
      case SUSPENSION -> List.of("event_id", PLATFORM, "feature", "country", STARTED_AT);
      case TRANSACTION -> List.of("transaction_id", MERCHANT_ID, OCCURRED_AT, AMOUNT);
      case ATTRIBUTION -> List.of("attribution_id", ORDER_ID, PLATFORM, "content_kind");
      case MERCHANT -> List.of(MERCHANT_ID, REGION);
      case LIVE_SESSION ->
          List.of("session_id", MERCHANT_ID, PLATFORM, STARTED_AT, ENDED_AT, AMOUNT, "views", TEXT);
      case CONTENT -> List.of(CONTENT_ID, TEXT, LEVEL, FAMILY);
      case EVALUATION_TEXT -> List.of(CONTENT_ID, TEXT, EXPECTED);
    };
  }
}
