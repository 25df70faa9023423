package id.dampak.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  /** 2025-08-30 is a Saturday of the third quarter. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "HOUR, 2025-08-30T20:00, 2025-08-30T18:00",
    "DAY, 2025-08-30T00:00, 2025-08-28T00:00",
    "WEEK, 2025-08-25T00:00, 2025-08-11T00:00",
    "MONTH, 2025-08-01T00:00, 2025-06-01T00:00",
    "QUARTER, 2025-07-01T00:00, 2025-01-01T00:00",
  })
  void aMomentFallsInThePeriodThatStartedLast(
      Period period, LocalDateTime start, LocalDateTime twoEarlier) {
    LocalDateTime moment = LocalDateTime.parse("2025-08-30T20:40");

    assertThat(period.startOf(moment)).isEqualTo(start);
    assertThat(period.startOf(start)).isEqualTo(start);
    assertThat(period.plus(start, -2)).isEqualTo(twoEarlier);
    assertThat(period.between(twoEarlier, start)).isEqualTo(2);
    assertThat(period.between(start, twoEarlier)).isEqualTo(-2);
  }
}
