package id.dampak.estimate.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Panel;
import id.dampak.linalg.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventBlocksTest {

  @Test
  void aBlockIsTheMeanOfItsPeriodsLessThatOfTheLastBeforeTheEvent() {
    // Periods -6 to 2, the reference -1 being 0; blocks -6 -5 | -4 -3 | -2 -1 and 0 1 | 2.
    EventCoefficients single =
        EventCoefficients.of(5, new double[] {1, 3, 5, 7, 4, 10, 20, 30}, identity(8));

    EventBlocks blocks = EventBlocks.of(single, List.of(0, 1, 2));

    assertThat(blocks.length()).isEqualTo(2);
    assertThat(blocks.coefficients().prePeriods()).isEqualTo(2);
    assertThat(blocks.coefficients().estimates())
        .containsExactly(2.0 - 2, 6.0 - 2, 15.0 - 2, 30.0 - 2);
    assertThat(blocks.target()).containsExactly(2.0 / 3, 1.0 / 3);
    // The mean of two less half of one: 2/4 + 1/4, sharing the last with the other blocks.
    assertThat(blocks.coefficients().covariance().at(0, 0)).isCloseTo(0.75, within(1e-12));
    assertThat(blocks.coefficients().covariance().at(0, 1)).isCloseTo(0.25, within(1e-12));
    assertThat(blocks.coefficients().covariance().at(3, 3)).isCloseTo(1.25, within(1e-12));
  }

  @Test
  void anEffectOfOnePeriodIsTakenAsItIs() {
    EventCoefficients single =
        EventCoefficients.of(5, new double[] {1, 3, 5, 7, 4, 10}, identity(6));

    EventBlocks blocks = EventBlocks.of(single, List.of(0));

    assertThat(blocks.coefficients()).isSameAs(single);
    assertThat(blocks.target()).containsExactly(1.0);
  }

  @Test
  void fewPeriodsBeforeTheEventMakeShorterBlocks() {
    EventCoefficients single =
        EventCoefficients.of(3, new double[] {1, 3, 5, 7, 4, 10}, identity(6));

    assertThat(EventBlocks.of(single, List.of(0, 1, 2)).length()).isEqualTo(1);
  }

  @Test
  void periodsBetweenThatDoNotCountHaveNoWeight() {
    EventCoefficients single =
        EventCoefficients.of(5, new double[] {0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6}, identity(11));

    EventBlocks blocks = EventBlocks.of(single, List.of(1, 5));

    assertThat(blocks.coefficients().estimates().subList(2, 5)).containsExactly(2.0, 3.5, 6.0);
    assertThat(blocks.target()).containsExactly(0.5, 0.0, 0.5);
  }

  /** In a balanced panel the same comes of a study of the mean outcomes of blocks. */
  @Test
  void aStudyOfPooledPeriodsAgrees() {
    SplittableRandom random = new SplittableRandom(5);
    double[] noise = random.doubles(90 * 16).map(u -> 2 * u - 1).toArray();
    Panel days = panel(16, row -> noise[row]);
    Panel pairs = panel(8, row -> (noise[2 * row] + noise[2 * row + 1]) / 2);
    ExposureEventStudy byDay = ExposureEventStudy.of("y", "share", "unit", "time", 12);
    ExposureEventStudy byPair = ExposureEventStudy.of("y", "share", "unit", "time", 6);

    EventCoefficients blocks =
        EventBlocks.of(EventCoefficients.of(byDay, byDay.fit(days)), List.of(0, 1)).coefficients();

    EventCoefficients pooled = EventCoefficients.of(byPair, byPair.fit(pairs));
    assertThat(blocks.prePeriods()).isEqualTo(pooled.prePeriods());
    for (int i = 0; i < blocks.estimates().size(); i++) {
      assertThat(blocks.estimates().get(i)).isCloseTo(pooled.estimates().get(i), within(1e-12));
      // They differ by how many parameters and rows the small-sample factor counts.
      double ratio = blocks.covariance().at(i, i) / pooled.covariance().at(i, i);
      assertThat(ratio).isCloseTo(1, within(0.02));
    }
  }

  private static Panel panel(int periods, IntToDoubleFunction outcome) {
    return Panel.ofRows(90 * periods)
        .numeric("unit", row -> unit(row, periods))
        .numeric("time", row -> row % periods)
        .numeric("share", row -> share(unit(row, periods)))
        .numeric("y", outcome)
        .build();
  }

  private static int unit(int row, int periods) {
    return row / periods;
  }

  private static double share(int unit) {
    return unit % 3 / 2.0;
  }

  private static Matrix identity(int n) {
    return Matrix.of(
        n, n, IntStream.range(0, n * n).mapToDouble(i -> i / n == i % n ? 1 : 0).toArray());
  }
}
