package id.dampak.cli;

import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.LinearEstimator;
import id.dampak.estimate.Panel;
import id.dampak.estimate.inference.AdjustedPValue;
import id.dampak.estimate.inference.BellMcCaffrey;
import id.dampak.estimate.inference.ConleySpatial;
import id.dampak.estimate.inference.Hypothesis;
import id.dampak.estimate.inference.MultipleTesting;
import id.dampak.estimate.inference.PoissonClusterBootstrap;
import id.dampak.estimate.inference.SpatialKernel;
import id.dampak.estimate.inference.WildClusterBootstrap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The flags of inference that takes more than one formula: few clusters, near places, many tests.
 */
final class InferenceOptions {
  /** P values that hold for all terms at once. */
  enum Family {
    HOLM,
    ROMANO_WOLF
  }

  private static final int WILD_DRAWS = 9_999;
  private static final int BOOTSTRAP_DRAWS = 999;

  @Option(
      names = "--place",
      split = ",",
      paramLabel = "COLUMN",
      description = "--se conley: columns of latitude and longitude, in degrees.")
  List<String> place = List.of();

  @Option(
      names = "--cutoff",
      paramLabel = "KM",
      description = "--se conley: distance beyond which clusters are independent.")
  @Nullable Double cutoff;

  @Option(
      names = "--kernel",
      defaultValue = "BARTLETT",
      description = "--se conley: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  SpatialKernel kernel = SpatialKernel.BARTLETT;

  @Option(
      names = "--crossing",
      defaultValue = "HELD",
      description =
          "--se bootstrap: effects that cross clusters are ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}, for 20 clusters or more).")
  CrossingEffects crossing = CrossingEffects.HELD;

  @Option(
      names = "--all-terms",
      description =
          "P values that hold for all terms at once: ${COMPLETION-CANDIDATES}; the second needs"
              + " --cluster.")
  @Nullable Family family;

  /** A regression with the standard errors, intervals and p values that were asked for. */
  Estimator refined(LinearEstimator regression, VarianceOptions errors, PanelFlags flags) {
    DrawOptions draws = flags.draws();
    return switch (errors.kind(errors.clusters)) {
      case IID, HC1, CLUSTER -> regression;
      case CR2 -> new BellMcCaffrey(regression);
      case WILD ->
          WildClusterBootstrap.of(regression, draws.seed).withDraws(draws.countOr(WILD_DRAWS));
      case BOOTSTRAP -> bootstrap(regression, draws);
      case CONLEY -> conley(regression, flags);
    };
  }

  private PoissonClusterBootstrap bootstrap(LinearEstimator regression, DrawOptions draws) {
    return PoissonClusterBootstrap.of(regression, draws.seed)
        .with(crossing)
        .withDraws(draws.countOr(BOOTSTRAP_DRAWS));
  }

  private Estimator conley(LinearEstimator regression, PanelFlags flags) {
    if (place.size() != 2) {
      throw flags.misuse("--se conley needs --place LATITUDE,LONGITUDE.");
    }
    return new ConleySpatial(
        regression,
        place.get(0),
        place.get(1),
        Optional.ofNullable(cutoff)
            .orElseThrow(() -> flags.misuse("--se conley needs --cutoff KM.")),
        kernel);
  }

  /** Adds the flags, as they were understood, to the options of a result. */
  void describe(VarianceOptions errors, DrawOptions draws, Map<String, Object> options) {
    switch (errors.kind(errors.clusters)) {
      case IID, HC1, CLUSTER, CR2 -> {}
      case WILD -> drawn(draws, WILD_DRAWS, options);
      case BOOTSTRAP -> {
        drawn(draws, BOOTSTRAP_DRAWS, options);
        options.put("crossing", EstimateCommand.lower(crossing));
      }
      case CONLEY -> {
        options.put("place", place);
        Optional.ofNullable(cutoff).ifPresent(km -> options.put("cutoff_km", km));
        options.put("kernel", EstimateCommand.lower(kernel));
      }
    }
  }

  private static void drawn(DrawOptions draws, int usual, Map<String, Object> options) {
    options.put("draws", draws.countOr(usual));
    options.put("seed", draws.seed);
  }

  /** Adjusted p values of the terms of a fit, where they were asked for. */
  List<FitTable> tables(LinearEstimator regression, Fit fit, Panel panel, PanelFlags flags) {
    return Optional.ofNullable(family)
        .map(asked -> adjusted(asked, regression, fit, panel, flags.draws()))
        .map(
            values ->
                new FitTable(
                    "all_terms_at_once",
                    List.of("term", "p_value", "adjusted_p_value"),
                    values.stream()
                        .map(
                            value ->
                                List.<Object>of(value.name(), value.pValue(), value.adjusted()))
                        .toList()))
        .stream()
        .toList();
  }

  private List<AdjustedPValue> adjusted(
      Family family, LinearEstimator regression, Fit fit, Panel panel, DrawOptions draws) {
    return switch (family) {
      case HOLM -> MultipleTesting.holm(fit.estimates());
      case ROMANO_WOLF ->
          MultipleTesting.romanoWolf(
              bootstrap(regression, draws).draw(panel),
              fit.estimates().stream().map(e -> Hypothesis.ofTerm(e.term())).toList());
    };
  }
}
