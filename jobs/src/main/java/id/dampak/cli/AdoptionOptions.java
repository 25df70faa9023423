package id.dampak.cli;

import id.dampak.estimate.staggered.BaconDecomposition;
import id.dampak.estimate.staggered.ComparisonCohort;
import id.dampak.estimate.staggered.Decomposition;
import id.dampak.estimate.staggered.EffectsBy;
import id.dampak.estimate.staggered.Imputation;
import id.dampak.estimate.staggered.SunAbraham;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of regressions for treatments that start at different times and stay. */
final class AdoptionOptions {
  @Option(
      names = "--effects-by",
      description =
          "imputation, sun-abraham: one effect for ${COMPLETION-CANDIDATES}. Default: ALL, and"
              + " EVENT_TIME with sun-abraham.")
  @Nullable EffectsBy by;

  @Option(
      names = "--leads",
      defaultValue = "0",
      paramLabel = "N",
      description = "imputation: periods before treatment that are tested (default: 0).")
  int leads;

  @Option(
      names = "--against",
      defaultValue = "NEVER_TREATED",
      description = "sun-abraham: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  ComparisonCohort against = ComparisonCohort.NEVER_TREATED;

  /** What the untreated observations say the treated would have been. */
  Estimation imputation(PanelFlags flags, RegressionMethods regression, String cohort) {
    Imputation estimator =
        Imputation.of(flags.outcome(), flags.unit(), flags.time(), cohort)
            .by(Optional.ofNullable(by).orElse(EffectsBy.ALL))
            .withLeads(leads)
            .controllingFor(flags.covariates().toArray(String[]::new))
            .with(regression.singletons())
            .withLevel(flags.level());
    if (!regression.fixedEffects().isEmpty()) {
      estimator = estimator.absorbing(regression.fixedEffects().toArray(String[]::new));
    }
    estimator = flags.weights().map(estimator::weightedBy).orElse(estimator);
    Imputation chosen = flags.cluster().map(estimator::clusteredBy).orElse(estimator);
    Map<String, Object> options = described(flags, regression, cohort);
    options.put("effects_by", EstimateCommand.lower(chosen.by()));
    options.put("leads", leads);
    return new Estimation(
        chosen,
        options,
        panel ->
            leads == 0
                ? Estimation.Found.of(chosen.fit(panel))
                : Estimation.Found.of(chosen.fit(panel), chosen.preTrend(panel)));
  }

  /** An event study whose cohorts do not mix. */
  Estimation sunAbraham(
      PanelFlags flags, RegressionMethods regression, String cohort, int reference) {
    Map<String, Object> options = described(flags, regression, cohort);
    SunAbraham estimator =
        SunAbraham.of(flags.outcome(), flags.unit(), flags.time(), cohort)
            .by(Optional.ofNullable(by).orElse(EffectsBy.EVENT_TIME))
            .against(against)
            .withReference(reference)
            .controllingFor(flags.covariates().toArray(String[]::new))
            .with(regression.variance(List.of(flags.unit()), options))
            .with(regression.singletons())
            .withLevel(flags.level());
    if (!regression.fixedEffects().isEmpty()) {
      estimator = estimator.absorbing(regression.fixedEffects().toArray(String[]::new));
    }
    SunAbraham chosen = flags.weights().map(estimator::weightedBy).orElse(estimator);
    options.put("effects_by", EstimateCommand.lower(chosen.by()));
    options.put("against", EstimateCommand.lower(against));
    options.put("reference", reference);
    return new Estimation(chosen, options, panel -> Estimation.Found.of(chosen.fit(panel)));
  }

  /** What a two-way coefficient is made of. */
  Estimation bacon(PanelFlags flags, RegressionMethods regression) {
    Map<String, Object> options = flags.described();
    BaconDecomposition estimator =
        BaconDecomposition.of(flags.outcome(), flags.treatment(), flags.unit(), flags.time())
            .with(regression.variance(List.of(flags.unit()), options))
            .withLevel(flags.level());
    return new Estimation(
        estimator,
        options,
        panel -> {
          Decomposition found = estimator.decompose(panel);
          return new Estimation.Found(
              found.regression(), List.of(), List.of(totals(found), comparisons(found)));
        });
  }

  private static Map<String, Object> described(
      PanelFlags flags, RegressionMethods regression, String cohort) {
    Map<String, Object> options = flags.described();
    options.put("cohort", cohort);
    if (!regression.fixedEffects().isEmpty()) {
      options.put("fixed_effects", regression.fixedEffects());
    }
    options.put("singletons", EstimateCommand.lower(regression.singletons()));
    return options;
  }

  private static FitTable totals(Decomposition found) {
    return new FitTable(
        "by_type",
        List.of("type", "comparisons", "weight", "estimate"),
        found.byType().stream()
            .map(
                total ->
                    List.<Object>of(
                        total.type().label(),
                        (long) total.comparisons(),
                        total.weight(),
                        total.estimate()))
            .toList());
  }

  private static FitTable comparisons(Decomposition found) {
    return new FitTable(
        "comparisons",
        List.of("type", "treated", "control", "weight", "estimate"),
        found.comparisons().stream()
            .map(
                pair ->
                    List.<Object>of(
                        pair.type().label(),
                        (long) pair.treated(),
                        pair.control().isPresent()
                            ? String.valueOf(pair.control().getAsInt())
                            : "untreated",
                        pair.weight(),
                        pair.estimate()))
            .toList());
  }
}
