package id.dampak.estimate.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Reference;
import id.dampak.linalg.Matrix;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The Medicaid example of HonestDiD: five periods before the event, two after. */
class HonestReferenceTest {
  private static final int PERIODS = 7;

  private static HonestInference inference(Reference ehec) {
    Panel panel = ehec.panel("betahat", "V1", "V2", "V3", "V4", "V5", "V6", "V7");
    double[] estimates = new double[PERIODS];
    double[] covariance = new double[PERIODS * PERIODS];
    for (int i = 0; i < PERIODS; i++) {
      estimates[i] = panel.number("betahat", i);
      for (int j = 0; j < PERIODS; j++) {
        covariance[i * PERIODS + j] = panel.number("V" + (j + 1), i);
      }
    }
    return HonestInference.ofFirstEffect(
        EventCoefficients.of(5, estimates, Matrix.of(PERIODS, PERIODS, covariance)));
  }

  @Test
  void theOriginalIntervalMatches() throws IOException {
    Reference ehec = Reference.named("honestdid_ehec");
    JsonNode original = ehec.results("original");
    RobustInterval ours = inference(ehec).original();
    Reference.near(ours.confLow(), original.get("lb").get(0).get(0).asDouble(), 1e-12);
    Reference.near(ours.confHigh(), original.get("ub").get(0).get(0).asDouble(), 1e-12);
  }

  @Test
  void theIntervalUnderSmoothnessMatchesForEveryM() throws IOException {
    Reference ehec = Reference.named("honestdid_ehec");
    HonestInference inference = inference(ehec);
    JsonNode published = ehec.expected().get("published").get("DeltaSD");
    int compared = 0;
    for (JsonNode row : ehec.results("DeltaSD")) {
      RobustInterval ours = inference.smoothness(row.get("M").asDouble());
      same(ours, row.get("lb").asDouble(), row.get("ub").asDouble(), 1e-3);
      double readme = published.get("lb").get(compared).asDouble();
      same(ours, readme, published.get("ub").get(compared).asDouble(), 1e-3);
      compared++;
    }
    assertThat(compared).isEqualTo(6);
  }

  @Test
  void theIntervalUnderRelativeMagnitudesMatchesForEveryMbar() throws IOException {
    Reference ehec = Reference.named("honestdid_ehec");
    HonestInference inference = inference(ehec);
    JsonNode published = ehec.expected().get("published").get("DeltaRM");
    int compared = 0;
    for (JsonNode row : ehec.results("DeltaRM")) {
      RobustInterval ours = inference.relativeMagnitudes(row.get("Mbar").asDouble());
      same(ours, row.get("lb").asDouble(), row.get("ub").asDouble(), 1.5e-3);
      double readme = published.get("lb").get(compared).asDouble();
      same(ours, readme, published.get("ub").get(compared).asDouble(), 1.5e-3);
      compared++;
    }
    assertThat(compared).isEqualTo(4);
  }

  /** The same data in the README of the Stata command, whose numbers have three decimals. */
  @Test
  void theAverageEffectMatchesTheStataCommandForEveryMbar() throws IOException {
    HonestInference first = inference(Reference.named("honestdid_ehec"));
    HonestInference average = HonestInference.ofAverageEffect(first.study());
    double tolerance = 1.5e-3;
    same(average.original(), 0.040, 0.075, tolerance);
    same(average.relativeMagnitudes(0), 0.041, 0.075, tolerance);
    same(average.relativeMagnitudes(0.5), 0.033, 0.080, tolerance);
    same(average.relativeMagnitudes(1), 0.020, 0.090, tolerance);
    same(average.relativeMagnitudes(1.5), 0.006, 0.103, tolerance);
    same(average.relativeMagnitudes(2), -0.008, 0.117, tolerance);
  }

  @Test
  void theEffectBreaksDownJustUnderTwiceTheLargestStepBefore() throws IOException {
    // The README reads its table: significant for Mbar up to 1.5, not at 2; for M to 0.02, not
    // 0.03.
    HonestInference inference = inference(Reference.named("honestdid_ehec"));
    assertThat(inference.breakdownRelativeMagnitudes(0)).isBetween(1.9, 2.0);
    assertThat(inference.breakdownSmoothness(0)).isBetween(0.02, 0.03);
  }

  private static void same(RobustInterval ours, double low, double high, double tolerance) {
    assertThat(ours.confLow()).isCloseTo(low, within(tolerance));
    assertThat(ours.confHigh()).isCloseTo(high, within(tolerance));
  }
}
