package id.dampak.gold;

import static id.dampak.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.contract.Episode;
import id.dampak.contract.Suspension;
import id.dampak.study.Study;
import java.time.LocalDate;
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

  @Test
  void whatIsDisputedOrTouchedNoServiceCountsOnlyWhereItIsNamed() {
    String[] records =
        List.of("confirmed", "reported", "disputed", "not_service_affecting").stream()
            .map(
                status ->
                    "%1$s | Indonesia | TikTok | LIVE | %1$s | 2025-08-25T00:00:00Z"
                            .formatted(status)
                        + " | 2025-09-05T00:00:00Z | ended | "
                        + status)
            .toArray(String[]::new);
    String during = "from: 2025-08-20, until: 2025-09-01}";
    assertThat(episodes(StudyText.daily().with("suspensions", "{" + during), records))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly("confirmed", "reported");
    assertThat(
            episodes(
                StudyText.daily().with("suspensions", "{statuses: [disputed], " + during), records))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly("disputed");
  }

  @Test
  void aRecordOfSeveralPlatformsCountsForEachThatTheStudyNames() {
    String at = " | 2025-08-25T00:00:00Z | 2025-08-26T00:00:00Z";
    String header = "suspension_id | platform | region_code | started_at | ended_at";
    String[] lines = {
      "1 | Twitter; TikTok | a" + at,
      "2 | YouTube;tiktok ;Signal | b" + at,
      "3 | Twitter; TikTok Lite | c" + at,
      // The same days as the first: one episode of TikTok.
      "4 | TikTok | a" + at
    };
    String suspensions = ", from: 2025-08-20, until: 2025-09-01}";
    StudyText tiktok = StudyText.daily().with("suspensions", "{platforms: [TikTok]" + suspensions);
    assertThat(platforms(tiktok, header, lines))
        .containsExactly("a | TikTok | 2", "b | TikTok | 1");
    StudyText any = StudyText.daily().with("suspensions", "{platforms: []" + suspensions);
    assertThat(platforms(any, header, lines))
        .containsExactly(
            "a | TikTok | 2",
            "a | Twitter | 1",
            "b | Signal | 1",
            "b | YouTube | 1",
            "b | tiktok | 1",
            "c | TikTok Lite | 1",
            "c | Twitter | 1");
  }

  @Test
  void aProvinceOfBeforeItsSplitStandsForTodaysDaughters() {
    // The blackout of 2019: Papua was split in July 2022, Papua Barat in December 2022.
    String whole = " | 2019-08-21T03:00:00Z | 2019-09-10T12:00:00Z";
    String after = " | 2023-08-21T03:00:00Z | 2023-09-10T12:00:00Z";
    StudyText study =
        StudyText.daily()
            .with("suspensions", "{from: 2019-01-01, until: 2024-01-01}")
            .with(
                "exposure",
                "{by: feature_share, channel: live, baseline: {from: 2018-08-01, until: 2018-08-11}}");
    String header = "suspension_id | region_code | started_at | ended_at";
    assertThat(regions(study, header, "1 | 91" + whole, "2 | 92" + whole, "3 | *" + whole))
        .containsExactly("*", "91", "92", "93", "94", "95", "96");
    assertThat(regions(study, header, "1 | 91" + after, "2 | 92" + after))
        .containsExactly("91", "92");
    assertThat(regions(study.with("regions", "as_is"), header, "1 | 91" + whole))
        .containsExactly("91");
  }

  @Test
  void aSuspensionThatRecursCoversOnlyItsHours() {
    // Lagos is UTC+1. Off 23:00 to 05:00; from the 2nd at noon to the 4th at 01:00 local time.
    String header =
        "suspension_id | platform | feature | region_code | time_zone | started_at | ended_at | end_status | recurrence";
    String nights = "1 | TikTok | LIVE | * | Africa/Lagos | 2025-09-02T11:00:00Z | ";
    assertThat(
            texts(
                StudyText.daily(),
                header,
                nights + "2025-09-04T00:00:00Z | ended | daily 23:00-05:00"))
        .isEqualTo(
            List.of(
                "* | 2025-09-02 22:00:00 | 2025-09-03 04:00:00 | 1",
                "* | 2025-09-03 22:00:00 | 2025-09-04 00:00:00 | 1"));
    // Within a day; one that lasts recurs to the end of the window, midnight of the 11th in
    // Jakarta.
    assertThat(texts(StudyText.daily(), header, nights + " | ongoing | daily 13:00-14:30"))
        .hasSize(9)
        .startsWith("* | 2025-09-02 12:00:00 | 2025-09-02 13:30:00 | 1")
        .endsWith("* | 2025-09-10 12:00:00 | 2025-09-10 13:30:00 | 1");
  }

  @Test
  void whatTheRegistryWithdrewNoLongerCounts() {
    String header =
        "suspension_id | platform | feature | region_code | started_at | ended_at | withdrawn_at";
    String line = "1 | TikTok | LIVE | 31 | 2025-09-02T11:00:00Z | 2025-09-03T11:00:00Z | ";
    assertThat(texts(StudyText.daily(), header, line + "2025-10-01T00:00:00Z")).isEmpty();
    Study before = StudyText.daily().read().asKnownOn(LocalDate.parse("2025-09-15"));
    Dataset<Row> rows = Rows.of(Suspension.TABLE, header, line + "2025-10-01T00:00:00Z");
    assertThat(Rows.texts(Episodes.of(rows, before), "region_code")).containsExactly("31");
  }

  private static List<String> platforms(StudyText study, String header, String... lines) {
    Dataset<Row> episodes = Episodes.of(Rows.of(Suspension.TABLE, header, lines), study.read());
    return Rows.texts(episodes, "region_code", "platform", "records");
  }

  private static List<String> regions(StudyText study, String header, String... lines) {
    return texts(study, header, lines).stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static List<String> texts(StudyText study, String header, String... lines) {
    Dataset<Row> episodes = Episodes.of(Rows.of(Suspension.TABLE, header, lines), study.read());
    assertConforms(Episode.TABLE, episodes);
    return Rows.texts(episodes, "region_code", "started_at", "ended_at", "records");
  }

  private static List<String> episodes(StudyText study, String... lines) {
    return texts(study, HEADER, lines);
  }

  private static String tiktok(String id, String region, String start, String end, String status) {
    return String.join(
        " | ", id, "Indonesia", "TikTok", "LIVE", region, start, end, status, "confirmed");
  }
}
