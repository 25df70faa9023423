package id.dampak.silver;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.study.Input.Target;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class SuspensionsTest {
  private static final String HEADER =
      "event_id | platform | feature | country | region | started_at | ended_at | end_status | status";

  @Test
  void anEndThatIsADayIncludesThatDay() {
    // In WIB the 2nd of September ends at 17:00 UTC; a minute stays the minute; a month ends with
    // its last day.
    assertThat(
            Rows.texts(
                typed(
                        "1 | TikTok | LIVE | Indonesia | | 2025-08-30 20:40 | 2025-09-02       | | ",
                        "2 | TikTok | LIVE | Indonesia | | 2025-08-30       | 2025-09-02 16:20 | | ",
                        "3 | TikTok | LIVE | Indonesia | | 2025-08          | 2025-09          | | ",
                        "4 | TikTok | LIVE | Indonesia | | 2025-09-02       | 2025-09-02       | | ")
                    .accepted(),
                "suspension_id",
                "started_at",
                "started_precision",
                "ended_at",
                "ended_precision"))
        .isEqualTo(
            List.of(
                "1 | 2025-08-30 13:40:00 | minute | 2025-09-02 17:00:00 | day",
                "2 | 2025-08-29 17:00:00 | day | 2025-09-02 09:20:00 | minute",
                "3 | 2025-07-31 17:00:00 | month | 2025-09-30 17:00:00 | month",
                "4 | 2025-09-01 17:00:00 | day | 2025-09-02 17:00:00 | day"));
  }

  @Test
  void aDayWrittenByAPatternIsADayToo() {
    TypedRows typed =
        Silver.typed(
            study("date_format: dd/MM/yyyy"),
            Target.SUSPENSION,
            Rows.landed(
                "registry",
                HEADER,
                "1 | TikTok | LIVE | Indonesia | | 30/08/2025 | 02/09/2025 | | "));
    assertThat(Rows.texts(typed.accepted(), "ended_at", "started_precision", "ended_precision"))
        .isEqualTo(List.of("2025-09-02 17:00:00 | day | day"));
  }

  @Test
  void aDeclaredPrecisionOverridesTheLookOfTheText() {
    TypedRows typed =
        Silver.typed(
            study("columns: {ended_precision: known_to}"),
            Target.SUSPENSION,
            Rows.landed(
                "registry",
                HEADER + " | known_to",
                "1 | TikTok | LIVE | Indonesia | | 2025-08-30 | 2025-09-02 13:00 | | | day",
                "2 | TikTok | LIVE | Indonesia | | 2025-08-30 | 2025-09-02 13:00 | | | eon"));
    assertThat(Rows.texts(typed.accepted(), "ended_at", "ended_precision"))
        .isEqualTo(List.of("2025-09-02 17:00:00 | day"));
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(
            List.of("[ended_precision \"eon\" is none of [minute, hour, part_day, day, month]]"));
  }

  @Test
  void anEndBeforeTheStartIsSetAsideWithBoth() {
    TypedRows typed =
        typed(
            "1 | TikTok | LIVE | Indonesia | | 2025-09-02 13:00 | 2025-08-30 20:40 | | ",
            "2 | TikTok | LIVE | Indonesia | | 2025-09-02 13:00 | 2025-09-02 13:00 | | ",
            "3 | TikTok | LIVE | Indonesia | | 2025-09-02 13:00 | 2025-09-02 13:01 | | ");
    assertThat(Rows.texts(typed.accepted(), "suspension_id")).isEqualTo(List.of("3"));
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(
            List.of(
                "[ended_at 2025-08-30 20:40 is not after started_at 2025-09-02 13:00]",
                "[ended_at 2025-09-02 13:00 is not after started_at 2025-09-02 13:00]"));
  }

  @Test
  void anEndIsKnownOrOngoingOrUnknown() {
    TypedRows typed =
        typed(
            "1 | TikTok | LIVE | Indonesia | | 2025-08-30 | 2025-09-02 |         | ",
            "2 | TikTok | LIVE | Indonesia | | 2025-08-30 |            | ongoing | ",
            "3 | TikTok | LIVE | Indonesia | | 2025-08-30 |            |         | ",
            "4 | TikTok | LIVE | Indonesia | | 2025-08-30 |            | ended   | ",
            "5 | TikTok | LIVE | Indonesia | | 2025-08-30 |            | perhaps | ");
    assertThat(Rows.texts(typed.accepted(), "suspension_id", "end_status", "ended_precision"))
        .isEqualTo(List.of("1 | ended | day", "2 | ongoing | null", "3 | unknown | null"));
    assertThat(Rows.texts(typed.quarantined(), "source_row", "reasons"))
        .isEqualTo(
            List.of(
                "4 | [end_status is ended, but ended_at is missing]",
                "5 | [end_status \"perhaps\" is none of ended, ongoing, unknown]"));
  }

  @Test
  void aSuspensionWithoutARegionIsNationwideAndWithoutAStatusReported() {
    TypedRows typed =
        typed(
            "1 | TikTok | LIVE | Indonesia |        | 2025-08-30 | | | ",
            "2 | TikTok | LIVE | Indonesia | *      | 2025-08-30 | | | confirmed",
            "3 | TikTok | LIVE | Indonesia | Papua  | 2025-08-30 | | | disputed",
            "4 | TikTok | LIVE | Indonesia | Utopia | 2025-08-30 | | | ",
            "5 |        | LIVE | Indonesia |        | 2025-08-30 | | | rumoured");
    assertThat(Rows.texts(typed.accepted(), "suspension_id", "region_code", "status"))
        .isEqualTo(List.of("1 | * | reported", "2 | * | confirmed", "3 | 91 | disputed"));
    assertThat(Rows.texts(typed.quarantined(), "source_row", "reasons"))
        .isEqualTo(
            List.of(
                "4 | [region \"Utopia\" is no province of Indonesia]",
                "5 | [platform is missing, status \"rumoured\" is none of"
                    + " [confirmed, reported, disputed, not_service_affecting]]"));
  }

  @Test
  void theOrderStandsForWhatWasFeltOnlyWhereNothingElseIsKnown() {
    // WIB is seven hours ahead of UTC; a day that ends it includes that day.
    TypedRows typed =
        Silver.typed(
            study("time_zone: Asia/Jakarta"),
            Target.SUSPENSION,
            Rows.landed(
                "registry",
                "event_id | platform | feature | country | started_at | ordered_start_at | ended_at | ordered_end_at",
                "1 | WhatsApp | media | Indonesia | 2019-05-22 13:00 | 2019-05-22 11:00 | 2019-05-25 14:30 | 2019-05-25 12:30",
                "2 | X        | *     | Nepal     |                  | 2025-09-04 08:00 |                  | 2025-09-09",
                "3 | X        | *     | Nepal     |                  |                  |                  | ",
                "4 | X        | *     | Nepal     |                  | soon             |                  | "));
    assertThat(
            Rows.texts(
                typed.accepted(),
                "suspension_id",
                "started_at",
                "started_basis",
                "ordered_start_at",
                "ended_at",
                "ended_basis",
                "ended_precision",
                "ordered_end_at"))
        .isEqualTo(
            List.of(
                "1 | 2019-05-22 06:00:00 | effective | 2019-05-22 04:00:00"
                    + " | 2019-05-25 07:30:00 | effective | minute | 2019-05-25 05:30:00",
                "2 | 2025-09-04 01:00:00 | ordered | 2025-09-04 01:00:00"
                    + " | 2025-09-09 17:00:00 | ordered | day | 2025-09-08 17:00:00"));
    assertThat(Rows.texts(typed.quarantined(), "source_row", "reasons"))
        .isEqualTo(
            List.of(
                "3 | [started_at is missing]",
                "4 | [ordered_start_at \"soon\" is not an ISO date or time,"
                    + " ordered_start_at \"soon\" is not an ISO date or time]"));
  }

  @Test
  void aRowHasAZoneOfItsOwnAndMayRecur() {
    // The 8th of December ends in Lagos (UTC+1) at 23:00 UTC, in Jakarta at 17:00.
    TypedRows typed =
        Silver.typed(
            study("time_zone: Asia/Jakarta"),
            Target.SUSPENSION,
            Rows.landed(
                "registry",
                "event_id | platform | feature | country | time_zone | started_at | ended_at | recurrence",
                "1 | TikTok | LIVE | Nigeria | Africa/Lagos | 2025-12-07 23:00 | 2025-12-08 | daily 23:00-05:00",
                "2 | *      | *    | Nigeria |              | 2025-12-07 23:00 | 2025-12-08 | ",
                "3 | TikTok | LIVE | Nigeria | Africa/Nil   | 2025-12-07       |            | nightly"));
    assertThat(
            Rows.texts(
                typed.accepted(), "suspension_id", "started_at", "ended_at", "recurrence", "scope"))
        .isEqualTo(
            List.of(
                "1 | 2025-12-07 22:00:00 | 2025-12-08 23:00:00 | daily 23:00-05:00 | feature",
                "2 | 2025-12-07 16:00:00 | 2025-12-08 17:00:00 | null | network"));
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(
            List.of(
                "[time_zone \"Africa/Nil\" is no IANA time zone, recurrence \"nightly\" is not of"
                    + " the form daily 23:00-05:00, on a clock of 24 hours]"));
  }

  private static TypedRows typed(String... lines) {
    return Silver.typed(
        study("time_zone: Asia/Jakarta"),
        Target.SUSPENSION,
        Rows.landed("registry", HEADER, lines));
  }

  private static StudyText study(String keys) {
    return StudyText.daily()
        .with("inputs", "{registry: {table: suspension, format: csv, files: [], " + keys + "}}");
  }
}
