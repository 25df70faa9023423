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
import id.dampak.estimate.synthetic.Treatment;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Proposition 99 against synthdid: estimates, weights, every placebo, standard errors. */
class SyntheticReferenceTest {
  private static final Treatment TREATED = new Treatment.Indicator("treated");

  @Test
  void print() throws IOException {
    Reference california = Reference.named("california_prop99");
    Panel panel = california.panel("State", "Year", "PacksPerCapita", "treated");
    SyntheticDifferenceInDifferences sdid =
        SyntheticDifferenceInDifferences.of("PacksPerCapita", "State", "Year", TREATED);
    SyntheticControl sc = SyntheticControl.of("PacksPerCapita", "State", "Year", TREATED);
    DifferenceInAverages did =
        DifferenceInAverages.of("PacksPerCapita", "State", "Year", TREATED);
    show(california.expected().get("results").get(0), sdid.with(SimplexSolver.FRANK_WOLFE).synthesise(panel));
    show(california.expected().get("results").get(0), sdid.synthesise(panel));
    show(california.expected().get("results").get(1), sc.with(SimplexSolver.FRANK_WOLFE).synthesise(panel));
    show(california.expected().get("results").get(1), sc.synthesise(panel));
    show(california.expected().get("results").get(2), did.synthesise(panel));
  }

  void show(JsonNode e, Synthesis s) {
    System.out.println(s.fit().estimate("att") + " " + e.get("estimate") + " " + e.get("estimate_exact_qp_no_sparsify") + " se " + e.get("placebo_se_exact"));
    double dw = 0, dl = 0, dp = 0;
    for (var w : s.unitWeights()) dw = Math.max(dw, Math.abs(w.weight() - e.get("weights").get("omega").get(w.unit()).asDouble()));
    for (var w : s.timeWeights()) dl = Math.max(dl, Math.abs(w.weight() - e.get("weights").get("lambda").get("" + w.period()).asDouble()));
    for (PlaceboRun r : s.placebos()) dp = Math.max(dp, Math.abs(r.estimate() - e.get("placebo_taus").get(r.units().get(0)).asDouble()));
    System.out.println("dw " + dw + " dl " + dl + " dp " + dp + " " + s.permutation());
  }
}
