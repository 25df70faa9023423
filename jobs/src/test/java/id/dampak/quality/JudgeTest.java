package id.dampak.quality;

import static org.assertj.core.api.Assertions.assertThat;

import id.dampak.StudyText;
import id.dampak.contract.Severity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule on a profile in which its fault is planted, and on the same one without. */
class JudgeTest {
  private static final StudyText DAILY = StudyText.daily();
  private static final StudyText MONTHLY = StudyText.daily().by("month");
  private static final LocalDate FIRST = LocalDate.of(2025, 8, 1);
  private static final int DAYS = 41;
  private static final int MONTHS = 9;

  @Test
  void aDayWithFewRowsIsFoundBesideItsWeekdays() {
    // 1,000 rows a day and 1,500 on Sundays: a Sunday with 1,000 is odd, a Monday is not.
    ProfileText odd = days(LocalDate.of(2025, 8, 24), 1_000);
    assertThat(odd.found("volume", DAILY))
        .containsExactly(
            "2025-08-24 | 2025-08-24 has 1,000 rows where about 1,500 are usual (-33.3 %)");
    assertThat(days(LocalDate.of(2025, 8, 25), 1_000).found("volume", DAILY)).isEmpty();
  }

  @Test
  void aWildDayDoesNotHideAnotherByWideningWhatIsUsual() {
    ProfileText profile = days(LocalDate.of(2025, 8, 20), 1_000_000);
    // Another 9,000 rows on a day that has 1,000.
    profile.rows("2025-08-26", 9_000);
    assertThat(profile.found("volume", DAILY)).hasSize(2);
  }

  @Test
  void daysWithoutRowsInARowAreOneFinding() {
    ProfileText gap = new ProfileText();
    for (int day = 0; day < DAYS; day++) {
      if (day < 12 || day > 14) {
        gap.rows(FIRST.plusDays(day).toString(), 100);
      }
    }
    assertThat(gap.found("volume", DAILY))
        .containsExactly(
            "2025-08-13 to 2025-08-15 | 2025-08-13 to 2025-08-15 has no rows where about 300 are"
                + " usual (-100.0 %)");
  }

  @Test
  void aPeakIsNoReasonToCallTheDaysAroundItOdd() {
    assertThat(days(LocalDate.of(2025, 8, 20), 1_000_000).found("volume", DAILY))
        .singleElement()
        .asString()
        .startsWith("2025-08-20 |");
  }

  @Test
  void salesOfOneDayAMonthHaveNoWeekdaysToBeComparedWith() {
    ProfileText monthly = new ProfileText();
    for (int month = 1; month <= MONTHS; month++) {
      monthly.rows("2025-%02d-01".formatted(month), 100);
    }
    StudyText longer = DAILY.with("window", "{from: 2025-01-01, until: 2025-10-01}");
    assertThat(monthly.found("volume", longer)).isEmpty();
  }

  @Test
  void aReleaseOfOnePeriodIsFoundWhereOthersBringLateRows() {
    assertThat(releases(100).found("release_of_one_period", MONTHLY))
        .containsExactly(
            "orders r5 | all 1,000 rows that count from release r5 of orders carry the period"
                + " 2025-05; usually 10.0 % of a release are late rows of other periods, which"
                + " would be about 100 here");
    assertThat(releases(0).found("release_of_one_period", MONTHLY)).isEmpty();
  }

  @Test
  void aPeriodInWhichFarMoreRowsAreSupersededThanUsualIsFound() {
    ProfileText profile = new ProfileText();
    for (int month = 1; month <= MONTHS; month++) {
      String day = "2025-%02d-01".formatted(month);
      profile
          .rows(day, 950)
          .count("orders.csv", "", day, Counted.LANDED, "", month == 7 ? 1_200 : 1_000);
    }
    assertThat(profile.found("repeats_by_period", MONTHLY))
        .containsExactly(
            "2025-07 | 250 of the 1,200 rows that landed for 2025-07 are superseded by others of"
                + " their key (20.8 %; usual are 5.0 %)");
  }

  @Test
  void aColumnThatGoesMissingInOneFileIsFoundAndOneThatWasNeverThereIsNot() {
    ProfileText profile = new ProfileText();
    for (int file = 1; file <= 5; file++) {
      String name = file + ".csv";
      String day = FIRST.plusDays(file).toString();
      profile.rows(name, "", day, 100);
      profile.count(name, "", day, Counted.MISSING, "region_code", 100);
      profile.count(name, "", day, Counted.MISSING, "channel", file == 3 ? 60 : 1);
    }
    assertThat(profile.found("channel_complete", DAILY))
        .containsExactly(
            "orders 3.csv | orders 3.csv: channel is missing in 60.0 % of the rows (usual are 1.0"
                + " %)",
            "2025-08-04 | 2025-08-04: channel is missing in 60.0 % of the rows (usual are 1.0 %)");
    assertThat(profile.found("region_complete", DAILY)).isEmpty();
  }

  @Test
  void amountsInAnotherUnitAreFound() {
    ProfileText profile = new ProfileText();
    for (int day = 0; day < DAYS; day++) {
      String date = FIRST.plusDays(day).toString();
      profile.rows(date, 100);
      profile.count("orders.csv", "", date, Counted.SUM, "amount", day == 7 ? 5_000 : 5_000_000);
    }
    assertThat(profile.found("amount_scale", DAILY))
        .containsExactly("2025-08-08 | 2025-08-08: the mean amount is 0.0010 times the usual one");
  }

