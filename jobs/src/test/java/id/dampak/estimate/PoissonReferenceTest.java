package id.dampak.estimate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Poisson and linear regression of trade on distance with four effects, every standard error. */
class PoissonReferenceTest {
  private static final String[] EFFECTS = {"Origin", "Destination", "Product", "Year"};
  private static final Map<String, String> NAMES = Map.of("log(dist_km)", "distance");
  private static final List<String> CLUSTERS = List.of("Origin", "Destination");

  @Test
  void tradeMatchesByPoisson() throws IOException {
    Reference trade = Reference.named("trade_ppml");
    PoissonRegression regression =
        PoissonRegression.of("Euros", List.of("distance")).absorbing(EFFECTS);
    Panel panel = withLogarithms(trade);
    trade.check("ppml", regression::with, panel, NAMES, CLUSTERS);
    PoissonStep end = regression.estimation(panel).solve();
    Reference.near(
        end.deviance(), trade.expected().get("info").get("ppml").get("deviance").asDouble(), 1e-10);
  }

  @Test
  void tradeMatchesByLeastSquares() throws IOException {
    Reference trade = Reference.named("trade_ppml");
    FixedEffectsRegression regression =
        FixedEffectsRegression.of("log", List.of("distance")).absorbing(EFFECTS);
    trade.check("ols", regression::with, withLogarithms(trade), NAMES, CLUSTERS);
  }

  private static Panel withLogarithms(Reference trade) {
    Panel read = trade.panel("Euros", "dist_km", "Origin", "Destination", "Product", "Year");
    Panel.Builder panel = Panel.ofRows(read.observations());
    panel.numeric("Euros", i -> read.number("Euros", i));
    panel.numeric("log", i -> Math.log(read.number("Euros", i)));
    panel.numeric("distance", i -> Math.log(read.number("dist_km", i)));
    for (String effect : EFFECTS) {
      List<String> labels =
          IntStream.range(0, read.observations()).mapToObj(i -> read.label(effect, i)).toList();
      panel.categorical(effect, labels);
    }
    return panel.build();
  }
}
