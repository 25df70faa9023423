package id.dampak.estimate.reversible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CarryOverTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final CarryOver TEST = CarryOver.of(Market.COLUMNS, 2);

  /** Outcomes that fall by 3 in treatment and by {@code after} in the period after it. */
  private static Panel market(long seed, double after, double noise) {
    RandomGenerator random = Market.random(seed);
    double[][] paths = Market.onAndOff(random, 90, 8, 0.25);
    return Market.panel(
        paths,
        (unit, t, d) ->
            unit
                + t * t
                + noise * random.nextGaussian()
                - 3 * d[t - 1]
                - (t > 1 && d[t - 1] == 0 ? after * d[t - 2] : 0));
  }

  @Test
  void whatLastsOnePeriodIsSeenOnePeriodAfterTheReturn() {
    Fit fit = TEST.fit(market(1, 2, 0));
    assertThat(fit.estimate("after[1]").estimate()).isCloseTo(-2, CLOSE);
    assertThat(fit.estimate("after[2]").estimate()).isCloseTo(0, CLOSE);
  }

  @Test
  void itIsTheMeanOfTheContrastsOfEachLengthOfAbsence() {
    double[][] paths = {
      {0, 1, 0, 0, 0}, {0, 1, 1, 0, 0}, {0, 0, 1, 0, 1}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 1}
    };
    double[][] y = {
      {1, 2, 4, 3, 1}, {2, 2, 5, 7, 1}, {1, 3, 2, 8, 4}, {1, 2, 2, 4, 6}, {2, 5, 3, 7, 9}
    };
    ReversibleFit fit = TEST.estimate(Market.panel(paths, (unit, t, d) -> y[unit][t - 1]));
    // First period back: unit 0 in 3 from 1, unit 1 in 4 from 1, unit 2 in 4 from 2; controls 3, 4.
    double unit0 = (4 - 1) - ((2 - 1) + (3 - 2)) / 2.0;
    double unit1 = (7 - 2) - ((4 - 1) + (7 - 2)) / 2.0;
    double unit2 = (8 - 3) - ((4 - 2) + (7 - 5)) / 2.0;
    assertThat(fit.fit().estimate("after[1]").estimate())
        .isCloseTo((unit0 + unit1 + unit2) / 3, CLOSE);
    assertThat(fit.count("after[1]").switchers()).isEqualTo(3);
    assertThat(fit.count("after[1]").cells()).isEqualTo(3 + 4);
    // Second: unit 0 in 4; unit 1 in 5, where only unit 3 has not switched; unit 2 left again.
    double second = ((3 - 1) - ((4 - 1) + (7 - 2)) / 2.0 + (1 - 2) - (6 - 1)) / 2;
    assertThat(fit.fit().estimate("after[2]").estimate()).isCloseTo(second, CLOSE);
  }

  @Test
  void aTreatmentThatLastsIsFoundOutAndOneThatDoesNotIsNot() {
    int runs = 200;
    int falsely = 0;
    int rightly = 0;
    for (int run = 0; run < runs; run++) {
      falsely += isRejected(market(100 + run, 0, 1)) ? 1 : 0;
      rightly += isRejected(market(100 + run, 2, 1)) ? 1 : 0;
    }
    // Within three standard deviations of the binomial, 1.54 % of 200 runs.
    assertThat(falsely / (double) runs).isBetween(0.005, 0.096);
    assertThat(rightly / (double) runs).isGreaterThan(0.95);
  }

  private static boolean isRejected(Panel panel) {
    return TEST.estimate(panel).test(CarryOver.NO_CARRY_OVER).pValue() < 0.05;
  }

  @Test
  void periodsThatNobodyIsBackForAreLeftOut() {
    double[][] paths = {{0, 1, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}};
    ReversibleFit fit =
        CarryOver.of(Market.COLUMNS, 3).estimate(Market.panel(paths, (unit, t, d) -> unit * t * t));
    assertThat(fit.counts())
        .extracting(SwitcherCounts::term)
        .isEqualTo(List.of("after[1]", "after[2]"));
    assertThat(fit.fit().warnings()).anyMatch(w -> w.startsWith("after[3] is left out"));
    assertThat(TEST.with(TreatmentGaps.CUT).withLevel(0.9).toString()).contains("CUT", "0.9");
    assertThat(TEST.columns()).contains("unit", "y");
    assertThat(TEST.identifiers()).containsExactly("unit");
  }
}
