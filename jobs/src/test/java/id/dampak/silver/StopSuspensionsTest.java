package id.dampak.silver;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.study.Input.Target;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class StopSuspensionsTest {
  private static final String HEADER =
      "country | area_name | start_date | end_date | shutdown_status | shutdown_extent"
          + " | twitter_affected | other_affected | event | count_year";
  private static final StudyText STUDY =
      StudyText.daily()
          .with("regions", "as_is")
          .with("time_zone", "UTC")
          .with(
              "inputs",
              "{stop: {table: suspension, format: stop, files: [],"
                  + " time_zones: {Indonesia: Asia/Jakarta, India: Asia/Kolkata}}}");

  @Test
  void anEventThatIsListedForEveryYearItLastsIsOneEvent() {
    TypedRows typed =
        typed(
            "Jordan | Nationwide | 2021-03-15 | | Ongoing | Service-based | No | Clubhouse | blocked | 2021",
            "Jordan | Nationwide | 2021-03-15 | | Ongoing | Service-based | No | Clubhouse | still blocked | 2022",
            "Jordan | Nationwide | 2021-03-15 | 2023-01-31 | Ended | Service-based | No | Clubhouse | restored | 2023",
            "Jordan | Amman      | 2021-03-15 | | Ongoing | Service-based | No | Clubhouse | elsewhere | 2021");
    // The last listing knows best: it has the end.
    assertThat(Rows.texts(typed.accepted(), "region_code", "end_status", "ended_at", "note"))
        .isEqualTo(
            List.of(
                "* | ended | 2023-02-01 00:00:00 | restored",
                "Amman | ongoing | null | elsewhere"));
    assertThat(typed.superseded().count()).isEqualTo(2);
  }

  @Test
  void theClockTimeInTheNarrativeRefinesTheEnd() {
    // 16:20 in Jakarta is 09:20 UTC; the day starts at 17:00 UTC of the day before.
    TypedRows typed =
        typed(
            indonesia("a", "Disabled from Aug. 29 to around 4:20pm (local time) on Sep. 2."),
            indonesia("b", "Disabled until 11:05 AM on September 2, it is said."),
            indonesia("c", "Restored at 4:20pm on Sep. 3, others say."),
            indonesia("d", "Restored at 4:20pm on Sep. 22, others say."),
            indonesia("e", "No time is known."));
    assertThat(
            Rows.texts(
                typed.accepted(), "region_code", "started_at", "ended_at", "ended_precision"))
        .isEqualTo(
            List.of(
                "a | 2025-08-28 17:00:00 | 2025-09-02 09:20:00 | minute",
                "b | 2025-08-28 17:00:00 | 2025-09-02 04:05:00 | minute",
                "c | 2025-08-28 17:00:00 | 2025-09-02 17:00:00 | day",
                "d | 2025-08-28 17:00:00 | 2025-09-02 17:00:00 | day",
                "e | 2025-08-28 17:00:00 | 2025-09-02 17:00:00 | day"));
  }

  @Test
  void platformsAndFeaturesAreReadFromTheColumnsOfServices() {
    TypedRows typed =
        typed(
            service("a", "Service-based", "No", "TikTok Live"),
            service("b", "Service-based", "Yes", ""),
            service("c", "Service-based", "Yes", "TikTok"),
            service("d", "Service-based", "No", ""),
            service("e", "Full network", "Yes", "TikTok"),
            service("f", "Full network, Service-based", "No", "Clubhouse; Facebook Live"),
            service("g", "Service-based", "No", "TikTok, WeChat, and 57 other apps"),
            service("h", "Service-based", "No", "Viber and Facebook Messenger"),
            service("i", "Service-based", "No", "Social media and messaging services"));
    assertThat(Rows.texts(typed.accepted(), "region_code", "platform", "feature"))
        .isEqualTo(
            List.of(
                "a | TikTok | LIVE",
                "b | Twitter | *",
                "c | Twitter; TikTok | *",
                "d | * | *",
                "e | * | *",
                "f | Clubhouse; Facebook Live | *",
                "g | TikTok; WeChat; 57 other apps | *",
                "h | Viber; Facebook Messenger | *",
                "i | Social media and messaging services | *"));
  }

  @Test
  void daysAreThoseOfTheCountry() {
    TypedRows typed =
        typed(
            "Indonesia | Nationwide | 2025-08-29 00:00:00 | 2025-08-29 00:00:00 | Ended | Full network | No | | | 2025",
            "India | Manipur | 2025-08-29 | 2025-08-29 | Ended | Full network | No | | | 2025",
            "Iraq | Nationwide | 2025-08-29 | 2025-08-29 | Ended | Full network | No | | | 2025");
    assertThat(Rows.texts(typed.accepted(), "country", "started_at", "ended_at"))
        .isEqualTo(
            List.of(
                "India | 2025-08-28 18:30:00 | 2025-08-29 18:30:00",
                "Indonesia | 2025-08-28 17:00:00 | 2025-08-29 17:00:00",
                "Iraq | 2025-08-29 00:00:00 | 2025-08-30 00:00:00"));
  }

  @Test
  void anEndBeforeTheStartAndAMissingStartAreSetAside() {
    TypedRows typed =
        typed(
            "Iraq | Basra | 2025-08-29 | 2025-08-27 | Ended | Full network | No | | | 2025",
            "Iraq | Basra |            | 2025-08-27 | Ended | Full network | No | | | 2025",
            "Iraq | Basra | 2025-08-29 |            | Unknown | Full network | No | | | 2025");
    assertThat(Rows.texts(typed.quarantined(), "reasons"))
        .isEqualTo(
            List.of(
                "[end_date 2025-08-27 is before start_date 2025-08-29]",
                "[start_date is missing]"));
    assertThat(Rows.texts(typed.accepted(), "end_status", "ended_at"))
        .isEqualTo(List.of("unknown | null"));
  }

  private static TypedRows typed(String... lines) {
    Dataset<Row> landed = Rows.landed("stop", HEADER, lines);
    return Silver.typed(STUDY, Target.SUSPENSION, landed);
  }

  private static String indonesia(String area, String event) {
    return "Indonesia | "
        + area
        + " | 2025-08-29 | 2025-09-02 | Ended | Service-based | No | TikTok Live | "
        + event
        + " | 2025";
  }

  private static String service(String area, String extent, String twitter, String other) {
    return "Iraq | %s | 2025-08-29 | 2025-09-02 | Ended | %s | %s | %s | | 2025"
        .formatted(area, extent, twitter, other);
  }
}
