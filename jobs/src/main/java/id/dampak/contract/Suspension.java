package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per record of an interval in which a platform feature was off in a region. */
public final class Suspension {
  private static final Table.Builder T =
      Table.in(
          Layer.SILVER,
          "suspension",
          "One row per record of an interval in which a platform feature was off in a region");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field SUSPENSION_ID =
      T.key("suspension_id", StringType, "Stable identifier of the record");
  public static final Field PARENT_ID =
      T.optional(
          "parent_id",
          StringType,
          "Record of the whole event, where this one is a stage of its end; null otherwise");
  public static final Field PLATFORM =
      T.required(
          "platform",
          StringType,
          "Platform, for example TikTok, or several with a semicolon between; * for every platform");
  public static final Field FEATURE =
      T.required(
          "feature",
          StringType,
          "Feature that was off, for example LIVE; * for all of the platform");
  public static final Field SCOPE =
      T.required(
          "scope", StringType, "What was off: a feature, a platform, a network or a registration");
  public static final Field COUNTRY =
      T.required("country", StringType, "Country, as the source names it");
  public static final Field REGION_CODE =
      T.required("region_code", StringType, "Region within the country; * for all of it");
  public static final Field REGION_SYSTEM =
      T.optional(
          "region_system",
          StringType,
          "Whose code it is: kemendagri; null where it is none, or as the source has it");
  public static final Field TIME_ZONE =
      T.optional(
          "time_zone",
          StringType,
          "IANA zone on whose clock days and recurrence are told; null: that of the study");
  public static final Field STARTED_AT =
      T.required(
          "started_at",
          TimestampType,
          "Start as it was felt, UTC, inclusive; the order's where nothing else is known");
  public static final Field STARTED_BASIS =
      T.required(
          "started_basis", StringType, "effective, or ordered where only the order is known");
  public static final Field STARTED_PRECISION =
      T.required(
          "started_precision",
          StringType,
          "How precisely the start is known: minute, hour, part_day, day or month");
  public static final Field ORDERED_START_AT =
      T.optional("ordered_start_at", TimestampType, "When it was ordered, UTC; null if not told");
  public static final Field ORDERED_START_PRECISION =
      T.optional(
          "ordered_start_precision",
          StringType,
          "How precisely the order is known; null without one");
  public static final Field ENDED_AT =
      T.optional(
          "ended_at",
          TimestampType,
          "End as it was felt, UTC, exclusive; null unless end_status is ended");
  public static final Field ENDED_PRECISION =
      T.optional(
          "ended_precision", StringType, "How precisely the end is known; null without an end");
  public static final Field ENDED_BASIS =
      T.optional(
          "ended_basis",
          StringType,
          "effective, or ordered where only the order to end it is known; null without an end");
  public static final Field ORDERED_END_AT =
      T.optional(
          "ordered_end_at", TimestampType, "When its end was ordered, UTC; null if not told");
  public static final Field ORDERED_END_PRECISION =
      T.optional(
          "ordered_end_precision",
          StringType,
          "How precisely the order to end it is known; null without one");
  public static final Field RECURRENCE =
      T.optional(
          "recurrence",
          StringType,
          "Hours of the clock of time_zone in which it was off, as daily 23:00-05:00; null: throughout");
  public static final Field STATED_DAYS =
      T.optional(
          "stated_days",
          DoubleType,
          "Length in days that the source states; null where it states none, or not as a number");
  public static final Field END_STATUS =
      T.required(
          "end_status",
          StringType,
          "ended, ongoing or unknown; without a known end a record covers no period");
  public static final Field STATUS =
      T.required("status", StringType, "confirmed, reported, disputed or not_service_affecting");
  public static final Field ACTOR =
      T.optional(
          "actor", StringType, "Who says, or is said, to have switched it off; null where nobody");
  public static final Field ACTOR_ALLEGED =
      T.optional(
          "actor_alleged",
          StringType,
          "Who is alleged by others to stand behind it; null where nobody");
  public static final Field REASON =
      T.optional("reason", StringType, "Reason that was given; null where none was");
  public static final Field LEGAL_BASIS =
      T.optional("legal_basis", StringType, "Rule that was invoked; null where none was");
  public static final Field NOTE =
      T.optional(
          "note", StringType, "Conflicting claims and other remarks; null where there are none");
  public static final Field SOURCE_URL =
      T.optional(
          "source_url",
          StringType,
          "Where the facts come from, several with a space between; null where the source names no page");
  public static final Field SOURCE_QUOTE =
      T.optional("source_quote", StringType, "Decisive words of the source; null without");
  public static final Field RETRIEVED_AT =
      T.optional(
          "retrieved_at",
          StringType,
          "Day or month in which the source was read, as the registry says; null where it does not");
  public static final Field CONFLICTS_WITH =
      T.optional(
          "conflicts_with",
          StringType,
          "Records that claim otherwise of the same event, a space between; null where none does");
  public static final Field KNOWN_AT =
      T.required(
          "known_at",
          TimestampType,
          "When the row could be known, UTC: by its source, else when it landed");
  public static final Field WITHDRAWN_AT =
      T.optional(
          "withdrawn_at",
          TimestampType,
          "When the registry withdrew the row, UTC; null while it stands");
  public static final Field INPUT =
      T.required("input", StringType, "Name of the input, as the study declares it");
  public static final Field SOURCE_FILE =
      T.required("source_file", StringType, "File that the row came from");
  public static final Field SOURCE_ROW =
      T.required("source_row", LongType, "Row number within that file, 1 = first data row");
  public static final Field INGESTED_AT =
      T.required("ingested_at", TimestampType, "When the row landed, UTC");

  public static final Table TABLE =
      T.check("known_end_status", "end_status IN ('ended', 'ongoing', 'unknown')")
          .check("known_scope", "scope IN ('feature', 'platform', 'network', 'registration')")
          .check("ends_after_start", "ended_at IS NULL OR ended_at > started_at")
          .check("ended_has_end", "(end_status = 'ended') = (ended_at IS NOT NULL)")
          .check("end_has_precision", "(ended_at IS NULL) = (ended_precision IS NULL)")
          .check(
              "known_status",
              "status IN ('confirmed', 'reported', 'disputed', 'not_service_affecting')")
          .cleanedRules()
          .rule(
              "plausible_time",
              new Rule.Broken("started_at >= TIMESTAMP '1990-01-01 00:00:00'"),
              Severity.QUARANTINE,
              0,
              "There was nothing to suspend before; 1899-12-30 and 1970-01-01 are how programs"
                  + " write a missing time",
              "A suspension is not older than the public internet")
          .rule(
              "not_too_long",
              new Rule.Broken("ended_at IS NULL OR ended_at <= started_at + INTERVAL 3653 DAYS"),
              Severity.WARN,
              0,
              "Ten years without an end are more likely a wrong year",
              "No suspension that is over lasted longer than ten years")
          .rule(
              "stated_length_not_negative",
              new Rule.Broken("stated_days IS NULL OR stated_days >= 0"),
              Severity.WARN,
              0,
              "A negative length is the difference to an empty date",
              "The length that a source states is not negative")
          .rule(
              "stated_length_agrees",
              new Rule.Broken(
                  "stated_days IS NULL OR stated_days < 0 OR ended_at IS NULL OR abs(stated_days -"
                      + " (unix_seconds(ended_at) - unix_seconds(started_at)) / 86400) <= 1.05"),
              Severity.WARN,
              0,
              "Sources count the last day or leave it out, and a day may have 25 hours",
              "The length that a source states is that between start and end, to the day")
          .build();

  private Suspension() {}
}