  @Test
  void aSourceThatStopsBeforeTheEndOfTheWindowIsBehind() {
    // The window lasts until 10 September.
    assertThat(new ProfileText().rows("2025-09-07", 1).found("up_to_date", DAILY))
        .containsExactly(
            "2025-09-07 | the latest rows are of 2025-09-07, 3 periods before 2025-09-10");
    assertThat(new ProfileText().rows("2025-09-09", 1).found("up_to_date", DAILY)).isEmpty();
  }

  @Test
  void blocksThatWereSetAsideNameWhatTellsThemApart() {
    String kind = "\toccurred_at is missing";
    ProfileText profile =
        new ProfileText()
            .count(
                "all.csv",
                "",
                "",
                Counted.BLOCK,
                "5\t30" + kind + "\tmerchant_id = m\tshop = x\tsheet = May",
                26)
            .count(
                "all.csv",
                "",
                "",
                Counted.BLOCK,
                "90\t120" + kind + "\tmerchant_id = n\tshop = x\tsheet = June",
                31);
    assertThat(profile.found("set_aside_in_a_row", DAILY))
        .containsExactly(
            "orders all.csv rows 5 to 30 | orders all.csv rows 5 to 30: 26 rows in a row (all with"
                + " sheet = May) set aside: occurred_at is missing",
            "orders all.csv rows 90 to 120 | orders all.csv rows 90 to 120: 31 rows in a row (all"
                + " with sheet = June) set aside: occurred_at is missing");
  }

  @Test
  void aFileOfWhichManyRowsWereSetAsideIsFound() {
    ProfileText profile =
        new ProfileText()
            .rows("good.csv", "", "2025-08-01", 999)
            .count("good.csv", "", "", Counted.SET_ASIDE, "amount … is negative", 1)
            .rows("bad.csv", "", "2025-08-01", 90)
            .count("bad.csv", "", "", Counted.SET_ASIDE, "amount … is negative", 10);
    assertThat(profile.found("set_aside_by_file", DAILY))
        .containsExactly(
            "orders bad.csv | orders bad.csv: 10 rows set aside, 10.0 % of those that are no"
                + " repeats");
    assertThat(profile.found("set_aside", DAILY))
        .containsExactly(
            "orders: amount … is negative | 11 rows of orders set aside: amount … is negative");
  }

  @Test
  void aRepeatedKeyStopsTheRun() {
    List<Verdict> verdicts =
        new ProfileText()
            .rows("2025-08-01", 10)
            .count("", "", "", Counted.REPEATED_KEYS, "", 2)
            .verdicts("unique", DAILY.read());
    assertThat(verdicts).singleElement().matches(Verdict::stops);
  }

  @Test
  void aRuleThatFindsNothingSaysWhatItLookedAt() {
    assertThat(days(FIRST, 1_000).verdicts("volume", DAILY.read()))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.passed()).isTrue();
              assertThat(verdict.subject()).isEqualTo("*");
              assertThat(verdict.measured()).hasValue(0);
              assertThat(verdict.finding()).startsWith("41 periods");
            });
  }

  @Test
  void aStudyAcceptsOneFindingAndLetsAnotherStop() {
    StudyText study =
        DAILY.with(
            "quality",
            "[{table: transaction, rule: volume, severity: stop, reason: No gaps.},"
                + " {table: transaction, rule: volume, subject: 2025-08-24, severity: accept,"
                + " reason: The shop was closed}]");
    ProfileText profile = days(LocalDate.of(2025, 8, 24), 1_000);
    assertThat(profile.verdicts("volume", study.read()))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.severity()).isEqualTo(Severity.ACCEPT);
              assertThat(verdict.isOpen()).isFalse();
              assertThat(verdict.finding()).endsWith("; accepted: The shop was closed");
            });
    assertThat(days(LocalDate.of(2025, 8, 22), 500).verdicts("volume", study.read()))
        .singleElement()
        .matches(Verdict::stops);
  }

  @Test
  void aStudySetsAnotherThreshold() {
    StudyText study =
        DAILY.with(
            "quality",
            "[{table: transaction, rule: volume, threshold: 1000, reason: Anything goes.}]");
    assertThat(days(LocalDate.of(2025, 8, 24), 1_000).found("volume", study)).isEmpty();
  }

  /** 1,000 rows a day, 1,500 on Sundays, and another number on one day. */
  private static ProfileText days(LocalDate odd, long rows) {
    ProfileText profile = new ProfileText();
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      long usual = date.getDayOfWeek().getValue() == 7 ? 1_500 : 1_000;
      profile.rows(date.toString(), date.equals(odd) ? rows : usual);
    }
    return profile;
  }

  /** Nine monthly releases of 1,000 rows, some of them late, but the fifth claims to have none. */
  private static ProfileText releases(long late) {
    ProfileText profile = new ProfileText();
    for (int month = 1; month <= MONTHS; month++) {
      String day = "2025-%02d-01".formatted(month);
      String before = LocalDate.parse(day).minusMonths(1).toString();
      long ofBefore = month == 5 ? 0 : late;
      profile.rows("all.csv", "r" + month, day, 1_000 - ofBefore);
      if (ofBefore > 0) {
        profile.rows("all.csv", "r" + month, before, ofBefore);
      }
    }
    return profile;
  }
}
