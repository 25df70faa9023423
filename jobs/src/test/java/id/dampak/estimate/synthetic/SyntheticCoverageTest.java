package id.dampak.estimate.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Panel;
import id.dampak.estimate.synthetic.SyntheticInference.Jackknife;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Simulated markets with a planted effect of 3: 95 % intervals must hold it about as often. */
class SyntheticCoverageTest {
  private static final double EFFECT = 3;
  private static final int MARKETS = 200;

  @Test
  void placeboIntervalsHoldThePlantedEffect() {
    SyntheticDifferenceInDifferences sdid =
        SyntheticDifferenceInDifferences.of("y", "unit", "time", Market.INDICATOR);
    check(simulate(1, sdid::synthesise), 0.90, 0.99);
  }

  @Test
  void jackknifeIntervalsHoldThePlantedEffect() {
    SyntheticDifferenceInDifferences sdid =
        SyntheticDifferenceInDifferences.of("y", "unit", "time", Market.INDICATOR)
            .with(new Jackknife());
    check(simulate(12, sdid::synthesise), 0.90, 1);
  }

  @Test
  void permutationsRejectAsOftenAsTheySay() {
    SyntheticControl sc = SyntheticControl.of("y", "unit", "time", Market.INDICATOR);
    long rejected =
        IntStream.range(0, MARKETS)
            .mapToObj(
                seed -> Market.random(new SplittableRandom(1000 + seed), 19, 1, 15, 3).panel())
            .map(panel -> sc.synthesise(panel).permutation().orElseThrow())
            .filter(permutation -> permutation.ratioPValue() <= 0.1)
            .count();
    // 200 tests of size 10 %: 20 ± 14 (three standard deviations, rounded up).
    assertThat(rejected).isBetween(6L, 34L);
  }

  private static List<Estimate> simulate(int treated, Function<Panel, Synthesis> method) {
    return IntStream.range(0, MARKETS)
        .mapToObj(seed -> Market.random(new SplittableRandom(seed), 40, treated, 12, 3))
        .map(market -> method.apply(market.plusEffect(EFFECT).panel()))
        .map(synthesis -> synthesis.fit().estimate(Synthesis.ATT))
        .toList();
  }

  private static void check(List<Estimate> estimates, double least, double most) {
    double covered =
        estimates.stream().filter(e -> e.confLow() <= EFFECT && EFFECT <= e.confHigh()).count()
            / (double) MARKETS;
    double mean = estimates.stream().mapToDouble(Estimate::estimate).average().orElseThrow();
    assertThat(covered).as("coverage").isBetween(least, most);
    assertThat(mean).isCloseTo(EFFECT, within(0.2));
  }
}
