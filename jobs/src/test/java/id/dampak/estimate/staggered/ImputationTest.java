package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Singletons;
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
            ImputationTwin.product(
                influence, twin.influence(horizon(market, weight, l), cluster));
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
    assertThat(fit.estimates().subList(2, fit.estimates().size()))
        .isEqualTo(without.estimates());
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
    for (Estimate estimate : imputation.by(EffectsBy.COHORT_AND_EVENT_TIME).fit(panel).estimates()) {
      String[] parts = estimate.term().split(":+");
      double planted = 0.2 * Integer.parseInt(parts[3]) + 0.5 * Integer.parseInt(parts[1]);
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
    Panel panel =
        Rows.with(market.panel(), "late", row -> market.at(row, 2) == 6 ? 1 : 0);
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
    for (Fit other : List.of(imputation.fit(Rows.shuffled(panel)), byName.fit(Rows.shuffled(renamed)))) {
      for (Estimate estimate : fit.estimates()) {
        Estimate twin = other.estimate(estimate.term());
        assertThat(twin.estimate()).isCloseTo(estimate.estimate(), within(1e-12));
        assertThat(twin.stdError()).isCloseTo(estimate.stdError(), within(1e-12));
      }
    }
    assertThat(imputation.fit(panel)).isEqualTo(fit);
  }

  @Test
  void unitsNeverSeenUntreatedAreLeftOutWithTheirCount() {
    Panel panel =
        new Market(11, 12, 5, new int[] {0, 1, 3}, (g, k) -> 1, 0.5, 0).panel();
    Fit fit = BASIC.fit(panel);
    assertThat(fit.dropped())
        .containsExactly(new Dropped("treated, without an untreated observation of the same i", 20));
    assertThat(fit.warnings())
        .contains(
            "20 treated observations in 4 levels of i cannot be imputed: no untreated one is there",
            "effects are averages over 12 of 32 treated observations");
    assertThat(fit.observations()).isEqualTo(40);
    assertThat(BASIC.by(EffectsBy.COHORT).fit(panel).estimate("cohort::1").estimate()).isNaN();
    Fit byCohort = BASIC.by(EffectsBy.COHORT).fit(panel);
    assertThat(byCohort.combination("one", Map.of("cohort::3", 1.0)).stdError())
        .isEqualTo(byCohort.estimate("cohort::3").stdError());
  }

  @Test
  void withoutUnitsThatStayUntreatedTheLastPeriodsAreLeftOut() {
    Panel panel = new Market(12, 12, 6, new int[] {3, 5}, (g, k) -> 1, 0.5, 0).panel();
    Fit fit = BASIC.by(EffectsBy.EVENT_TIME).fit(panel);
    assertThat(fit.dropped())
        .containsExactly(new Dropped("treated, without an untreated observation of the same t", 24));
    assertThat(fit.estimate("t::1").stdError()).isPositive();
    assertThat(fit.estimate("t::2").estimate()).isNaN();
    assertThat(fit.warnings()).anyMatch(w -> w.startsWith("t::2 is undefined"));
  }

  @Test
  void observationsWhoseEffectsAreNotConnectedAreLeftOut() {
    // Units 0, 1 are untreated in periods 1 to 3, units 2, 3 in periods 4 to 6: nothing tells how
    // the periods of the one group differ from those of the other.
    double[][] rows = {
      {0, 1, 0, 1}, {0, 2, 0, 2}, {0, 3, 0, 1}, {1, 1, 3, 2}, {1, 2, 3, 3}, {1, 3, 3, 5},
      {2, 4, 0, 1}, {2, 5, 0, 2}, {2, 6, 0, 1}, {3, 4, 6, 1}, {3, 5, 6, 2}, {3, 6, 6, 4},
      {1, 4, 3, 7}
    };
    Panel.Builder builder = Panel.ofRows(rows.length);
    List<String> names = List.of("i", "t", "g", "y");
    for (int c = 0; c < 4; c++) {
      int column = c;
      builder.numeric(names.get(c), row -> rows[row][column]);
    }
    Panel panel = builder.build();
    Fit fit = BASIC.fit(panel);
    assertThat(fit.dropped())
        .containsExactly(
            new Dropped(
                "treated, in effects or covariates that untreated observations do not identify", 1));
    // 5 − (2 + 0) − 1, the same for unit 3: 4 − (1 + 0) = 3 in period 3, and 4 − 1 = 3.
    assertThat(fit.estimate("ATT").estimate()).isCloseTo(3, CLOSE);
  }

  @Test
  void covariatesThatVaryOnlyAmongTheTreatedIdentifyNothing() {
    Market market = market(13);
    Panel panel =
        Rows.with(
            market.panel(),
            "dose",
            row -> market.at(row, 2) == 3 && market.at(row, 1) == 4 ? market.at(row, 4) : 0);
    Fit fit = BASIC.controllingFor("dose").fit(panel);
    assertThat(fit.dropped()).hasSize(1);
    assertThat(fit.dropped().get(0).reason()).contains("covariates");
    assertThat(fit.estimate("ATT").estimate()).isFinite();
  }

  @Test
  void anObservationAloneInItsUnitImputesUnlessSingletonsAreDropped() {
    Panel panel = new Market(14, 12, 5, new int[] {0, 2, 4}, (g, k) -> 1, 0.5, 0).panel();
    Fit kept = BASIC.by(EffectsBy.COHORT).fit(panel);
    assertThat(kept.estimate("cohort::2").estimate()).isFinite();
    assertThat(kept.warnings())
        .contains(
            "4 untreated observations are alone in their level of i; treated ones of it are imputed from one observation");
    Fit dropped = BASIC.by(EffectsBy.COHORT).with(Singletons.DROP).fit(panel);
    assertThat(dropped.estimate("cohort::2").estimate()).isNaN();
    assertThat(dropped.dropped())
        .containsExactly(
            new Dropped("untreated, alone in a level of i or t", 4),
            new Dropped("treated, without an untreated observation of the same i", 16));
  }

  @Test
  void missingValuesAreCountedOnce() {
    Market market = market(15);
    Panel panel =
        Rows.with(market.panel(), "z", row -> row % 10 == 0 ? Double.NaN : market.at(row, 4));
    Fit fit = BASIC.controllingFor("z").fit(panel);
    long missing = (panel.observations() + 9) / 10;
    assertThat(fit.dropped()).contains(new Dropped("z missing", missing));
    long dropped = fit.dropped().stream().mapToLong(Dropped::rows).sum();
    assertThat(fit.observations() + dropped).isEqualTo(panel.observations());
  }

  @Test
  void effectsSeenInOneClusterOnlyAreRemarked() {
    Panel panel = new Market(16, 5, 5, new int[] {0, 0, 3, 0, 0}, (g, k) -> 1, 1, 0).panel();
    assertThat(BASIC.fit(panel).warnings())
        .anyMatch(warning -> warning.startsWith("3 cells of cohort and period lie in a single"));
  }

  @Test
  void aLeadThatTheEffectsExplainIsLeftOutAndNamed() {
    // Everybody starts in 4 and nobody stays untreated: leads are period effects.
    Panel panel = new Market(17, 8, 6, new int[] {4, 5}, (g, k) -> 1, 1, 0).panel();
    Fit fit = BASIC.withLeads(6).fit(panel);
    assertThat(fit.warnings()).anyMatch(w -> w.endsWith("untreated observations do not tell it"));
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

  @Test
  void dataThatCarryNoImputationAreRefused() {
    Panel panel = market(18).panel();
    refused(
        BASIC,
        new Market(19, 6, 4, new int[] {0}, (g, k) -> 0, 1, 0).panel(),
        "None of the 6 units is treated within the periods of the data, according to g.");
    refused(
        BASIC,
        new Market(19, 6, 4, new int[] {1}, (g, k) -> 0, 1, 0).panel(),
        "All 24 observations are treated, according to g.");
    refused(
        BASIC,
        new Market(19, 6, 4, new int[] {3}, (g, k) -> 0, 1, 0).panel(),
        "None of the 12 treated observations can be imputed",
        "12 rows: treated, without an untreated observation of the same t");
    refused(BASIC.withLeads(-1), panel, "the number of leads is -1");
    assertThatThrownBy(() -> BASIC.preTrend(panel)).hasMessageContaining("the number of leads is 0");
    refused(
        BASIC.absorbing(), panel, "No fixed effects were named.");
    refused(
        BASIC.clusteredBy("one"),
        Rows.with(panel, "one", row -> 1),
        "All observations lie in one cluster");
    refused(BASIC.clusteredBy("t"), panel, "It is missing or differs between rows");
    refused(
        Imputation.of("y", "i", "t", "x"), panel, "It is ", "Use a column that has one value");
    refused(
        Imputation.of("y", "region", "t", "g"), panel, "There are two rows with region = ");
  }

  private static void refused(Imputation imputation, Panel panel, String... parts) {
    assertThatThrownBy(() -> imputation.fit(panel))
        .isInstanceOf(DampakException.class)
        .message()
        .contains(parts);
  }
}
