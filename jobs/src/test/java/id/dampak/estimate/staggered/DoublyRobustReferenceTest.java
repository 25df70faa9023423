package id.dampak.estimate.staggered;

import com.fasterxml.jackson.databind.JsonNode;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Reference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The earnings of NSW trainees and of CPS men against the R package DRDID. */
class DoublyRobustReferenceTest {
  private static final List<String> COVARIATES =
      List.of("age", "educ", "black", "married", "nodegree", "hisp", "re74");

  @Test
  void everyMethodGivesTheNumbersOfDrdid() throws IOException {
    Reference nsw = Reference.named("nsw_lalonde_drdid");
    Panel panel =
        nsw.panel(
            "re75",
            "re78",
            "experimental",
            "age",
            "educ",
            "black",
            "married",
            "nodegree",
            "hisp",
            "re74");

    check(nsw, panel, "drdid_imp", COVARIATES, Adjustment.IMPROVED_DOUBLY_ROBUST);
    check(nsw, panel, "drdid_trad", COVARIATES, Adjustment.DOUBLY_ROBUST);
    check(nsw, panel, "reg", COVARIATES, Adjustment.OUTCOME_REGRESSION);
    check(nsw, panel, "ipw", COVARIATES, Adjustment.UNNORMALISED_INVERSE_PROBABILITY);
    check(nsw, panel, "std_ipw", COVARIATES, Adjustment.INVERSE_PROBABILITY);
    check(nsw, panel, "nocov", List.of(), Adjustment.DOUBLY_ROBUST);
  }

  private static void check(
      Reference nsw, Panel panel, String name, List<String> covariates, Adjustment adjustment) {
    Estimate ours =
        DoublyRobust.of(new BeforeAndAfter.Columns("re75", "re78"), "experimental", covariates)
            .with(adjustment)
            .fit(panel)
            .estimate(DoublyRobust.ATT);
    JsonNode theirs = nsw.results(name);
    Reference.near(ours.estimate(), theirs.get("estimate").asDouble(), 1e-5);
    Reference.near(ours.stdError(), theirs.get("se").asDouble(), 1e-5);
  }
}
