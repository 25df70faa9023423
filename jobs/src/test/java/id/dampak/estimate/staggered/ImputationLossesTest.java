package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.dampak.error.DampakException;
import id.dampak.estimate.Dropped;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Singletons;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Observations that do not enter an imputation, and data that carry none. */
class ImputationLossesTest {
  private static final Offset<Double> CLOSE = within(1e-10);
  private static final int[] STARTS = {0, 3, 5, 0, 6, 4};
  private static final Imputation BASIC = Imputation.of("y", "i", "t", "g");

  private static Market market(long seed) {
    return new Market(seed, 30, 7, STARTS, (g, k) -> 0.2 * g + 0.5 * k, 1, 0.15);
  }

  @Test
  void unitsNeverSeenUntreatedAreLeftOutWithTheirCount() {
    Panel panel = new Market(11, 12, 5, new int[] {0, 1, 3}, (g, k) -> 1, 0.5, 0).panel();
    Fit fit = BASIC.fit(panel);
    assertThat(fit.dropped())
        .containsExactly(
            new Dropped("treated, without an untreated observation of the same i", 20));
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
        .containsExactly(
            new Dropped("treated, without an untreated observation of the same t", 24));
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
                "treated, in effects or covariates that untreated observations do not identify",
                1));
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
  void covariatesThatTheEffectsExplainAreNamedAndChangeNothing() {
    Market market = market(20);
    Panel panel = Rows.with(market.panel(), "twice", row -> 2 * market.at(row, 4));
    Fit fit = BASIC.controllingFor("x", "region", "twice").fit(panel);
    assertThat(fit.warnings())
        .containsOnlyOnce(
            "region is left out: the effects and covariates before it explain it where untreated",
            "twice is left out: the effects and covariates before it explain it where untreated");
    Estimate plain = BASIC.controllingFor("x").fit(panel).estimate("ATT");
    assertThat(fit.estimate("ATT").estimate()).isCloseTo(plain.estimate(), CLOSE);
    assertThat(fit.estimate("ATT").stdError()).isCloseTo(plain.stdError(), CLOSE);
  }

  @Test
  void anObservationAloneInItsUnitImputesUnlessSingletonsAreDropped() {
    Panel panel = new Market(14, 12, 5, new int[] {0, 2, 4}, (g, k) -> 1, 0.5, 0).panel();
    Fit kept = BASIC.by(EffectsBy.COHORT).fit(panel);
    assertThat(kept.estimate("cohort::2").estimate()).isFinite();
    assertThat(kept.warnings())
        .contains(
            "4 untreated observations are alone in their level of i; treated ones of it are imputed"
                + " from one observation");
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
    int missing = (panel.observations() + 9) / 10;
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
    refused(
        Imputation.of("zero", "i", "t", "g"),
        Rows.with(panel, "zero", row -> 0),
        "It is the same in every observation.");
    refused(
        BASIC,
        new Market(19, 6, 1, new int[] {0, 1}, (g, k) -> 0, 1, 0).panel(),
        "3 rows: treated, without an untreated observation of the same i");
    refused(BASIC.withLeads(-1), panel, "the number of leads is -1");
    assertThatThrownBy(() -> BASIC.preTrend(panel))
        .hasMessageContaining("the number of leads is 0");
    refused(BASIC.absorbing(), panel, "No fixed effects were named.");
    refused(
        BASIC.clusteredBy("one"),
        Rows.with(panel, "one", row -> 1),
        "All observations lie in one cluster");
    refused(BASIC.clusteredBy("t"), panel, "It is missing or differs between rows");
    refused(Imputation.of("y", "i", "t", "x"), panel, "It is ", "Use a column that has one value");
    refused(Imputation.of("y", "region", "t", "g"), panel, "There are two rows with region = ");
  }

  private static void refused(Imputation imputation, Panel panel, String... parts) {
    assertThatThrownBy(() -> imputation.fit(panel))
        .isInstanceOf(DampakException.class)
        .message()
        .contains(parts);
  }
}
