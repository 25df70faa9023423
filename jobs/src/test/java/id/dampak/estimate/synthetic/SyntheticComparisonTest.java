package id.dampak.estimate.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.Panel;
import id.dampak.estimate.synthetic.SyntheticInference.Jackknife;
import id.dampak.estimate.synthetic.SyntheticInference.None;
import id.dampak.estimate.synthetic.SyntheticInference.Placebo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticComparisonTest {
  private static final SyntheticDifferenceInDifferences SDID =
      SyntheticDifferenceInDifferences.of("y", "unit", "time", Market.INDICATOR);
  private static final SyntheticControl SC =
      SyntheticControl.of("y", "unit", "time", Market.INDICATOR);
  private static final DifferenceInAverages DID =
      DifferenceInAverages.of("y", "unit", "time", Market.INDICATOR);

  @Test
  void averagesGiveTheCoefficientOfARegressionOnUnitAndPeriodEffects() {
    Panel panel = Market.random(new SplittableRandom(1), 7, 3, 6, 4).plusEffect(2).panel();
    double regression =
        FixedEffectsRegression.of("y", List.of("d"))
            .absorbing("unit", "time")
            .fit(panel)
            .estimate("d")
            .estimate();
    assertThat(att(DID.with(new None()).synthesise(panel))).isCloseTo(regression, within(1e-10));
  }

  @Test
  void syntheticDifferencesGiveTheCoefficientOfTheRegressionWithTheirWeights() {
    Market market = Market.random(new SplittableRandom(2), 8, 2, 7, 3).plusEffect(-1);
    Synthesis ours = SDID.with(new None()).synthesise(market.panel());
    int periods = market.y()[0].length;
    Panel.Builder weighted = Panel.ofRows(market.rows());
    weighted.numeric("y", row -> market.y()[row / periods][row % periods]);
    weighted.numeric("unit", row -> Math.floorDiv(row, periods));
    weighted.numeric("time", row -> row % periods);
    weighted.numeric("d", row -> row / periods >= 8 && row % periods >= 7 ? 1 : 0);
    weighted.numeric(
        "w",
        row -> {
          int unit = row / periods;
          int t = row % periods;
          return (unit < 8 ? ours.unitWeights().get(unit).weight() : 1 / 2.0)
              * (t < 7 ? ours.timeWeights().get(t).weight() : 1 / 3.0);
        });
    double regression =
        FixedEffectsRegression.of("y", List.of("d"))
            .absorbing("unit", "time")
            .weightedBy("w")
            .fit(weighted.build())
            .estimate("d")
            .estimate();
    assertThat(att(ours)).isCloseTo(regression, within(1e-9));
  }

  @Test
  void aTreatedUnitThatIsAMixtureOfControlsIsFoundOut() {
    Market market = Market.random(new SplittableRandom(3), 9, 1, 12, 5);
    for (int t = 0; t < 17; t++) {
      market.y()[9][t] = 0.3 * market.y()[2][t] + 0.7 * market.y()[5][t] + (t < 12 ? 0 : t);
    }
    Synthesis ours = SC.synthesise(market.panel());
    for (UnitWeight weight : ours.unitWeights()) {
      double planted =
          switch (weight.unit()) {
            case "u02" -> 0.3;
            case "u05" -> 0.7;
            default -> 0;
          };
      assertThat(weight.weight()).isCloseTo(planted, within(1e-7));
    }
    assertThat(att(ours)).isCloseTo(14, within(1e-6));
    assertThat(ours.fit().estimate("gap::2016").estimate()).isCloseTo(16, within(1e-6));
    assertThat(ours.permutation().orElseThrow()).isEqualTo(new Permutation(1 / 10.0, 1 / 10.0, 10));
  }

  @Test
  void thePathIsWhatWasSeenAndWhatWasNot() {
    Market market = Market.random(new SplittableRandom(4), 5, 2, 6, 2);
    Synthesis ours = SDID.with(new None()).synthesise(market.panel());
    double base = 0;
    for (int t = 0; t < 6; t++) {
      base += ours.timeWeights().get(t).weight() * ours.path().get(t).gap();
    }
    assertThat(base).as("the λ-weighted gap before").isCloseTo(0, within(1e-12));
    assertThat((ours.path().get(6).gap() + ours.path().get(7).gap()) / 2)
        .isCloseTo(att(ours), within(1e-12));
    assertThat(ours.path().get(3).observed())
        .isCloseTo((market.y()[5][3] + market.y()[6][3]) / 2, within(1e-12));
    assertThat(ours.fit().estimate(Synthesis.ATT).stdError()).isNaN();
    assertThat(ours.permutation()).isEmpty();
  }

  @Test
  void everyControlTakesThePartOfTheTreatedOnce() {
    Market market = Market.random(new SplittableRandom(5), 8, 1, 9, 3);
    Synthesis sc = SC.synthesise(market.panel());
    Synthesis did = DID.synthesise(market.panel());
    double sum = 0;
    double squares = 0;
    for (int unit = 0; unit < 8; unit++) {
      Panel placebo = market.placebo(unit).panel();
      double slow = att(SC.with(new None()).synthesise(placebo));
      assertThat(sc.placebos().get(unit).units()).containsExactly("u0" + unit);
      assertThat(sc.placebos().get(unit).estimate()).isCloseTo(slow, within(1e-6));
      double average = att(DID.with(new None()).synthesise(placebo));
      sum += average / 8;
      squares += average * average / 8;
    }
    assertThat(did.fit().estimate(Synthesis.ATT).stdError())
        .isCloseTo(Math.sqrt(squares - sum * sum), within(1e-10));
  }

  @Test
  void severalTreatedUnitsAreCopiedByAllSetsOfControlsOrByDrawnOnes() {
    Market market = Market.random(new SplittableRandom(6), 7, 2, 5, 2);
    Synthesis all = DID.with(new Placebo(21, 1)).synthesise(market.panel());
    assertThat(all.placebos().stream().map(PlaceboRun::units)).hasSize(21).doesNotHaveDuplicates();
    assertThat(all.placebos().get(0).estimate())
        .isCloseTo(
            att(DID.with(new None()).synthesise(market.placebo(0, 1).panel())), within(1e-12));
    Synthesis drawn = DID.with(new Placebo(20, 1)).synthesise(market.panel());
    assertThat(drawn.placebos()).hasSize(20).allMatch(run -> run.units().size() == 2);
    assertThat(DID.with(new Placebo(20, 1)).synthesise(market.panel())).isEqualTo(drawn);
    assertThat(DID.with(new Placebo(20, 2)).synthesise(market.panel()).placebos())
        .isNotEqualTo(drawn.placebos());
  }

  @Test
  void theJackknifeLeavesEveryUnitOutOnce() {
    Market market = Market.random(new SplittableRandom(7), 6, 3, 5, 2);
    double[] estimates =
        IntStream.range(0, 9)
            .mapToDouble(unit -> att(DID.with(new None()).synthesise(market.without(unit).panel())))
            .toArray();
    double mean = IntStream.range(0, 9).mapToDouble(i -> estimates[i]).average().orElseThrow();
    double variance = 0;
    for (double estimate : estimates) {
      variance += 8.0 / 9 * (estimate - mean) * (estimate - mean);
    }
    assertThat(
            DID.with(new Jackknife())
                .synthesise(market.panel())
                .fit()
                .estimate(Synthesis.ATT)
                .stdError())
        .isCloseTo(Math.sqrt(variance), within(1e-12));
  }

  @Test
  void theJackknifeOfSyntheticControlComesWithAWarning() {
    Panel panel = Market.random(new SplittableRandom(11), 9, 3, 8, 2).panel();
    assertThat(SC.with(new Jackknife()).fit(panel).warnings())
        .singleElement()
        .asString()
        .startsWith("the jackknife is not meant for synthetic control");
    assertThat(SDID.with(new Jackknife()).fit(panel).warnings()).isEmpty();
  }

  @Test
  void theMeanOfTheGapsHasTheCovarianceOfTheirMean() {
    Panel panel = Market.random(new SplittableRandom(8), 9, 1, 8, 3).panel();
    Synthesis ours = SDID.synthesise(panel);
    double third = 1 / 3.0;
    var mean =
        ours.fit()
            .combination(
                "mean", Map.of("gap::2008", third, "gap::2009", third, "gap::2010", third));
    assertThat(mean.estimate()).isCloseTo(att(ours), within(1e-12));
    assertThat(mean.stdError())
        .isCloseTo(ours.fit().estimate(Synthesis.ATT).stdError(), within(1e-12));
  }

  @Test
  void orderOfRowsNamesOfUnitsAndTheKindOfTreatmentColumnDoNotMatter() {
    Market market = Market.random(new SplittableRandom(9), 8, 2, 6, 3);
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, market.rows()).boxed().toList());
    Collections.shuffle(shuffled, new Random(9));
    int[] order = shuffled.stream().mapToInt(Integer::intValue).toArray();
    Synthesis first = SDID.synthesise(market.panel());
    Synthesis permuted = SDID.synthesise(market.panel(order, i -> "u%02d".formatted(i)));
    assertThat(permuted).isEqualTo(first);
    Synthesis renamed = SDID.with(new None()).synthesise(market.panel(order, i -> "x" + (50 - i)));
    assertThat(att(renamed)).isCloseTo(att(first), within(1e-8));
    Synthesis from =
        SyntheticDifferenceInDifferences.of("y", "unit", "time", new Treatment.From("from"))
            .synthesise(market.panel());
    assertThat(from.path()).isEqualTo(first.path());
  }

  @Test
  void bothSolversComeCloseToEachOther() {
    Panel panel = Market.random(new SplittableRandom(10), 12, 1, 15, 4).panel();
    assertThat(att(SDID.with(SimplexSolver.FRANK_WOLFE).synthesise(panel)))
        .isCloseTo(att(SDID.synthesise(panel)), within(0.05));
  }

  private static double att(Synthesis synthesis) {
    return synthesis.fit().estimate(Synthesis.ATT).estimate();
  }
}
