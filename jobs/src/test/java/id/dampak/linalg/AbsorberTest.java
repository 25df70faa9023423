package id.dampak.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsorberTest {
  private static final int N = 400;

  private static Factor levels(RandomGenerator random, int levels) {
    int[] codes = new int[N];
    for (int i = 0; i < N; i++) {
      codes[i] = i < levels ? i : random.nextInt(levels);
    }
    return Factor.of(codes, levels);
  }

  private static double[] numbers(RandomGenerator random, double from) {
    return random.doubles(N, from, from + 1).toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theDirectAndTheIterativeWayAgree(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Factor a = levels(random, 60);
    Factor b = levels(random, 11);
    double[] weights = numbers(random, 0.1);
    double[] direct = numbers(random, 1000);
    double[] iterative = direct.clone();
    Absorber.of(List.of(b, a), weights).residualise(direct);
    new ConjugateGradients(List.of(a, b), weights, 0).residualise(iterative);
    assertThat(direct).containsExactly(iterative, within(1e-9));
  }

  @Test
  void whatIsLeftIsOrthogonalToEveryLevel() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
    List<Factor> effects = List.of(levels(random, 50), levels(random, 9), levels(random, 5));
    double[] weights = numbers(random, 0.1);
    double[] column = numbers(random, 0);
    Absorber.of(effects, weights).residualise(column);
    for (Factor effect : effects) {
      double[] sums = new double[effect.levels()];
      for (int i = 0; i < N; i++) {
        sums[effect.code(i)] += weights[i] * column[i];
      }
      assertThat(sums).containsExactly(new double[sums.length], within(1e-10));
    }
  }

  @Test
  void whatIsOrthogonalAlreadyIsLeftAsItIs() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    // Nested and crossed effects, so that the equations are singular in more than one way.
    Factor units = levels(random, 60);
    int[] groups = new int[N];
    int[] blocks = new int[N];
    int[] periods = new int[N];
    for (int i = 0; i < N; i++) {
      periods[i] = i % 7;
      groups[i] = units.code(i) % 6;
      blocks[i] = groups[i] == 1 ? Math.max(4, periods[i] + 1) - 3 : 0;
    }
    List<Factor> effects = List.of(units, Factor.of(periods, 7), Factor.of(blocks, 5));
    double[] weights = numbers(random, 0.1);
    Absorber absorber = Absorber.of(effects, weights);
    double[] once = numbers(random, 0);
    absorber.residualise(once);
    double[] twice = once.clone();
    absorber.residualise(twice);
    assertThat(twice).containsExactly(once, within(1e-13));
  }

  @Test
  void eachComponentMakesOneLevelRedundant() {
    // Levels 0, 1 of both effects meet, and levels 2, 3; the two sets never do.
    Factor a = Factor.of(new int[] {0, 0, 1, 1, 2, 2, 3}, 4);
    Factor b = Factor.of(new int[] {0, 1, 0, 1, 2, 3, 3}, 4);
    double[] weights = {1, 1, 1, 1, 1, 1, 1};
    assertThat(Absorber.of(List.of(a, b), weights).rank()).isEqualTo(4 + 4 - 2);
    double[] column = {1, 2, 4, 9, 3, 5, 8};
    Absorber.of(List.of(a, b), weights).residualise(column);
    // The second component is a tree: its effects explain everything.
    assertThat(column).containsExactly(new double[] {1, -1, -1, 1, 0, 0, 0}, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void reweightedIsTheSameAsMadeForTheseWeights(int count) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    List<Factor> effects =
        List.of(levels(random, 50), levels(random, 9), levels(random, 5)).subList(0, count);
    double[] weights = numbers(random, 0.1);
    double[] fresh = numbers(random, 0);
    double[] reweighted = fresh.clone();
    Absorber.of(effects, weights).residualise(fresh);
    Absorber other = Absorber.of(effects, numbers(random, 3));
    other.residualise(reweighted);
    other.reweighted(weights).residualise(reweighted);
    assertThat(reweighted).containsExactly(fresh, within(1e-11));
    assertThat(other.reweighted(weights).rank()).isEqualTo(other.rank());
  }

  @Test
  void weightsOfManySizesDoNotSpoilWhatIsLeft() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(6);
    List<Factor> effects = List.of(levels(random, 40), levels(random, 9));
    double[] weights = random.doubles(N, -15, 15).map(Math::exp).toArray();
    double[] column = numbers(random, 0);
    Absorber.of(effects, weights).residualise(column);
    for (Factor effect : effects) {
      double[] sums = new double[effect.levels()];
      double[] sizes = new double[effect.levels()];
      for (int i = 0; i < N; i++) {
        sums[effect.code(i)] += weights[i] * column[i];
        sizes[effect.code(i)] += weights[i];
      }
      for (int level = 0; level < sums.length; level++) {
        assertThat(sums[level] / sizes[level]).isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void theRankOfEffectsIsKnownWithoutTakingThemOut() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    List<Factor> effects = List.of(levels(random, 50), levels(random, 9), levels(random, 5));
    for (int count = 1; count <= 3; count++) {
      List<Factor> some = effects.subList(0, count);
      assertThat(Absorber.rankOf(some)).isEqualTo(Absorber.of(some, numbers(random, 1)).rank());
    }
  }

  @Test
  void levelsJoinedByNoObservationAreNotConnected() {
    Factor a = Factor.of(new int[] {0, 0, 1}, 2);
    assertThat(a.isConnectedTo(Factor.of(new int[] {0, 1, 1}, 2))).isTrue();
    assertThat(a.isConnectedTo(Factor.of(new int[] {0, 0, 1}, 2))).isFalse();
  }

  @Test
  void withoutEffectsTheWeightedMeanGoes() {
    double[] column = {1, 4};
    Absorber.of(List.of(), new double[] {2, 1}).residualise(column);
    assertThat(column).containsExactly(-1, 2);
  }
}
