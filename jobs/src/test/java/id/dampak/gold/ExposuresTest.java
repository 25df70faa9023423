package id.dampak.gold;

import static id.dampak.Conformance.assertConforms;
import static id.dampak.Conformance.assertUnique;
import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.Rows;
import id.dampak.StudyText;
import id.dampak.contract.Episode;
import id.dampak.contract.Exposure;
import id.dampak.contract.Unit;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class ExposuresTest {
  /** 30 August 2025, 20:40 WIB, to 2 September 2025, 13:00 WIB: 231,600 seconds. */
  private static final String REAL = "2025-08-30T13:40:00Z | 2025-09-02T06:00:00Z";

  /** Jakarta (WIB), Bali (WITA), Papua (WIT). */
  private static final Dataset<Row> UNITS =
      Rows.of(Unit.TABLE, "unit_id | region_code", "a | 31", "b | 51", "c | 91", "d | 31");

  @Test
  void secondsOfTheRealSuspensionFallOnTheLocalDaysOfEachTimeZone() {
    // WIB  20:40 to 13:00:  3 h 20 = 12,000 s on the 30th, two whole days, 13 h = 46,800 s on the
    // 2nd.
    // WITA 21:40 to 14:00:  2 h 20 =  8,400 s,             two whole days, 14 h = 50,400 s.
    // WIT  22:40 to 15:00:  1 h 20 =  4,800 s,             two whole days, 15 h = 54,000 s.
    assertThat(seconds(StudyText.daily(), "e | * | " + REAL))
        .isEqualTo(
            List.of(
                "31 | 2025-08-30 00:00:00 | 12000",
                "31 | 2025-08-31 00:00:00 | 86400",
                "31 | 2025-09-01 00:00:00 | 86400",
                "31 | 2025-09-02 00:00:00 | 46800",
                "51 | 2025-08-30 00:00:00 | 8400",
                "51 | 2025-08-31 00:00:00 | 86400",
                "51 | 2025-09-01 00:00:00 | 86400",
                "51 | 2025-09-02 00:00:00 | 50400",
                "91 | 2025-08-30 00:00:00 | 4800",
                "91 | 2025-08-31 00:00:00 | 86400",
                "91 | 2025-09-01 00:00:00 | 86400",
                "91 | 2025-09-02 00:00:00 | 54000"));
  }

  @Test
  void exposureIsAUnionOfIntervalsNotTheirSum() {
    // On the 21st in WIB: 00:00–12:00 and 06:00–18:00 by region, 17:00–20:00 for all: 20 h, not 27.
    assertThat(
            seconds(
                StudyText.daily(),
                "e1 | 31 | 2025-08-20T17:00:00Z | 2025-08-21T05:00:00Z",
                "e2 | 31 | 2025-08-20T23:00:00Z | 2025-08-21T11:00:00Z",
                "e3 | *  | 2025-08-21T10:00:00Z | 2025-08-21T13:00:00Z"))
        .isEqualTo(
            List.of(
                "31 | 2025-08-21 00:00:00 | 72000",
                "51 | 2025-08-21 00:00:00 | 10800",
                "91 | 2025-08-21 00:00:00 | 10800"));
  }

  @Test
  void anOngoingEpisodeLastsToTheEndOfTheWindow() {
    // The window ends with the 10th of September.
    assertThat(seconds(StudyText.daily(), "e | 51 | 2025-09-08T16:00:00Z | "))
        .isEqualTo(List.of("51 | 2025-09-09 00:00:00 | 86400", "51 | 2025-09-10 00:00:00 | 86400"));
  }

  @Test
  void aRegionWithoutUnitsIsLeftOut() {
    assertThat(seconds(StudyText.daily(), "e | 32 | " + REAL)).isEmpty();
  }

  @Test
  void periodsAreHoursDaysWeeksMonthsAndQuarters() {
    String hours = "e | 31 | 2025-08-30T13:40:00Z | 2025-08-30T15:15:00Z"; // 20:40 to 22:15 WIB
    assertThat(seconds(StudyText.daily().with("period", "hour"), hours))
        .isEqualTo(
            List.of(
                "31 | 2025-08-30 20:00:00 | 1200",
                "31 | 2025-08-30 21:00:00 | 3600",
                "31 | 2025-08-30 22:00:00 | 900"));
    // The week of Monday the 25th has 12,000 s of Saturday and the Sunday; the next the rest.
    assertThat(seconds(StudyText.daily().by("week"), "e | 31 | " + REAL))
        .isEqualTo(
            List.of(
                "31 | 2025-08-25 00:00:00 | " + (12_000 + 86_400),
                "31 | 2025-09-01 00:00:00 | " + (86_400 + 46_800)));
    assertThat(seconds(StudyText.daily().by("month"), "e | 31 | " + REAL))
        .isEqualTo(
            List.of(
                "31 | 2025-08-01 00:00:00 | " + (12_000 + 86_400),
                "31 | 2025-09-01 00:00:00 | " + (86_400 + 46_800)));
    assertThat(seconds(StudyText.daily().by("quarter"), "e | 31 | " + REAL))
        .isEqualTo(List.of("31 | 2025-07-01 00:00:00 | 231600"));
  }

  @Test
  void theShareIsThatOfThePeriod() {
    // 231,600 of the 92 days of the third quarter; 133,200 of the 30 days of September.
    assertThat(shares(StudyText.daily().by("quarter"))).containsExactly(231_600.0 / (92 * 86_400));
    assertThat(shares(StudyText.daily().by("month")))
        .containsExactly(98_400.0 / (31 * 86_400), 133_200.0 / (30 * 86_400));
  }

  private static List<String> seconds(StudyText study, String... episodes) {
    return Rows.texts(
        exposures(study, episodes), "region_code", "period_start", "seconds_suspended");
  }

  private static List<Double> shares(StudyText study) {
    return exposures(study, "e | 31 | " + REAL)
        .orderBy(Exposure.PERIOD_START.col())
        .collectAsList()
        .stream()
        .map(row -> row.<Double>getAs(Exposure.SHARE_SUSPENDED.name()))
        .toList();
  }

  private static Dataset<Row> exposures(StudyText study, String... lines) {
    Dataset<Row> episodes =
        Rows.of(Episode.TABLE, "episode_id | region_code | started_at | ended_at", lines);
    assertUnique(episodes, Episode.EPISODE_ID);
    Dataset<Row> exposures = Exposures.of(episodes, UNITS, study.read());
    assertConforms(Exposure.TABLE, exposures);
    return exposures;
  }
}
