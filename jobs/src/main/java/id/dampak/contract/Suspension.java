package id.dampak.contract;

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
  public static final Field PLATFORM =
      T.required("platform", StringType, "Platform, for example TikTok; * for every platform");
  public static final Field FEATURE =
      T.required(
          "feature",
          StringType,
          "Feature that was off, for example LIVE; * for all of the platform");
  public static final Field COUNTRY =
      T.required("country", StringType, "Country, as the source names it");
  public static final Field REGION_CODE =
      T.required("region_code", StringType, "Region within the country; * for all of it");
  public static final Field STARTED_AT =
      T.required("started_at", TimestampType, "Effective start, UTC, inclusive");
  public static final Field STARTED_PRECISION =
      T.required(
          "started_precision",
          StringType,
          "How precisely the start is known: minute, hour, part_day, day or month");
  public static final Field ENDED_AT =
      T.optional(
          "ended_at",
          TimestampType,
          "Effective end, UTC, exclusive; null unless end_status is ended");
  public static final Field ENDED_PRECISION =
      T.optional(
          "ended_precision", StringType, "How precisely the end is known; null without an end");
  public static final Field END_STATUS =
      T.required(
          "end_status",
          StringType,
          "ended, ongoing or unknown; without a known end a record covers no period");
  public static final Field STATUS =
      T.required("status", StringType, "confirmed, reported, disputed or not_service_affecting");
  public static final Field ACTOR =
      T.optional(
          "actor", StringType, "Who is said to have switched it off; null where nobody is named");
  public static final Field REASON =
      T.optional("reason", StringType, "Reason that was given; null where none was");
  public static final Field NOTE =
      T.optional(
          "note", StringType, "Conflicting claims and other remarks; null where there are none");
  public static final Field SOURCE_URL =
      T.optional(
          "source_url",
          StringType,
          "Where the facts come from; null where the source names no page");
  public static final Field KNOWN_AT =
      T.required(
          "known_at",
          TimestampType,
          "When the row could be known, UTC: by its source, else when it landed");
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
          .check("ends_after_start", "ended_at IS NULL OR ended_at > started_at")
          .check("ended_has_end", "(end_status = 'ended') = (ended_at IS NOT NULL)")
          .check("end_has_precision", "(ended_at IS NULL) = (ended_precision IS NULL)")
          .check(
              "known_status",
              "status IN ('confirmed', 'reported', 'disputed', 'not_service_affecting')")
          .build();

  private Suspension() {}
}
