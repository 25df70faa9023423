package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.dampak.estimate.synthetic.PathPoint;
import id.dampak.estimate.synthetic.Predictor;
import id.dampak.estimate.synthetic.PredictorImportance;
import id.dampak.estimate.synthetic.PredictorSynthesis;
import id.dampak.estimate.synthetic.Synthesis;
import id.dampak.estimate.synthetic.SyntheticControlWithPredictors;
import id.dampak.estimate.synthetic.SyntheticControlWithPredictors.PlaceboInSpace;
import id.dampak.estimate.synthetic.Treatment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Basque Country against Synth's help page: W, gaps, and a fit that is no worse. */
class PredictorReferenceTest {
  @Test
  void theLocalOptimumIsThatOfTheHelpPageAndFitsNoWorse() throws IOException {
    Reference basque = Reference.named("basque");
    PredictorSynthesis ours = estimator().synthesise(BasqueData.panel(basque));
    check(basque, ours);
    assertThat(ours.synthesis().fit().warnings())
        .singleElement()
        .asString()
        .startsWith("other importances of the predictors fit the outcome better");
  }

  @Test
  void withTheHelpPagesImportancesWeightsAndGapsAreItsOwnToItsAccuracy() throws IOException {
    Reference basque = Reference.named("basque");
    List<Double> v = new ArrayList<>();
    basque.results("V").forEach(importance -> v.add(importance.asDouble()));
    PredictorSynthesis ours =
        estimator().with(new PredictorImportance.Given(v)).synthesise(BasqueData.panel(basque));
    check(basque, ours);
    ours.synthesis()
        .unitWeights()
        .forEach(w -> near(w.weight(), basque.results("W").get(w.unit()), 1e-5));
    List<PathPoint> path = ours.synthesis().path();
    for (JsonNode gap : basque.results("gaps")) {
      near(path.get(gap.get("year").asInt() - 1955).gap(), gap.get("gap"), 1e-4);
    }
    near(ours.predictorDistance(), basque.results("loss_w"), 1e-5);
  }

  @Test
  void theGlobalOptimumFitsTwiceAsWellAsTheHelpPages() throws IOException {
    Reference basque = Reference.named("basque");
    PredictorSynthesis ours =
        estimator().with(new PredictorImportance.Global(30)).synthesise(BasqueData.panel(basque));
    assertThat(ours.meanSquaredError()).isLessThan(basque.results("loss_v").asDouble() / 2);
  }

  private static void check(Reference basque, PredictorSynthesis ours) {
    ours.synthesis()
        .unitWeights()
        .forEach(w -> near(w.weight(), basque.results("W").get(w.unit()), 0.005));
    assertThat(ours.meanSquaredError()).isLessThanOrEqualTo(basque.results("loss_v").asDouble());
    Reference.near(
        ours.synthesis().fit().estimate(Synthesis.ATT).estimate(),
        basque.results("mean_gap_1970_1997").asDouble(),
        0.02);
  }

  private static void near(double value, JsonNode expected, double tolerance) {
    assertThat(value).isCloseTo(expected.asDouble(), within(tolerance));
  }

  private static SyntheticControlWithPredictors estimator() {
    List<Predictor> predictors = new ArrayList<>();
    BasqueData.SCHOOL.forEach(column -> predictors.add(Predictor.at(column, 1964)));
    predictors.add(Predictor.over("invest", 1964, 1969));
    predictors.add(Predictor.over("gdpcap", 1960, 1969));
    BasqueData.SECTORS.forEach(s -> predictors.add(Predictor.every(2, "sec." + s, 1961, 1969)));
    predictors.add(Predictor.at("popdens", 1969));
    return SyntheticControlWithPredictors.of(
            "gdpcap", "regionno", "year", new Treatment.Indicator("terrorism"), predictors)
        .with(PlaceboInSpace.NONE)
        .fittedOver(1960, 1969);
  }
}
