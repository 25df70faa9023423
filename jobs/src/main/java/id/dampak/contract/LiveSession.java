package id.dampak.contract;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

/** One row per live session of a merchant. */
public final class LiveSession {
  private static final Table.Builder T =
      Table.in(Layer.SILVER, "live_session", "One row per live session of a merchant");

  public static final Field DATASET =
      T.key("dataset", StringType, "The body of data that the study draws on");
  public static final Field SESSION_ID = T.key("session_id", StringType, "Session");
  public static final Field MERCHANT_ID =
      T.required("merchant_id", StringType, "Merchant who hosted it");
  public static final Field PLATFORM = T.required("platform", StringType, "Platform it ran on");
  public static final Field STARTED_AT =
      T.required("started_at", TimestampType, "Start, UTC, inclusive");
  public static final Field ENDED_AT = T.required("ended_at", TimestampType, "End, UTC, exclusive");
  public static final Field AMOUNT =
      T.required(
          "amount", LongType, "Sales attributed to the session in minor units of the currency");
  public static final Field VIEWS = T.required("views", LongType, "Viewers reached");
  public static final Field TEXT = T.required("text", StringType, "What was said or written in it");
  public static final Field LEVEL =
      T.optional(
          "level",
          IntegerType,
          "True level by the label policy, 0 to 4; null where nobody has labelled it");
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
      T.check("amount_not_negative", "amount >= 0")
          .check("ends_after_start", "ended_at > started_at")
          .check("level_in_range", "level IS NULL OR level BETWEEN 0 AND 4")
          .cleanedRules()
          .rule(
              "merchant_listed",
              new Rule.Orphans(MERCHANT_ID, Merchant.TABLE, Merchant.MERCHANT_ID),
              Severity.WARN,
              0,
              "The size class, sector and region of a merchant come from its listing",
              "Every merchant that hosts a session is listed, where merchants are given")
          .rule(
              "not_too_long",
              new Rule.Broken("ended_at <= started_at + INTERVAL 1 DAY"),
              Severity.WARN,
              0,
              "A session of more than a day is usually one whose end was not recorded",
              "No session lasts longer than a day")
          .rule(
              "known_after_it_happened",
              new Rule.Broken("known_at >= started_at"),
              Severity.WARN,
              0,
              "A session of the future is a date read in the wrong order or the wrong zone",
              "A session was not known before it started")
          .rule(
              "up_to_date",
              new Rule.Behind(),
              Severity.WARN,
              1,
              "The latest period may still be on its way, the one before it should be there",
              "The latest sessions are of the end of the window, or of yesterday while it lasts")
          .rule(
              "volume",
              new Rule.Volume(STARTED_AT),
              Severity.WARN,
              6,
              "As of sales; a suspension that leaves no session on record is found as well, and is"
                  + " for the study to accept",
              "Every period has about as many sessions as the same weekday, or the months, around it")
          .rule(
              "platform_shares",
              new Rule.Drift(PLATFORM),
              Severity.WARN,
              0.1,
              "A platform that is under another name or missing for a while is silenced by none of"
                  + " its suspensions",
              "The shares of platforms are much the same in every period of 200 sessions or more")
          .holds(Sensitivity.IDENTIFIER, MERCHANT_ID)
          .holds(Sensitivity.RECORD, SESSION_ID)
          .holds(Sensitivity.BUSINESS, PLATFORM, STARTED_AT, ENDED_AT, AMOUNT, VIEWS, LEVEL)
          .holds(Sensitivity.TEXT, TEXT)
          .build();

  private LiveSession() {}
}
