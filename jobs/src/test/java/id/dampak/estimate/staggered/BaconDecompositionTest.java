package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaconDecompositionTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final BaconDecomposition BASIC = BaconDecomposition.of("y", "d", "i", "t");

  /** Units in turn never treated, always treated, and treated from 3, 5 and 6 on. */
  private static Panel panel(long seed, int... starts) {
    Panel panel = new Market(seed, 30, 7, starts, (g, k) -> 0.3 * g + k, 1, 0).panel();
    return Rows.with(
        panel,
        "d",
        row ->
            panel.number("g", row) > 0 && panel.number("t", row) >= panel.number("g", row) ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void weightedComparisonsAddUpToTheCoefficient(long seed) {
    Panel panel = panel(seed, 0, 1, 3, 5, 6, 3, 0);
    Decomposition decomposition = BASIC.decompose(panel);
    double beta = decomposition.regression().estimate("d").estimate();
    assertThat(decomposition.coefficient()).isCloseTo(beta, CLOSE);
    double weights = decomposition.byType().stream().mapToDouble(Decomposition.Total::weight).sum();
    assertThat(weights).isCloseTo(1, CLOSE);
    // Three cohorts against never and always treated, and each pair of them both ways.
    assertThat(decomposition.comparisons()).hasSize(3 + 3 + 6);
    assertThat(decomposition.byType())
        .extracting(Decomposition.Total::comparisons)
        .containsExactly(3, 3, 3, 3);
  }

  @Test
  void everyComparisonIsARegressionOnItsTwoCohortsAndPeriods() {
    Panel panel = panel(4, 0, 1, 3, 5, 6, 3, 0);
    for (TwoByTwo comparison : BASIC.decompose(panel).comparisons()) {
      int treated = comparison.treated();
      int control = comparison.control().orElse(0);
      int[] rows =
          IntStream.range(0, panel.observations())
              .filter(row -> isCompared(panel, row, comparison.type(), treated, control))
              .toArray();
      Fit fit =
          FixedEffectsRegression.of("y", List.of("d")).absorbing("i", "t").fit(panel.at(rows));
      assertThat(comparison.estimate()).isCloseTo(fit.estimate("d").estimate(), CLOSE);
    }
  }

  private static boolean isCompared(
      Panel panel, int row, ComparisonType type, int treated, int control) {
    double g = panel.number("g", row);
    double t = panel.number("t", row);
    return (g == treated || g == control)
        && switch (type) {
          case TREATED_VS_UNTREATED, LATER_VS_ALWAYS -> true;
          case EARLIER_VS_LATER -> t < control;
          case LATER_VS_EARLIER -> t >= control;
        };
  }

  @Test
  void twoGroupsAreOneComparison() {
    Decomposition decomposition = BASIC.decompose(panel(5, 0, 4));
    assertThat(decomposition.comparisons()).hasSize(1);
    TwoByTwo only = decomposition.comparisons().get(0);
    assertThat(only.weight()).isEqualTo(1);
    assertThat(only.control()).isEqualTo(OptionalInt.empty());
    assertThat(decomposition.forbiddenWeight()).isZero();
    assertThat(decomposition.regression().warnings()).isEmpty();
    assertThat(decomposition.regression().estimator()).isEqualTo(BASIC);
  }

  @Test
  void weightOnUnitsTreatedAlreadyIsAWarning() {
    Decomposition decomposition = BASIC.decompose(panel(6, 3, 5));
    assertThat(decomposition.regression().warnings()).hasSize(1);
    // D̄ = 5/7 and 3/7: (5/7 − 3/7) 3/7 against (5/7 − 3/7) 2/7.
    assertThat(decomposition.forbiddenWeight()).isCloseTo(0.6, CLOSE);
    assertThat(decomposition.regression().warnings().get(0))
        .startsWith("60.0 % of the weight of d is on comparisons with units treated already");
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    Panel panel = panel(7, 0, 1, 3, 5, 6);
    List<TwoByTwo> ours = BASIC.decompose(panel).comparisons();
    List<TwoByTwo> shuffled = BASIC.decompose(Rows.shuffled(panel)).comparisons();
    for (int c = 0; c < ours.size(); c++) {
      assertThat(shuffled.get(c).type()).isEqualTo(ours.get(c).type());
      assertThat(shuffled.get(c).estimate()).isCloseTo(ours.get(c).estimate(), CLOSE);
      assertThat(shuffled.get(c).weight()).isCloseTo(ours.get(c).weight(), CLOSE);
    }
  }

  @Test
  void whatCannotBeDecomposedIsRefused() {
    Panel panel = panel(8, 0, 3, 5);
    refused(
        panel.at(IntStream.range(1, panel.observations()).toArray()),
        "of 30 units times 7 periods only 209 observations are complete");
    refused(panel(8, 0), "there are 0 cohorts treated after the first period and 30 units");
    refused(panel(8, 4), "there are 1 cohorts treated after the first period and 0 units");
    refused(panel(8, 0, 1), "there are 0 cohorts treated after the first period and 30 units");
    Panel still = Rows.with(panel, "still", row -> panel.number("i", row));
    assertThatThrownBy(() -> BaconDecomposition.of("still", "d", "i", "t").fit(still))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("It does not vary once i and t are taken out.");
    Panel half = Rows.with(panel, "e", row -> panel.number("d", row) / 2);
    assertThatThrownBy(() -> BaconDecomposition.of("y", "e", "i", "t").fit(half))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("Unit 1 has e = 0.5 in 3.");
    Panel off =
        Rows.with(panel, "e", row -> panel.number("t", row) == 7 ? 0 : panel.number("d", row));
    assertThatThrownBy(() -> BaconDecomposition.of("y", "e", "i", "t").fit(off))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("It ends for unit 1 in 7");
  }

  private static void refused(Panel panel, String part) {
    assertThatThrownBy(() -> BASIC.fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining(part);
  }
}
