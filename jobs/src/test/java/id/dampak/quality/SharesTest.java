package id.dampak.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.StudyText;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The rule of shares, by the channels of sales. */
class SharesTest {
  private static final StudyText DAILY = StudyText.daily();
  private static final LocalDate FIRST = LocalDate.of(2025, 8, 1);
  private static final int DAYS = 41;

  @Test
  void sharesThatMoveAreFoundAndNamedButNotThoseOfFewRows() {
    ProfileText profile = new ProfileText();
    for (int day = 0; day < DAYS; day++) {
      boolean suspended = day == 29 || day == 30;
      String date = FIRST.plusDays(day).toString();
      profile.value(date, "channel=live", suspended ? 1 : 250);
      profile.value(date, "channel=shop", 750);
    }
    // Pooled, (39 × 250 + 2) ÷ (39 × 1,000 + 2 × 751) = 24.1 % of the rows are live.
    assertThat(profile.found("channel_shares", DAILY))
        .containsExactly(
            "channel 2025-08-30 to 2025-08-31 | channel 2025-08-30 to 2025-08-31: other shares than"
                + " usual, above all live with 0.13 % instead of 24.1 %");

    ProfileText few = new ProfileText();
    for (int day = 0; day < DAYS; day++) {
      few.value(FIRST.plusDays(day).toString(), "channel=" + (day % 2 == 0 ? "live" : "shop"), 10);
    }
    assertThat(few.found("channel_shares", DAILY)).isEmpty();
  }

  @Test
  void periodsCountForSharesFrom200RowsOn() {
    // Nine days of 200 rows, half of them live. On a tenth day nobody sold live.
    ProfileText enough = shares(200);
    // Pooled, 900 of 2,000 rows are live: 0.45; sampling alone would move 0.0281 of 200 rows.
    assertThat(enough.verdicts("channel_shares", DAILY.read()))
        .singleElement()
        .satisfies(
            verdict -> {
              double noise = Math.sqrt(2 * 0.45 * 0.55 / (Math.PI * 200));
              assertThat(verdict.subject()).isEqualTo("channel 2025-08-10");
              assertThat(verdict.measured().orElseThrow()).isCloseTo(0.45 - noise, within(1e-12));
            });

    // One row fewer on that day: it is not looked at, and the others are all alike.
    assertThat(shares(199).verdicts("channel_shares", DAILY.read()))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.passed()).isTrue();
              assertThat(verdict.measured()).hasValue(0);
              assertThat(verdict.finding()).endsWith("over 9 periods are stable");
            });
  }

  /** Nine days on which one of two sales is live, and a day with some rows of which none is. */
  private static ProfileText shares(long rows) {
    ProfileText profile = new ProfileText();
    for (int day = 0; day < 9; day++) {
      String date = FIRST.plusDays(day).toString();
      profile.value(date, "channel=live", 100).value(date, "channel=shop", 100);
    }
    return profile.value(FIRST.plusDays(9).toString(), "channel=shop", rows);
  }
}
