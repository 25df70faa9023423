package id.dampak.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DummyEquationsTest {
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);

  private Factor factor(int observations, int levels) {
    int[] codes = new int[observations];
    Arrays.setAll(codes, i -> i < levels ? i : random.nextInt(levels));
    return Factor.of(codes, levels);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void solutionsSatisfyTheEquationsAndLeaveWhatAbsorbersLeave(int effects) {
    int n = 80;
    List<Factor> factors = List.of(factor(n, 4), factor(n, 12), factor(n, 5)).subList(0, effects);
    double[] weights = random.doubles(n, 0.5, 2).toArray();
    double[] y = random.doubles(n, -1, 1).toArray();
    DummyEquations equations = DummyEquations.of(factors, weights);
    double[] right = equations.sums(y);
    double[] fitted = equations.fitted(equations.solve(right));
    double[] again = equations.sums(fitted);
    for (int l = 0; l < right.length; l++) {
      assertThat(again[l]).isCloseTo(right[l], within(1e-11));
    }
    double[] left = y.clone();
    equations.absorber().residualise(left);
    for (int i = 0; i < n; i++) {
      assertThat(y[i] - fitted[i]).isCloseTo(left[i], within(1e-11));
    }
  }

  @Test
  void effectsInTwoComponentsHaveASolutionToo() {
    Factor units = Factor.of(new int[] {0, 0, 1, 1, 2, 2, 3, 3}, 4);
    Factor periods = Factor.of(new int[] {0, 1, 0, 1, 2, 3, 2, 3}, 4);
    double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
    DummyEquations equations = DummyEquations.of(List.of(units, periods), ones);
    double[] additive = {1, 3, 2, 4, 7, 10, 5, 8};
    double[] fitted = equations.fitted(equations.solve(equations.sums(additive)));
    assertThat(fitted).containsExactly(additive, within(1e-12));
    assertThat(equations.coefficients()).isEqualTo(8);
    assertThat(equations.offset(1)).isEqualTo(4);
  }

  @Test
  void withoutEffectsThereAreNoEquations() {
    assertThatThrownBy(() -> DummyEquations.of(List.of(), new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
