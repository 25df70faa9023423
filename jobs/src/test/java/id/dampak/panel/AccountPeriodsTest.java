package id.dampak.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.StudyText;
import id.dampak.error.DampakException;
import id.dampak.study.Study;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The window of the study is 1 August to 10 September 2025. */
class AccountPeriodsTest {

  @Test
  void theLeadsAreBeforeAndTheRestOfTheLagsIsAfter() {
    AccountPeriods periods = periods(study(4, 7, ""), "08-30", "08-31", "09-02");

    assertThat(periods.before()).isEqualTo(days("08-26", "08-27", "08-28", "08-29"));
    assertThat(periods.suspended()).isEqualTo(days("08-30", "08-31", "09-02"));
    // Seven lags from 30 August on end with 5 September.
    assertThat(periods.after()).isEqualTo(days("09-03", "09-04", "09-05"));
  }

  @Test
  void aDeclaredHorizonMayGoBeyondTheLagsOrBeNone() {
    assertThat(periods(study(4, 2, "{rebound_periods: 3}"), "08-30", "08-31").after())
        .isEqualTo(days("09-01", "09-02", "09-03"));
    assertThat(periods(study(4, 7, "{rebound_periods: 0}"), "08-30").after()).isEmpty();
  }

  @Test
  void suspendedDaysBeyondTheLagsDoNotCount() {
    AccountPeriods periods = periods(study(4, 2, ""), "08-30", "08-31", "09-04");

    assertThat(periods.suspended()).isEqualTo(days("08-30", "08-31"));
    assertThat(periods.after()).isEmpty();
  }

  @Test
  void leadsBeforeTheWindowAreNotThere() {
    assertThat(periods(study(30, 2, ""), "08-03").before()).isEqualTo(days("08-01", "08-02"));
  }

  @Test
  void whatTheWindowDoesNotHoldIsRefused() {
    assertThatThrownBy(() -> periods(study(4, 2, "{rebound_periods: 12}"), "08-30"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("12 periods after the end")
        .hasMessageContaining("rebound_periods: 11");
    assertThatThrownBy(() -> periods(study(4, 2, ""), "08-01"))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("no usual sales");
    assertThatThrownBy(() -> periods(study(4, 2, "")))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("No suspension that counts");
  }

  private static AccountPeriods periods(Study study, String... off) {
    return AccountPeriods.of(study, study.specifications().get(0), days(off));
  }

  private static List<LocalDateTime> days(String... days) {
    return Stream.of(days).map(day -> LocalDate.parse("2025-" + day).atStartOfDay()).toList();
  }

  private static Study study(int leads, int lags, String accounting) {
    StudyText text =
        StudyText.daily()
            .with(
                "specifications",
                """
                [{name: headline, method: exposure_event_study, outcome: {scale: level},
                  leads: %d, lags: %d, fixed_effects: [unit, period], clusters: [unit]}]
                """
                    .formatted(leads, lags));
    return (accounting.isEmpty() ? text : text.with("accounting", accounting)).read();
  }
}
