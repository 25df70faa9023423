package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DummiesTest {
  private static final int N = 60;

  private static int code(int row) {
    return row % 4 - 1;
  }

  private static Panel panel() {
    SplittableRandom random = new SplittableRandom(11);
    double[][] values = new double[2][N];
    for (int i = 0; i < N; i++) {
      values[0][i] = random.nextGaussian() + 0.1 * i;
      values[1][i] = random.nextGaussian() + 2 * values[0][i] + code(i) + 5;
    }
    return Panel.ofRows(N)
        .numeric("x", i -> values[0][i])
        .numeric("y", i -> values[1][i])
        .numeric("i", i -> i % 7)
        .numeric("d0", i -> code(i) == 0 ? 1 : 0)
        .numeric("d1", i -> code(i) == 1 ? 1 : 0)
        .numeric("d2", i -> code(i) == 2 ? 1 : 0)
        .build();
  }

  private static Dummies dummies() {
    int[] codes = IntStream.range(0, N).map(DummiesTest::code).toArray();
    return Dummies.of("d", List.of("d0", "d1", "d2"), codes);
  }

  @ParameterizedTest
  @CsvSource({"IID, ", "IID, i", "HC1, ", "HC1, i"})
  void dummiesAreEstimatedAsIfWrittenOutWithEffectsAndWithout(String variance, String effect) {
    Variance robust = variance.equals("IID") ? new Variance.Iid() : new Variance.Hc1();
    String[] effects = effect == null ? new String[0] : new String[] {effect};
    Fit fit =
        FixedEffectsRegression.of("y", List.of("x"))
            .absorbing(effects)
            .with(robust)
            .fit(panel(), dummies());
    Fit written =
        FixedEffectsRegression.of("y", List.of("x", "d0", "d1", "d2"))
            .absorbing(effects)
            .with(robust)
            .fit(panel());
    assertThat(fit.estimates()).extracting(Estimate::term).containsExactly("x", "d0", "d1", "d2");
    assertThat(fit.degreesOfFreedom()).isEqualTo(written.degreesOfFreedom());
    for (Estimate estimate : fit.estimates()) {
      Estimate expected = written.estimate(estimate.term());
      assertThat(estimate.estimate()).isCloseTo(expected.estimate(), within(1e-11));
      assertThat(estimate.stdError()).isCloseTo(expected.stdError(), within(1e-11));
    }
  }

  @Test
  void aCodeWithoutATermIsRefused() {
    assertThatThrownBy(() -> Dummies.of("d", List.of("d0"), new int[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1");
  }
}
