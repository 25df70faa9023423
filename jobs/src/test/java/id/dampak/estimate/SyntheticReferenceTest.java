package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.dampak.estimate.synthetic.DifferenceInAverages;
import id.dampak.estimate.synthetic.PlaceboRun;
import id.dampak.estimate.synthetic.SimplexSolver;
import id.dampak.estimate.synthetic.Synthesis;
import id.dampak.estimate.synthetic.SyntheticControl;
import id.dampak.estimate.synthetic.SyntheticDifferenceInDifferences;
import id.dampak.estimate.synthetic.TimeWeight;
import id.dampak.estimate.synthetic.Treatment;
import id.dampak.estimate.synthetic.UnitWeight;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * California's Proposition 99 against synthdid 0.0.9. Its own steps are followed to rounding; the
 * exact minimum is held against the case's own exact solution, which is good to 2e-7.
 */
class SyntheticReferenceTest {
  private static final double SAME = 1e-9;
  private static final double EXACT = 1e-3;
  private static final String Y = "PacksPerCapita";
  private static final Treatment TREATED = new Treatment.Indicator("treated");

  @Test
  void syntheticDifferenceInDifferencesMatchesStepForStepAndExactly() throws IOException {
    SyntheticDifferenceInDifferences exact =
        SyntheticDifferenceInDifferences.of(Y, "State", "Year", TREATED);
    checkAll("sdid", exact.with(SimplexSolver.FRANK_WOLFE).synthesise(panel()));
    checkExact("sdid", exact.synthesise(panel()), 1e-8);
  }

  @Test
  void syntheticControlMatchesStepForStepAndExactly() throws IOException {
    SyntheticControl exact = SyntheticControl.of(Y, "State", "Year", TREATED);
    checkAll("sc", exact.with(SimplexSolver.FRANK_WOLFE).synthesise(panel()));
    checkExact("sc", exact.synthesise(panel()), EXACT);
    // Solved in rational arithmetic on the six states with weight.
    assertThat(exact.fit(panel()).estimate(Synthesis.ATT).estimate())
        .isCloseTo(-19.51362976841859, within(1e-11));
  }

  @Test
  void differenceInAveragesMatches() throws IOException {
    Synthesis synthesis = DifferenceInAverages.of(Y, "State", "Year", TREATED).synthesise(panel());
    checkAll("did", synthesis);
    checkExact("did", synthesis, SAME);
  }

  private static Panel panel() throws IOException {
    return Reference.named("california_prop99").panel("State", "Year", Y, "treated");
  }

  private static JsonNode result(String name) throws IOException {
    for (JsonNode result : Reference.named("california_prop99").results("")) {
      if (result.get("name").asText().equals(name)) {
        return result;
      }
    }
    throw new AssertionError(name);
  }

  private static void checkExact(String name, Synthesis synthesis, double tolerance)
      throws IOException {
    assertThat(synthesis.fit().estimate(Synthesis.ATT).estimate())
        .isCloseTo(result(name).get("estimate_exact_qp_no_sparsify").asDouble(), within(tolerance));
  }

  private static void checkAll(String name, Synthesis synthesis) throws IOException {
    JsonNode expected = result(name);
    Estimate estimate = synthesis.fit().estimate(Synthesis.ATT);
    assertThat(estimate.estimate()).isCloseTo(expected.get("estimate").asDouble(), within(SAME));
    assertThat(estimate.stdError())
        .isCloseTo(expected.get("placebo_se_exact").asDouble(), within(SAME));
    List<UnitWeight> omega = synthesis.unitWeights();
    assertThat(omega).hasSize(38);
    for (UnitWeight weight : omega) {
      assertThat(weight.weight())
          .as(weight.unit())
          .isCloseTo(
              expected.get("weights").get("omega").get(weight.unit()).asDouble(), within(SAME));
    }
    List<TimeWeight> lambda = synthesis.timeWeights();
    assertThat(lambda).hasSize(19);
    for (TimeWeight weight : lambda) {
      String year = String.valueOf(weight.period());
      assertThat(weight.weight())
          .as(year)
          .isCloseTo(expected.get("weights").get("lambda").get(year).asDouble(), within(SAME));
    }
    assertThat(synthesis.placebos()).hasSize(38);
    for (PlaceboRun run : synthesis.placebos()) {
      String state = run.units().get(0);
      assertThat(run.estimate())
          .as(state)
          .isCloseTo(expected.get("placebo_taus").get(state).asDouble(), within(SAME));
    }
  }
}
