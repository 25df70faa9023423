package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dampak.estimate.inference.PlaceboDates.Days;
import id.dampak.estimate.inference.PlaceboDates.PaydayWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceboDatesTest {
  private static final LocalDate EVENT = LocalDate.of(2025, 8, 30);
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  private static PlaceboDates dates(PaydayWindow payday, List<Days> taken) {
    return new PlaceboDates(EVENT, 4, 14, 7, payday, FIRST, LAST, taken);
  }

  @Test
  void datesAreSaturdaysWhoseWindowLiesInTheDataAndClearOfTheEvent() {
    List<LocalDate> dates = dates(PaydayWindow.NONE, List.of()).admissible();
    assertThat(dates).isSorted().allMatch(d -> d.getDayOfWeek() == DayOfWeek.SATURDAY);
    assertThat(dates.get(0)).isEqualTo(LocalDate.of(2025, 1, 18));
    assertThat(dates.get(dates.size() - 1)).isEqualTo(LocalDate.of(2025, 12, 20));
    // A window runs from 14 days before to 6 days after its date; the event from 30 August on 4.
    assertThat(dates).contains(LocalDate.of(2025, 8, 23), LocalDate.of(2025, 9, 20));
    assertThat(dates).doesNotContain(EVENT, LocalDate.of(2025, 9, 6), LocalDate.of(2025, 9, 13));
    assertThat(dates).hasSize(49 - 3);
  }

  @Test
  void eachDayIsInThePaydayWindowIfThatDayOfTheEventIs() {
    List<LocalDate> dates = dates(new PaydayWindow(25, 5), List.of()).admissible();
    assertThat(dates)
        .isNotEmpty()
        .allMatch(d -> d.getDayOfMonth() >= 25 || d.getDayOfMonth() <= 2)
        .contains(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 5, 31))
        .doesNotContain(LocalDate.of(2025, 4, 5));
  }

  @Test
  void windowsStayClearOfOtherEvents() {
    Days holiday = new Days(LocalDate.of(2025, 3, 28), LocalDate.of(2025, 4, 7));
    List<LocalDate> free = dates(PaydayWindow.NONE, List.of()).admissible();
    List<LocalDate> dates = dates(PaydayWindow.NONE, List.of(holiday)).admissible();
    assertThat(free).contains(LocalDate.of(2025, 3, 22), LocalDate.of(2025, 4, 19));
    assertThat(dates)
        .contains(LocalDate.of(2025, 3, 15), LocalDate.of(2025, 4, 26))
        .doesNotContain(LocalDate.of(2025, 3, 22), LocalDate.of(2025, 4, 19));
  }

  @Test
  void theOffsetIsWhatToAddToTheEventsPeriod() {
    assertThat(dates(PaydayWindow.NONE, List.of()).offset(LocalDate.of(2025, 8, 23))).isEqualTo(-7);
  }

  @Test
  void anEventLongerThanItsWindowIsAnError() {
    assertThatThrownBy(
            () -> new PlaceboDates(EVENT, 4, 14, 3, PaydayWindow.NONE, FIRST, LAST, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
