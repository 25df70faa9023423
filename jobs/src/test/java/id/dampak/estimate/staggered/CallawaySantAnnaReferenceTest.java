package id.dampak.estimate.staggered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Fit;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Reference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Teen employment and minimum wages, and simulated states, against the R package did. */
class CallawaySantAnnaReferenceTest {
  private static final double WITHOUT_COVARIATES = 1e-8;
  private static final double WITH_COVARIATES = 1e-6;
  private static final double SE = 1e-6;

  @Test
  void mpdtaWithoutCovariatesGivesTheNumbersOfDid() throws IOException {
    CallawaySantAnna never = CallawaySantAnna.of("lemp", "countyreal", "year", "first_treat");

    check("never_noX", never, WITHOUT_COVARIATES);
    check(
        "notyet_noX",
        never.but().comparedWith(ComparisonGroup.NOT_YET_TREATED).build(),
        WITHOUT_COVARIATES);
    check(
        "never_noX_universal",
        never.but().basePeriod(BasePeriod.UNIVERSAL).build(),
        WITHOUT_COVARIATES);
  }

  @Test
  void mpdtaGivenPopulationGivesTheNumbersOfDid() throws IOException {
    CallawaySantAnna robust =
        CallawaySantAnna.of("lemp", "countyreal", "year", "first_treat")
            .but()
            .given("lpop")
            .build();

    check("never_lpop_dr", robust, WITH_COVARIATES);
    check(
        "notyet_lpop_dr",
        robust.but().comparedWith(ComparisonGroup.NOT_YET_TREATED).build(),
        WITH_COVARIATES);
    check(
        "never_lpop_reg",
        robust.but().adjustment(Adjustment.OUTCOME_REGRESSION).build(),
        WITH_COVARIATES);
    check(
        "never_lpop_ipw",
        robust.but().adjustment(Adjustment.INVERSE_PROBABILITY).build(),
        WITH_COVARIATES);
  }

  @Test
  void thePreTrendTestGivesThePublishedProbabilities() throws IOException {
    Panel panel =
        Reference.named("mpdta").panel("lemp", "countyreal", "year", "first_treat", "lpop");
    CallawaySantAnna plain = CallawaySantAnna.of("lemp", "countyreal", "year", "first_treat");
    CallawaySantAnna given = plain.but().given("lpop").build();

    assertThat(plain.preTrend(plain.fit(panel)).pValue()).isCloseTo(0.16812, within(5e-6));
    assertThat(given.preTrend(given.fit(panel)).pValue()).isCloseTo(0.23267, within(5e-6));
  }

  @Test
  void simulatedStatesGiveTheNumbersOfDid() throws IOException {
    Reference states = Reference.named("df_het");
    CallawaySantAnna estimator =
        CallawaySantAnna.of("dep_var", "unit", "year", "g")
            .but()
            .comparedWith(ComparisonGroup.NOT_YET_TREATED)
            .build();

    checkAverages(
        estimator,
        states.panel("dep_var", "unit", "year", "g"),
        states.results("cs_notyet"),
        WITHOUT_COVARIATES);
  }

  private static void check(String result, CallawaySantAnna estimator, double tolerance)
      throws IOException {
    Reference mpdta = Reference.named("mpdta");
    Panel panel = mpdta.panel("lemp", "countyreal", "year", "first_treat", "lpop");
    JsonNode theirs = mpdta.results(result);
    Fit fit = checkAverages(estimator, panel, theirs, tolerance);
    for (JsonNode cell : theirs.get("att_gt")) {
      String term = CallawaySantAnna.term(cell.get("group").asInt(), cell.get("time").asInt());
      compare(fit.estimate(term), cell, tolerance);
    }
  }

  private static Fit checkAverages(
      CallawaySantAnna estimator, Panel panel, JsonNode theirs, double tolerance) {
    Fit fit = estimator.fit(panel);
    for (String type : List.of("simple", "dynamic", "calendar")) {
      compare(fit.estimate(type), theirs.get(type).get("overall"), tolerance);
    }
    for (String type : List.of("dynamic", "group", "calendar")) {
      for (JsonNode part : theirs.get(type).get("by")) {
        compare(fit.estimate(CallawaySantAnna.term(type, part.get("at").asInt())), part, tolerance);
      }
    }
    JsonNode group = theirs.get("group").get("overall");
    assertThat(fit.estimate("group").estimate())
        .isCloseTo(group.get("estimate").asDouble(), within(tolerance));
    // Ours is checked by derivatives; that of did 2.1.2 is known to be wrong, and how.
    Reference.near(
        FaultOfDid.stdErrorOfGroupAverage(estimator, panel), group.get("se").asDouble(), SE);
    return fit;
  }

  private static void compare(Estimate ours, JsonNode theirs, double tolerance) {
    assertThat(ours.estimate())
        .as(ours.term())
        .isCloseTo(theirs.get("estimate").asDouble(), within(tolerance));
    if (theirs.get("se").isNull()) {
      assertThat(ours.stdError()).as(ours.term()).isNaN();
    } else {
      Reference.near(ours.stdError(), theirs.get("se").asDouble(), SE);
    }
  }
}
