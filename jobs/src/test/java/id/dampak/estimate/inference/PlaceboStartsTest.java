package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceboStartsTest {

  @Test
  void startsAreWholeStepsBackWithTheirWindowInTheDataAndOverBeforeTheEvent() {
    // Of 63 days before the event, 14 lie before a start, and its 4 days end before day 63.
    assertThat(new PlaceboStarts(0, 63, 14, 4, 7).periods())
        .containsExactly(14, 21, 28, 35, 42, 49, 56);
    List<Integer> daily = new PlaceboStarts(0, 63, 14, 4, 1).periods();
    assertThat(daily).hasSize(46).startsWith(14).endsWith(59);
    assertThat(new PlaceboStarts(0, 63, 14, 8, 7).periods()).endsWith(49);
    assertThat(new PlaceboStarts(20, 63, 14, 4, 7).periods()).startsWith(35);
    assertThat(new PlaceboStarts(0, 10, 14, 4, 1).periods()).isEmpty();
    assertThat(new PlaceboStarts(0, 17, 14, 4, 1).periods()).isEmpty();
    assertThat(new PlaceboStarts(0, 18, 14, 4, 1).periods()).containsExactly(14);
  }

  @Test
  void whatIsNeededForSoManyStartsIsJustEnough() {
    for (int step : new int[] {1, 7}) {
      for (int length : new int[] {1, 4, 7, 9}) {
        PlaceboStarts any = new PlaceboStarts(0, 0, 14, length, step);
        int needed = any.needed(19);
        assertThat(new PlaceboStarts(0, needed, 14, length, step).periods()).hasSize(19);
        assertThat(new PlaceboStarts(0, needed - 1, 14, length, step).periods()).hasSize(18);
      }
    }
  }

  @Test
  void windowsApartShareNoPeriod() {
    // A window has 3 + 2 periods: in 20 of them four fit, and in 19 three.
    assertThat(new PlaceboStarts(0, 20, 3, 2, 1).apart()).isEqualTo(4);
    assertThat(new PlaceboStarts(0, 19, 3, 2, 1).apart()).isEqualTo(3);
    assertThat(new PlaceboStarts(0, 4, 3, 2, 1).apart()).isZero();
  }
}
