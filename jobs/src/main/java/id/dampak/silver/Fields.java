package id.dampak.silver;

import id.dampak.study.Input;
import id.dampak.study.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names by which a study file maps source columns to the fields of a silver table. */
public final class Fields {
  static final String REGION = "region";
  static final String MERCHANT_ID = "merchant_id";
  static final String STARTED_AT = "started_at";
  static final String ENDED_AT = "ended_at";
  static final String AMOUNT = "amount";
  static final String PLATFORM = "platform";
  static final String STATUS = "status";
  static final String TEXT = "text";
  static final String LEVEL = "level";

  private Fields() {}

  /**
   * The source columns without which an input cannot be read, each with the field that needs it:
   * those of the fields that every row must have, and every column that the study maps.
   */
  public static Map<String, String> requiredColumns(Input input) {
    Map<String, String> columns = new LinkedHashMap<>();
    if (input.format() == Input.Format.STOP) {
      StopSuspensions.COLUMNS.forEach(column -> columns.put(column, "the STOP registry"));
      return columns;
    }
    for (String field : mandatory(input.target())) {
      columns(input.columns().getOrDefault(field, Mapping.column(field)), field, columns);
    }
    input.columns().forEach((field, mapping) -> columns(mapping, field, columns));
    return columns;
  }

  private static void columns(Mapping mapping, String field, Map<String, String> columns) {
    mapping.columns().forEach(column -> columns.putIfAbsent(column, field));
  }

  /** Every field that a mapping for this table may name. */
  public static List<String> all(Input.Target target) {
    return switch (target) {
      case SUSPENSION ->
          List.of(
              "event_id",
              PLATFORM,
              "feature",
              "country",
              REGION,
              STARTED_AT,
              "started_precision",
              ENDED_AT,
              "ended_precision",
              "end_status",
              STATUS,
              "actor",
              "reason",
              "note",
              "source_url");
      case TRANSACTION ->
          List.of(
              "transaction_id",
              MERCHANT_ID,
              "occurred_at",
              "channel",
              REGION,
              STATUS,
              AMOUNT,
              "release");
      case MERCHANT ->
          List.of(MERCHANT_ID, REGION, "sector", "size_class", "size_basis", "opened_on");
      case LIVE_SESSION ->
          List.of(
              "session_id",
              MERCHANT_ID,
              PLATFORM,
              STARTED_AT,
              ENDED_AT,
              AMOUNT,
              "views",
              TEXT,
              LEVEL);
      case CONTENT -> List.of("content_id", TEXT, LEVEL, "family", "register");
    };
  }

  private static List<String> mandatory(Input.Target target) {
    return switch (target) {
      case SUSPENSION -> List.of("event_id", PLATFORM, "feature", "country", STARTED_AT);
      case TRANSACTION -> List.of("transaction_id", MERCHANT_ID, "occurred_at", AMOUNT);
      case MERCHANT -> List.of(MERCHANT_ID, REGION);
      case LIVE_SESSION ->
          List.of("session_id", MERCHANT_ID, PLATFORM, STARTED_AT, ENDED_AT, AMOUNT, "views", TEXT);
      case CONTENT -> List.of("content_id", TEXT, LEVEL, "family");
    };
  }
}
