package id.dampak.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dampak.panel.Columns;
import id.dampak.panel.Delimiter;
import id.dampak.panel.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A reference case: data and the numbers that other programs gave; absent on most machines. */
public record Reference(Path folder, JsonNode expected) {
  private static final double ESTIMATE_TOLERANCE = 1e-7;
  private static final double SE_TOLERANCE = 1e-6;

  public static Path shared() {
    Path root = Path.of(System.getProperty("dampak.root", ".."));
    return root.resolve(System.getProperty("dampak.shared", "../shared"));
  }

  public static Reference named(String name) throws IOException {
    Path folder = shared().resolve("reference/econometrics").resolve(name);
    assumeTrue(Files.isDirectory(folder), "reference data are not on this machine");
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    return new Reference(folder, expected);
  }

  public Panel panel(String... columns) {
    return TableFile.read(
        folder.resolve("data.csv"), new Columns(Set.of(columns), Set.of()), Delimiter.COMMA);
  }

  public JsonNode results(String name) {
    return name.isEmpty() ? expected.get("results") : expected.get("results").get(name);
  }

  /**
   * Compares every term and every standard error that the case lists, whatever convention it names.
   *
   * @param terms our names of the terms whose names differ from the case's
   */
  public void check(
      String result,
      FixedEffectsRegression regression,
      Panel panel,
      Map<String, String> terms,
      List<String> clusters) {
    check(result, regression::with, panel, terms, clusters);
  }

  /** The same for any regression that can be had with any variance. */
  void check(
      String result,
      Function<Variance, Estimator> regression,
      Panel panel,
      Map<String, String> terms,
      List<String> clusters) {
    Map<String, Fit> fits = new TreeMap<>();
    Function<String, Fit> fit =
        se -> fits.computeIfAbsent(se, s -> regression.apply(variance(s, clusters)).fit(panel));
    int compared = 0;
    for (JsonNode term : results(result)) {
      String theirs = term.get("name").asText();
      String ours = terms.getOrDefault(theirs, theirs);
      for (Iterator<String> names = term.get("se").fieldNames(); names.hasNext(); compared++) {
        String se = names.next();
        Estimate estimate = fit.apply(se).estimate(ours);
        assertThat(estimate.estimate())
            .as("%s %s", result, theirs)
            .satisfies(v -> near(v, term.get("estimate").asDouble(), ESTIMATE_TOLERANCE));
        assertThat(estimate.stdError())
            .as("%s %s %s", result, theirs, se)
            .satisfies(v -> near(v, term.get("se").get(se), SE_TOLERANCE));
      }
    }
    assertThat(compared).isPositive();
  }

  private static void near(double value, JsonNode expected, double tolerance) {
    if (expected.isNull()) {
      assertThat(value).isNaN();
    } else {
      near(value, expected.asDouble(), tolerance);
    }
  }

  public static void near(double value, double expected, double tolerance) {
    assertThat(Math.abs(value / expected - 1))
        .as("%s against %s", value, expected)
        .isLessThan(tolerance);
  }

  public static Variance variance(String se, List<String> clusters) {
    List<String> first = clusters.isEmpty() ? clusters : clusters.subList(0, 1);
    return switch (se) {
      case "iid" -> new Variance.Iid();
      case "hc1" -> new Variance.Hc1();
      case "cluster_nonnested" ->
          new Variance.Clustered(first, ParameterCount.NESTED, ClusterFactor.MIN);
      case "cluster_Kfull" -> new Variance.Clustered(first, ParameterCount.ALL, ClusterFactor.MIN);
      case "cluster_Knone" -> new Variance.Clustered(first, ParameterCount.NONE, ClusterFactor.MIN);
      case "cluster_Gadj_only" ->
          new Variance.Clustered(first, ParameterCount.OFF, ClusterFactor.MIN);
      case "cluster_CR0" -> new Variance.Clustered(first, ParameterCount.OFF, ClusterFactor.OFF);
      case "twoway_Gmin" ->
          new Variance.Clustered(clusters, ParameterCount.NESTED, ClusterFactor.MIN);
      case "twoway_Gconventional" ->
          new Variance.Clustered(clusters, ParameterCount.NESTED, ClusterFactor.CONVENTIONAL);
      case "twoway_CR0" -> new Variance.Clustered(clusters, ParameterCount.OFF, ClusterFactor.OFF);
      default -> throw new IllegalArgumentException(se);
    };
  }
}
