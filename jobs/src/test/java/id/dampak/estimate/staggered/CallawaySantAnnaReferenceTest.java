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
  void simulatedStatesGiveTheNumbersOfDid() throws IOException {
    Reference states = Reference.named("df_het");
    Fit fit =
        CallawaySantAnna.of("dep_var", "unit", "year", "g")
            .but()
            .comparedWith(ComparisonGroup.NOT_YET_TREATED)
            .build()
            .fit(states.panel("dep_var", "unit", "year", "g"));

    checkAggregates(fit, states.results("cs_notyet"), WITHOUT_COVARIATES);
  }

  private static void check(String result, CallawaySantAnna estimator, double tolerance)
      throws IOException {
    Reference mpdta = Reference.named("mpdta");
    Panel panel = mpdta.panel("lemp", "countyreal", "year", "first_treat", "lpop");
    Fit fit = estimator.fit(panel);
    JsonNode theirs = mpdta.results(result);
    for (JsonNode cell : theirs.get("att_gt")) {
      String term = CallawaySantAnna.term(cell.get("group").asInt(), cell.get("time").asInt());
      compare(fit.estimate(term), cell, tolerance);
    }
    checkAggregates(fit, theirs, tolerance);
  }

  private static void checkAggregates(Fit fit, JsonNode theirs, double tolerance) {
    for (String type : List.of("simple", "dynamic", "group", "calendar")) {
      compare(fit.estimate(type), theirs.get(type).get("overall"), tolerance);
      for (JsonNode part : theirs.get(type).path("by")) {
        compare(fit.estimate(type + "(" + part.get("at").asInt() + ")"), part, tolerance);
      }
    }
  }

  private static double maxE = 0, maxS = 0;

  private static void compare(Estimate ours, JsonNode theirs, double tolerance) {
    assertThat(ours.estimate())
        .as(ours.term())
        .isCloseTo(theirs.get("estimate").asDouble(), within(tolerance));
    if (theirs.get("se").isNull()) {
      assertThat(ours.stdError()).as(ours.term()).isNaN();
    } else {
      Reference.near(ours.stdError(), theirs.get("se").asDouble(), SE);
      maxE = Math.max(maxE, Math.abs(ours.estimate() - theirs.get("estimate").asDouble()));
      maxS = Math.max(maxS, Math.abs(ours.stdError() / theirs.get("se").asDouble() - 1));
      System.out.println("MAX " + maxE + " " + maxS);
    }
  }
}
