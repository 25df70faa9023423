package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImputationTest {
  private static final Offset<Double> CLOSE = within(1e-10);
  private static final int[] STARTS = {0, 3, 5, 0, 6, 4};
  private static final Imputation BASIC = Imputation.of("y", "i", "t", "g");

  private static Market market(long seed) {
    return new Market(seed, 30, 7, STARTS, (g, k) -> 0.2 * g + 0.5 * k, 1, 0.15);
  }

  private static Panel noiseless() {
    return new Market(1, 24, 7, STARTS, (g, k) -> 0.2 * g + 0.5 * k, 0, 0.1).panel();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 21})
  void twoEffectsAgreeWithDummies(long seed) {
    Market market = market(seed);
    IntUnaryOperator unit = row -> (int) market.at(row, 0);
    ImputationTwin twin =
        new ImputationTwin(
            market,
            List.of(unit, row -> (int) market.at(row, 1)),
            List.of(),
            row -> 1,
            row -> true);
    agrees(market, twin, unit, BASIC, row -> 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void threeEffectsCovariatesWeightsAndLargerClustersAgreeWithDummies(long seed) {
    Market market = market(seed);
    IntUnaryOperator cluster = row -> (int) market.at(row, 7);
    IntToDoubleFunction weight = row -> market.at(row, 5);
    ImputationTwin twin =
        new ImputationTwin(
            market,
            List.of(
                row -> (int) market.at(row, 0),
                row -> (int) market.at(row, 1),
                row -> (int) (market.at(row, 6) * 10 + market.at(row, 1) % 2)),
            List.of(row -> market.at(row, 4)),
            weight,
            row -> true);
    Panel odd = Rows.with(market.panel(), "odd", row -> market.at(row, 1) % 2);
    Imputation imputation =
        BASIC
            .absorbing("i", "t", "region^odd")
            .controllingFor("x")
            .weightedBy("w")
            .clusteredBy("cluster");
    agrees(odd, market, twin, cluster, imputation, weight);
  }

  private static void agrees(
      Market market,
      ImputationTwin twin,
      IntUnaryOperator cluster,
      Imputation imputation,
      IntToDoubleFunction weight) {
    agrees(market.panel(), market, twin, cluster, imputation, weight);
  }

  private static void agrees(
      Panel panel,
      Market market,
      ImputationTwin twin,
      IntUnaryOperator cluster,
      Imputation imputation,
      IntToDoubleFunction weight) {
    Fit fit = imputation.by(EffectsBy.EVENT_TIME).fit(panel);
    assertThat(fit.dropped()).isEmpty();
    assertThat(fit.estimates()).extracting(Estimate::term).startsWith("t::0", "t::1");
    for (int k = 0; k < fit.estimates().size(); k++) {
      IntToDoubleFunction of = horizon(market, weight, k);
      Map<Integer, Double> influence = twin.influence(of, cluster);
      assertThat(fit.estimates().get(k).estimate()).isCloseTo(twin.estimate(of), CLOSE);
      for (int l = 0; l <= k; l++) {
        double expected =
            ImputationTwin.product(influence, twin.influence(horizon(market, weight, l), cluster));
        assertThat(fit.covariance().at(k, l)).isCloseTo(expected, CLOSE);
      }
    }
    Estimate att = imputation.fit(panel).estimate("ATT");
    assertThat(att.estimate()).isCloseTo(twin.estimate(weight), CLOSE);
    Map<Integer, Double> influence = twin.influence(weight, cluster);
    assertThat(att.stdError())
        .isCloseTo(Math.sqrt(ImputationTwin.product(influence, influence)), CLOSE);
  }

  private static IntToDoubleFunction horizon(Market market, IntToDoubleFunction weight, int k) {
    return row -> market.at(row, 1) - market.at(row, 2) == k ? weight.applyAsDouble(row) : 0;
  }

  @Test
  void leadsAreThoseOfARegressionOnUntreatedObservations() {
    Market market = market(7);
    Panel panel = market.panel();
    Fit fit = BASIC.by(EffectsBy.EVENT_TIME).controllingFor("x").withLeads(2).fit(panel);
    int[] untreated =
        IntStream.range(0, panel.observations())
            .filter(row -> market.at(row, 2) == 0 || market.at(row, 1) < market.at(row, 2))
            .toArray();
    Panel leads = panel;
    for (int k = -2; k < 0; k++) {
      int lead = k;
      leads =
          Rows.with(
              leads,
              "lead" + k,
              row ->
                  market.at(row, 2) > 0 && market.at(row, 1) - market.at(row, 2) == lead ? 1 : 0);
    }
    Fit regression =
        FixedEffectsRegression.of("y", List.of("x", "lead-2", "lead-1"))
            .absorbing("i", "t")
            .with(Variance.clusteredBy("i"))
            .fit(leads.at(untreated));
    for (int k = -2; k < 0; k++) {
      Estimate ours = fit.estimate("t::" + k);
      Estimate theirs = regression.estimate("lead" + k);
      assertThat(ours.estimate()).isCloseTo(theirs.estimate(), CLOSE);
      assertThat(ours.stdError()).isCloseTo(theirs.stdError(), CLOSE);
    }
    assertThat(fit.covariance().at(0, 1)).isCloseTo(regression.covariance().at(1, 2), CLOSE);
    Fit without = BASIC.by(EffectsBy.EVENT_TIME).controllingFor("x").fit(panel);
    assertThat(fit.estimates().subList(2, fit.estimates().size())).isEqualTo(without.estimates());
  }

  @Test
  void thePreTrendTestOfOneLeadIsHotellingsOfItsScore() {
    Market market = market(8);
    JointTest test = BASIC.withLeads(1).preTrend(market.panel());
    assertThat(test.numeratorDegreesOfFreedom()).isEqualTo(1);
    assertThat(test.denominatorDegreesOfFreedom()).isEqualTo(29);
    Market trending = new Market(8, 30, 7, STARTS, (g, k) -> 1, 0.2, 0);
    Panel anticipating =
        Rows.with(
            trending.panel(),
            "z",
            row ->
                trending.at(row, 3) + (trending.at(row, 1) - trending.at(row, 2) == -1 ? 1.5 : 0));
    Imputation imputation = Imputation.of("z", "i", "t", "g").withLeads(2);
    assertThat(imputation.preTrend(anticipating).pValue()).isLessThan(1e-3);
    assertThat(BASIC.withLeads(2).preTrend(trending.panel()).pValue()).isGreaterThan(0.01);
  }

  @Test
  void plantedEffectsWithoutNoiseAreFoundInEveryAverage() {
    Panel panel = noiseless();
    Imputation imputation = BASIC.controllingFor("x");
    for (Estimate estimate :
        imputation.by(EffectsBy.COHORT_AND_EVENT_TIME).fit(panel).estimates()) {
      List<String> parts = Rows.parts(estimate.term());
      double planted = 0.2 * Integer.parseInt(parts.get(2)) + 0.5 * Integer.parseInt(parts.get(1));
      assertThat(estimate.estimate()).isCloseTo(planted, CLOSE);
      assertThat(estimate.stdError()).isCloseTo(0, within(1e-9));
    }
    assertThat(imputation.by(EffectsBy.COHORT).fit(panel).estimates())
        .extracting(Estimate::term)
        .containsExactly("cohort::3", "cohort::4", "cohort::5", "cohort::6");
  }

  @Test
  void weightsOfTreatedObservationsMakeTermsOfTheirOwn() {
    Market market = market(9);
    Panel panel = Rows.with(market.panel(), "late", row -> market.at(row, 2) == 6 ? 1 : 0);
    Fit fit = BASIC.averagedWith("late", "w").fit(panel);
    Estimate cohort = BASIC.by(EffectsBy.COHORT).fit(panel).estimate("cohort::6");
    assertThat(fit.estimate("late").estimate()).isCloseTo(cohort.estimate(), CLOSE);
    assertThat(fit.estimate("late").stdError()).isCloseTo(cohort.stdError(), CLOSE);
    assertThat(fit.estimates()).extracting(Estimate::term).containsExactly("late", "w");
    refused(
        BASIC.averagedWith("x"), panel, "Cannot estimate an effect weighted by x.", "the weight -");
    refused(
        BASIC.averagedWith("none"),
        Rows.with(panel, "none", row -> 0),
        "It is 0 for every treated observation that can be imputed.");
  }

  @Test
  void theOrderOfRowsAndTheNamesOfUnitsDoNotMatter() {
    Panel panel = market(10).panel();
    Imputation imputation = BASIC.by(EffectsBy.EVENT_TIME).withLeads(2).controllingFor("x");
    Fit fit = imputation.fit(panel);
    Panel renamed = Rows.with(panel, "name", row -> 1000 - 7 * panel.number("i", row));
    Imputation byName =
        Imputation.of("y", "name", "t", "g")
            .by(EffectsBy.EVENT_TIME)
            .withLeads(2)
            .controllingFor("x");
    for (Fit other :
        List.of(imputation.fit(Rows.shuffled(panel)), byName.fit(Rows.shuffled(renamed)))) {
      for (Estimate estimate : fit.estimates()) {
        Estimate twin = other.estimate(estimate.term());
        assertThat(twin.estimate()).isCloseTo(estimate.estimate(), within(1e-12));
        assertThat(twin.stdError()).isCloseTo(estimate.stdError(), within(1e-12));
      }
    }
    assertThat(imputation.fit(panel)).isEqualTo(fit);
  }

  @Test
  void intervalsCoverThePlantedEffectAsOftenAsTheySay() {
    int runs = 300;
    int covered = 0;
    for (int seed = 0; seed < runs; seed++) {
      Panel panel =
          new Market(1000 + seed, 60, 6, new int[] {0, 3, 5}, (g, k) -> 1 + 0.5 * k, 1, 0.05)
              .panel();
      Estimate first =
          BASIC.by(EffectsBy.EVENT_TIME).controllingFor("x").fit(panel).estimate("t::1");
      covered += first.confLow() <= 1.5 && 1.5 <= first.confHigh() ? 1 : 0;
    }
    // Four standard errors of a binomial share around 0.95.
    assertThat(covered / (double) runs).isBetween(0.95 - 4 * 0.0126, 1.0);
  }

  private static void refused(Imputation imputation, Panel panel, String... parts) {
    assertThatThrownBy(() -> imputation.fit(panel))
        .isInstanceOf(DampakException.class)
        .message()
        .contains(parts);
  }
}
