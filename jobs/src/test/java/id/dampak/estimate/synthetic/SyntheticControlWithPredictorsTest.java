package id.dampak.estimate.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Panel;
import id.dampak.estimate.synthetic.PredictorImportance.Given;
import id.dampak.estimate.synthetic.PredictorImportance.Global;
import id.dampak.estimate.synthetic.SyntheticControlWithPredictors.PlaceboInSpace;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticControlWithPredictorsTest {
  private static final int PERIODS = 12;
  private static final int BEFORE = 8;
  private static final List<Predictor> PREDICTORS =
      List.of(
          Predictor.over("size", 2000, 2003),
          Predictor.at("share", 2005),
          Predictor.every(2, "y", 2001, 2007));

  /** Three predictors can be matched by seven controls in many ways; the outcome decides. */
  @Test
  void aTreatedUnitThatIsAMixtureOfControlsIsFoundOut() {
    Market market = mixture();
    PredictorSynthesis ours = estimator(PREDICTORS).synthesise(panel(market, 0));
    double[] planted = {0, 0.4, 0, 0.6, 0, 0, 0};
    for (int i = 0; i < planted.length; i++) {
      assertThat(ours.synthesis().unitWeights().get(i).weight())
          .isCloseTo(planted[i], within(1e-3));
    }
    assertThat(ours.synthesis().fit().estimate(Synthesis.ATT).estimate())
        .isCloseTo(5, within(1e-2));
    assertThat(ours.synthesis().fit().estimate(Synthesis.ATT).pValue()).isEqualTo(1 / 8.0);
    assertThat(ours.synthesis().fit().estimate(Synthesis.ATT).stdError()).isNaN();
    assertThat(ours.synthesis().fit().warnings())
        .contains(
            "the controls match all predictors; if they can in more than one way, the weights are"
                + " those that fit the outcome best");
    PredictorBalance size = ours.predictors().get(0);
    assertThat(size.predictor()).isEqualTo("size(2000..2003)");
    assertThat(size.synthetic()).isCloseTo(size.treated(), within(1e-2));
    assertThat(ours.predictors().stream().mapToDouble(PredictorBalance::importance).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void noImportancesOnAFineGridFitBetterThanTheGlobalSearch() {
    Market market = Market.random(new SplittableRandom(21), 7, 1, BEFORE, PERIODS - BEFORE);
    Panel panel = panel(market, 0);
    SyntheticControlWithPredictors estimator = estimator(PREDICTORS).with(PlaceboInSpace.NONE);
    double found = estimator.with(new Global(20)).synthesise(panel).meanSquaredError();
    double local = estimator.synthesise(panel).meanSquaredError();
    double best = Double.POSITIVE_INFINITY;
    int steps = 40;
    for (int a = 1; a < steps; a++) {
      for (int b = 1; a + b < steps; b++) {
        List<Double> v = List.of((double) a, (double) b, (double) (steps - a - b));
        best = Math.min(best, estimator.with(new Given(v)).synthesise(panel).meanSquaredError());
      }
    }
    assertThat(found).isLessThan(best * 1.0001).isLessThanOrEqualTo(local * 1.0001);
  }

  @Test
  void givenImportancesCountInProportionAndUnitsOfMeasureDoNot() {
    Market market = Market.random(new SplittableRandom(22), 7, 1, BEFORE, PERIODS - BEFORE);
    SyntheticControlWithPredictors given =
        estimator(PREDICTORS).with(PlaceboInSpace.NONE).with(new Given(List.of(1.0, 2.0, 3.0)));
    PredictorSynthesis once = given.synthesise(panel(market, 0));
    PredictorSynthesis scaled =
        given.with(new Given(List.of(10.0, 20.0, 30.0))).synthesise(panel(market, 0));
    assertThat(scaled.synthesis().path().get(9).gap())
        .isCloseTo(once.synthesis().path().get(9).gap(), within(1e-10));
    assertThat(scaled.predictorDistance()).isCloseTo(once.predictorDistance(), within(1e-12));
  }

  @Test
  void aPlaceboIsTheEstimateOfThatControlAgainstTheOthers() {
    Market market = Market.random(new SplittableRandom(25), 7, 1, BEFORE, PERIODS - BEFORE);
    SyntheticControlWithPredictors given =
        estimator(PREDICTORS).with(new Given(List.of(1.0, 2.0, 3.0)));
    List<PlaceboRun> placebos = given.synthesise(panel(market, 0)).synthesis().placebos();
    assertThat(placebos).hasSize(7);
    for (int unit = 0; unit < 7; unit++) {
      PlaceboRun alone =
          given
              .with(PlaceboInSpace.NONE)
              .synthesise(placeboPanel(panel(market, 0), "u0" + unit))
              .synthesis()
              .real();
      assertThat(placebos.get(unit).units()).isEqualTo(alone.units());
      assertThat(placebos.get(unit).estimate()).isCloseTo(alone.estimate(), within(1e-9));
      assertThat(placebos.get(unit).ratio()).isCloseTo(alone.ratio(), within(1e-9));
    }
  }

  /** Rows backwards, without the treated unit, and with another one as treated. */
  private static Panel placeboPanel(Panel panel, String treated) {
    int rows = 7 * PERIODS;
    Panel.Builder builder =
        Panel.ofRows(rows)
            .categorical(
                "unit",
                IntStream.range(0, rows)
                    .mapToObj(row -> panel.label("unit", rows - 1 - row))
                    .toList())
            .numeric(
                "d",
                row ->
                    panel.label("unit", rows - 1 - row).equals(treated)
                            && panel.number("time", rows - 1 - row) >= 2000 + BEFORE
                        ? 1
                        : 0);
    for (String column : List.of("time", "y", "size", "share")) {
      builder.numeric(column, row -> panel.number(column, rows - 1 - row));
    }
    return builder.build();
  }

  @Test
  void emptyCellsAreLeftOutOfMeansAndTold() {
    PredictorSynthesis ours =
        estimator(PREDICTORS).with(PlaceboInSpace.NONE).synthesise(panel(mixture(), 2));
    assertThat(ours.synthesis().fit().warnings())
        .contains("predictor size(2000..2003): 2 empty cells were left out of the means");
  }

  @Test
  void whatCannotBeMatchedIsRefused() {
    Panel panel = panel(mixture(), 4);
    refused(PREDICTORS, panel, "Predictor size(2000..2003) has no value for u00");
    refused(List.of(), panel, "No predictor was named");
    refused(List.of(Predictor.at("share", 2008)), panel, "uses period 2008", "starts in 2008");
    refused(List.of(Predictor.at("share", 1990)), panel, "share(1990) uses period 1990");
    refused(List.of(Predictor.at("same", 2001)), panel, "same(2001) is the same for all units");
    SyntheticControlWithPredictors estimator = estimator(List.of(Predictor.at("share", 2001)));
    assertThatThrownBy(() -> estimator.fittedOver(2003, 2010).fit(panel))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("The fit of the outcome uses period 2008");
    for (List<Double> v : List.of(List.of(0.0), List.of(-1.0), List.of(1.0, 1.0))) {
      assertThatThrownBy(() -> estimator.with(new Given(v)).fit(panel))
          .isInstanceOf(DampakException.class)
          .hasMessageContaining("weights were given for 1 predictors");
    }
    Market two = Market.random(new SplittableRandom(23), 5, 2, BEFORE, PERIODS - BEFORE);
    assertThatThrownBy(() -> estimator.fit(panel(two, 0)))
        .isInstanceOf(DampakException.class)
        .hasMessageContaining("2 units are treated");
  }

  private static void refused(List<Predictor> predictors, Panel panel, String... words) {
    assertThatThrownBy(() -> estimator(predictors).fit(panel))
        .isInstanceOf(DampakException.class)
        .satisfies(error -> assertThat(error.getMessage()).contains(words));
  }

  private static SyntheticControlWithPredictors estimator(List<Predictor> predictors) {
    return SyntheticControlWithPredictors.of("y", "unit", "time", Market.INDICATOR, predictors);
  }

  /** The eighth unit is 0.4 of the second and 0.6 of the fourth, and 5 more once treated. */
  private static Market mixture() {
    Market market = Market.random(new SplittableRandom(20), 7, 1, BEFORE, PERIODS - BEFORE);
    for (int t = 0; t < PERIODS; t++) {
      market.y()[7][t] = 0.4 * market.y()[1][t] + 0.6 * market.y()[3][t];
    }
    return market.plusEffect(5);
  }

  /** Predictors go with the mean outcome before; the first {@code empty} cells of size are so. */
  private static Panel panel(Market market, int empty) {
    SplittableRandom random = new SplittableRandom(24);
    int units = market.y().length;
    double[] size = random.doubles(units).toArray();
    double[] share = random.doubles(units).toArray();
    size[units - 1] = 0.4 * size[1] + 0.6 * size[3];
    share[units - 1] = 0.4 * share[1] + 0.6 * share[3];
    return Panel.ofRows(market.rows())
        .categorical(
            "unit",
            row -> row / PERIODS,
            IntStream.range(0, units).mapToObj(i -> "u0" + i).toList())
        .numeric("time", row -> 2000 + row % PERIODS)
        .numeric("y", row -> market.y()[row / PERIODS][row % PERIODS])
        .numeric("d", row -> row / PERIODS >= market.controls() && row % PERIODS >= BEFORE ? 1 : 0)
        .numeric("size", row -> row < empty ? Double.NaN : size[row / PERIODS])
        .numeric("share", row -> share[row / PERIODS])
        .numeric("same", row -> 1)
        .build();
  }
}
