package id.dampak.gold;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.contract.Episode;
import id.dampak.contract.LiveSession;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class SilencedSessionsTest {
  private static final Dataset<Row> SESSIONS =
      Rows.of(
          LiveSession.TABLE,
          "session_id | platform | started_at | ended_at",
          "before | TikTok | 2025-08-30T12:00:00Z | 2025-08-30T13:40:00Z",
          "cut    | TikTok | 2025-08-30T12:00:00Z | 2025-08-30T13:40:01Z",
          "within | TikTok | 2025-09-01T12:00:00Z | 2025-09-01T13:00:00Z",
          "after  | TikTok | 2025-09-02T06:00:00Z | 2025-09-02T07:00:00Z",
          "other  | Shopee | 2025-09-01T12:00:00Z | 2025-09-01T13:00:00Z");

  @Test
  void aSessionThatOverlapsANationwideEpisodeOfItsPlatformIsSilencedOnce() {
    // Two episodes cover the same time; the half-open ends belong to neither.
    assertThat(
            silenced(
                "1 | TikTok | * | 2025-08-30T13:40:00Z | 2025-09-02T06:00:00Z",
                "2 | TikTok | * | 2025-08-31T00:00:00Z | 2025-09-02T00:00:00Z"))
        .isEqualTo(
            List.of(
                "after | null", "before | null", "cut | true", "other | null", "within | true"));
  }

  @Test
  void anEpisodeWithoutAnEndSilencesAllThatFollows() {
    assertThat(silenced("1 | * | * | 2025-08-30T13:40:00Z | "))
        .isEqualTo(
            List.of(
                "after | true", "before | null", "cut | true", "other | true", "within | true"));
  }

  @Test
  void anEpisodeOfOneRegionSilencesNoSessionWhosePlaceIsNotKnown() {
    assertThat(silenced("1 | TikTok | 31 | 2025-08-30T13:40:00Z | 2025-09-02T06:00:00Z"))
        .allMatch(line -> line.endsWith("null"));
  }

  private static List<String> silenced(String... episodes) {
    Dataset<Row> marked =
        SilencedSessions.marked(
            SESSIONS,
            Rows.of(
                Episode.TABLE,
                "episode_id | platform | region_code | started_at | ended_at",
                episodes));
    return Rows.texts(marked, "session_id", SilencedSessions.SILENCED);
  }
}
