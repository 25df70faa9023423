package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomisationTestTest {

  @Test
  void aLadyWhoTellsEightCupsOfTeaRightHasOneChanceInSeventy() {
    // Which four of eight cups had the milk first: the statistic counts those named rightly.
    int truth = 0b11110000;
    List<Integer> others =
        IntStream.range(0, 256)
            .filter(s -> Integer.bitCount(s) == 4 && s != truth)
            .boxed()
            .toList();
    RandomisationTest test =
        RandomisationTest.of(
            "cups",
            Tail.UPPER,
            4,
            others,
            Integer::toBinaryString,
            s -> Integer.bitCount(s & truth));
    assertThat(test.pValue()).isCloseTo(1 / 70.0, within(1e-15));
    assertThat(test.count()).isEqualTo(69);
    assertThat(test.least()).isCloseTo(1 / 70.0, within(1e-15));
    assertThat(test.placebos().get(0)).isEqualTo(new Placebo("1111", 0));
  }

  @Test
  void tiesCountAndTailsDiffer() {
    List<Double> statistics = List.of(-3.0, -2.0, -1.0, 0.0, 2.0 - 1e-12, 4.0);
    assertThat(test(Tail.BOTH, statistics).pValue()).isEqualTo(5 / 7.0);
    assertThat(test(Tail.UPPER, statistics).pValue()).isEqualTo(3 / 7.0);
    assertThat(test(Tail.LOWER, statistics).pValue()).isEqualTo(6 / 7.0);
  }

  private static RandomisationTest test(Tail tail, List<Double> statistics) {
    return RandomisationTest.of("t", tail, 2, statistics, String::valueOf, t -> t);
  }

  @Test
  void placebosWithoutAStatisticAreRecordedAndDoNotCount() {
    RandomisationTest test = test(Tail.BOTH, List.of(Double.NaN, 1.0, 3.0));
    assertThat(test.pValue()).isEqualTo(2 / 3.0);
    assertThat(test.count()).isEqualTo(2);
    assertThat(test.placebos()).hasSize(3);
  }

  @Test
  void aTestWithoutPlacebosOrStatisticIsRefused() {
    assertThatThrownBy(() -> test(Tail.BOTH, List.of()))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("0 placebos");
    assertThatThrownBy(() -> test(Tail.BOTH, List.of(Double.NaN)))
        .isInstanceOf(DampakException.class);
    assertThatThrownBy(
            () ->
                RandomisationTest.of(
                    "t", Tail.BOTH, Double.NaN, List.of(1.0), String::valueOf, t -> t))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("NaN");
  }
}
