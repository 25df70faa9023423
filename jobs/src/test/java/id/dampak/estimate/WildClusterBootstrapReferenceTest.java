package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.dampak.estimate.inference.WildClusterBootstrap;
import id.dampak.estimate.inference.WildTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WildClusterBootstrapReferenceTest {

  @Test
  void everySignOfTenYearsGivesTheSharesOfTheReference() throws IOException {
    Reference petersen = Reference.named("wildboot_petersen_year");
    Panel panel = petersen.panel("firm", "year", "x", "y");
    WildClusterBootstrap wild =
        WildClusterBootstrap.of(
            FixedEffectsRegression.of("y", List.of("x")).with(Variance.clusteredBy("year")), 1);
    int compared = 0;
    for (JsonNode expected : petersen.results("")) {
      WildTest test = wild.test(panel, Map.of("x", 1.0), expected.get("null").asDouble());
      assertThat(test.draws()).isEqualTo(1024);
      assertThat(test.symmetric()).isEqualTo(expected.get("p_value").asDouble());
      compared++;
    }
    assertThat(compared).isPositive();
  }
}
