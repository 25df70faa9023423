package id.dampak.gold;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.contract.Episode;
import id.dampak.contract.Suspension;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class EpisodesTest {
  private static final String HEADER =
      "suspension_id | country | platform | feature | region_code | started_at | ended_at | end_status | status";

  @Test
  void recordsThatOverlapAdjoinOrLieWithinOneAnotherAreOneEpisode() {
    assertThat(
            episodes(
                StudyText.daily(),
                // overlapping, 08-21 to 08-23
                tiktok("1", "31", "2025-08-21T00:00:00Z", "2025-08-22T12:00:00Z", "ended"),
                tiktok("2", "31", "2025-08-22T00:00:00Z", "2025-08-23T00:00:00Z", "ended"),
                // adjoining it, to 08-24
                tiktok("3", "31", "2025-08-23T00:00:00Z", "2025-08-24T00:00:00Z", "ended"),
                // a second later: another, which holds a third
                tiktok("4", "31", "2025-08-24T00:00:01Z", "2025-08-27T00:00:00Z", "ended"),
                tiktok("5", "31", "2025-08-25T00:00:00Z", "2025-08-26T00:00:00Z", "ended"),
                tiktok("6", "31", "2025-08-26T12:00:00Z", "2025-08-27T00:00:00Z", "ended"),
                // the same days elsewhere
                tiktok("7", "32", "2025-08-21T00:00:00Z", "2025-08-22T12:00:00Z", "ended")))
        .isEqualTo(
            List.of(
                "31 | 2025-08-21 00:00:00 | 2025-08-24 00:00:00 | 3",
                "31 | 2025-08-24 00:00:01 | 2025-08-27 00:00:00 | 3",
                "32 | 2025-08-21 00:00:00 | 2025-08-22 12:00:00 | 1"));
  }

  @Test
  void anOngoingRecordSwallowsLaterOnesAndOneWithoutAKnownEndDoesNotCount() {
    assertThat(
            episodes(
                StudyText.daily(),
                tiktok("1", "31", "2025-08-21T00:00:00Z", "2025-08-22T00:00:00Z", "ended"),
                tiktok("2", "31", "2025-08-21T12:00:00Z", "", "ongoing"),
                tiktok("3", "31", "2025-09-01T00:00:00Z", "2025-09-02T00:00:00Z", "ended"),
                tiktok("4", "32", "2025-08-21T00:00:00Z", "", "unknown")))
        .isEqualTo(List.of("31 | 2025-08-21 00:00:00 | null | 3"));
  }

  @Test
  void onlyRecordsThatTheStudyNamesCount() {
    StudyText study =
        StudyText.daily()
            .with(
                "suspensions",
                "{platforms: [TikTok], features: [LIVE], countries: [Indonesia],"
                    + " statuses: [confirmed], from: 2025-08-20, until: 2025-09-01}");
    String end = " | 2025-09-05T00:00:00Z | ended | ";
    String at = " | 2025-08-25T00:00:00Z" + end;
    assertThat(
            episodes(
                study,
                "1 | Indonesia | TikTok | LIVE | a" + at + "confirmed",
                "2 | Indonesia | TikTok | *    | b" + at + "confirmed",
                "3 | Indonesia | *      | *    | c" + at + "confirmed",
                "4 | Indonesia | TikTok | Shop | no" + at + "confirmed",
                "5 | Indonesia | Shopee | LIVE | no" + at + "confirmed",
                "6 | Malaysia  | TikTok | LIVE | no" + at + "confirmed",
                "7 | Indonesia | TikTok | LIVE | no" + at + "disputed",
                // Days are local: in Jakarta the 20th of August starts at 17:00 UTC of the 19th.
                "8 | Indonesia | TikTok | LIVE | d | 2025-08-19T17:00:00Z" + end + "confirmed",
                "9 | Indonesia | TikTok | LIVE | no | 2025-08-19T16:59:59Z" + end + "confirmed",
                "10 | Indonesia | TikTok | LIVE | no | 2025-08-31T17:00:00Z" + end + "confirmed"))
        .extracting(line -> line.substring(0, 1))
        .containsExactly("a", "b", "c", "d");
  }

  private static List<String> episodes(StudyText study, String... lines) {
    Dataset<Row> episodes = Episodes.of(Rows.of(Suspension.TABLE, HEADER, lines), study.read());
    assertConforms(Episode.TABLE, episodes);
    return Rows.texts(episodes, "region_code", "started_at", "ended_at", "records");
  }

  private static String tiktok(String id, String region, String start, String end, String status) {
    return String.join(
        " | ", id, "Indonesia", "TikTok", "LIVE", region, start, end, status, "confirmed");
  }
}
