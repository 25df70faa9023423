package id.dampak.estimate.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MultipleTestingTest {
  private static final List<String> TERMS = List.of("a", "b", "c", "d");

  private static Estimate estimate(String term, double p) {
    return new Estimate(term, 1, 1, 0, 2, p);
  }

  @Test
  void holmMultipliesTheSmallestByTheirNumberAndNeverFalls() {
    List<AdjustedPValue> adjusted =
        MultipleTesting.holm(
            List.of(
                estimate("w", 0.03),
                estimate("x", Double.NaN),
                estimate("y", 0.01),
                estimate("z", 0.02),
                estimate("v", 0.9)));
    assertThat(adjusted).extracting(AdjustedPValue::name).containsExactly("w", "x", "y", "z", "v");
    // Of four p values: 4 × 0.01, 3 × 0.02, then 2 × 0.03 and 0.9.
    double[] expected = {0.06, Double.NaN, 0.04, 0.06, 0.9};
    for (int i = 0; i < expected.length; i++) {
      if (i == 1) {
        assertThat(adjusted.get(i).adjusted()).isNaN();
      } else {
        assertThat(adjusted.get(i).adjusted()).isCloseTo(expected[i], within(1e-15));
      }
    }
    assertThat(MultipleTesting.holm(List.of())).isEmpty();
  }

  /**
   * Fifty clusters of four rows; regressors share a part, {@code effect} times the first is in y.
   */
  private static BootstrapDraws draws(long seed, double effect) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 200;
    double[] common = random.doubles(n).toArray();
    Panel.Builder panel = Panel.ofRows(n).numeric("g", i -> Math.floorDiv(i, 4));
    double[][] x = new double[4][];
    for (int j = 0; j < 4; j++) {
      double[] own = random.doubles(n).toArray();
      x[j] = IntStream.range(0, n).mapToDouble(i -> own[i] + common[i]).toArray();
      panel.numeric(TERMS.get(j), x[j]);
    }
    double[] y = random.doubles(n).map(u -> u - 0.5).toArray();
    panel.numeric("y", i -> effect * x[0][i] + y[i]);
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("y", TERMS).with(Variance.clusteredBy("g"));
    return PoissonClusterBootstrap.of(regression, seed)
        .draw(regression.moments(panel.build(), CrossingEffects.HELD));
  }

  @Test
  void romanoWolfIsTheStepDownOfTheLargestStatisticWrittenOut() {
    BootstrapDraws draws = draws(1, 0.3);
    List<Hypothesis> hypotheses = new ArrayList<>(TERMS.stream().map(Hypothesis::ofTerm).toList());
    hypotheses.add(Hypothesis.ofCombination("b − c", Map.of("b", 1.0, "c", -1.0)));
    hypotheses.add(new Hypothesis("a²", b -> b.of("a") * b.of("a")));
    List<BootstrapEstimate> estimates =
        hypotheses.stream().map(h -> draws.function(h.name(), h.function())).toList();
    List<Integer> order =
        IntStream.range(0, 6)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -statistic(estimates.get(j))))
            .toList();
    List<double[]> values = hypotheses.stream().map(h -> draws.values(h.function())).toList();
    double previous = 0;
    List<AdjustedPValue> adjusted = MultipleTesting.romanoWolf(draws, hypotheses);
    for (int s = 0; s < 6; s++) {
      int beyond = 0;
      for (int b = 0; b < draws.count(); b++) {
        double largest = 0;
        for (int j : order.subList(s, 6)) {
          double value = values.get(j)[b];
          Estimate estimate = estimates.get(j).normal();
          largest = Math.max(largest, Math.abs(value - estimate.estimate()) / estimate.stdError());
        }
        beyond += largest >= statistic(estimates.get(order.get(s))) ? 1 : 0;
      }
      previous = Math.max(previous, (1.0 + beyond) / 1000);
      AdjustedPValue value = adjusted.get(order.get(s));
      assertThat(value.name()).isEqualTo(hypotheses.get(order.get(s)).name());
      assertThat(value.adjusted()).isEqualTo(previous);
      assertThat(value.pValue()).isLessThanOrEqualTo(value.adjusted());
    }
  }

  private static double statistic(BootstrapEstimate estimate) {
    return Math.abs(estimate.normal().estimate()) / estimate.normal().stdError();
  }

  @Test
  void fourTrueHypothesesAreAllKeptInNineteenOfTwentySamples() {
    int any = 0;
    int alone = 0;
    int runs = 150;
    for (int run = 0; run < runs; run++) {
      List<AdjustedPValue> values =
          MultipleTesting.romanoWolf(
              draws(1000 + run, 0), TERMS.stream().map(Hypothesis::ofTerm).toList());
      any += values.stream().anyMatch(v -> v.adjusted() <= 0.05) ? 1 : 0;
      alone += values.stream().anyMatch(v -> v.pValue() <= 0.05) ? 1 : 0;
    }
    // 5 % + 3 standard deviations of a binomial share of 150.
    assertThat(any / (double) runs).isLessThan(0.104);
    assertThat(alone / (double) runs).isGreaterThan(0.1);
  }

  @Test
  void hypothesesWithoutVariationAreRefused() {
    BootstrapDraws draws = draws(2, 0);
    assertThatThrownBy(
            () -> MultipleTesting.romanoWolf(draws, List.of(new Hypothesis("one", b -> 1))))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("one");
    double centre = draws.fit().estimate("a").estimate();
    double low =
        IntStream.range(0, 999)
            .mapToDouble(b -> draws.at(b, 0))
            .sorted()
            .skip(5)
            .findFirst()
            .orElseThrow();
    assertThat(centre).isGreaterThan(low);
    assertThatThrownBy(
            () ->
                MultipleTesting.romanoWolf(
                    draws, List.of(new Hypothesis("root", b -> Math.sqrt(b.of("a") - low)))))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("root");
    assertThatThrownBy(() -> MultipleTesting.romanoWolf(draws, List.of(Hypothesis.ofTerm("z"))))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("\"z\"");
  }
}
