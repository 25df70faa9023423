package id.dampak.cli;

import id.dampak.estimate.Fit;
import id.dampak.estimate.staggered.Adjustment;
import id.dampak.estimate.staggered.BasePeriod;
import id.dampak.estimate.staggered.BeforeAndAfter;
import id.dampak.estimate.staggered.CallawaySantAnna;
import id.dampak.estimate.staggered.CallawaySantAnnaBuilder;
import id.dampak.estimate.staggered.ComparisonGroup;
import id.dampak.estimate.staggered.DoublyRobust;
import id.dampak.estimate.staggered.IncompleteUnits;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of methods for treatments that start at different times and stay. */
final class StaggeredOptions {
  @Option(
      names = "--cohort",
      paramLabel = "COLUMN",
      description = "Staggered: first treated period of the unit; 0 or empty where never.")
  @Nullable String cohort;

  @Option(
      names = "--compare",
      defaultValue = "NEVER_TREATED",
      description = "Staggered: with whom, ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  ComparisonGroup comparison = ComparisonGroup.NEVER_TREATED;

  @Option(
      names = "--base",
      defaultValue = "VARYING",
      description = "Staggered: base period, ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  BasePeriod base = BasePeriod.VARYING;

  @Option(
      names = "--anticipation",
      defaultValue = "0",
      paramLabel = "PERIODS",
      description = "Staggered: effects may begin that much earlier (default: ${DEFAULT-VALUE}).")
  int anticipation;

  @Option(
      names = "--adjust",
      description =
          "How --regressors make units alike: ${COMPLETION-CANDIDATES}. Default: DOUBLY_ROBUST, and"
              + " IMPROVED_DOUBLY_ROBUST with did-2x2.")
  @Nullable Adjustment adjustment;

  @Option(
      names = "--incomplete",
      defaultValue = "DROP",
      description =
          "Staggered: units not observed in every period, ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  IncompleteUnits incomplete = IncompleteUnits.DROP;

  @Option(
      names = "--balance",
      paramLabel = "E",
      description = "Staggered: averages over event time of cohorts observed to event time E only.")
  @Nullable Integer balance;

  @Option(
      names = "--before",
      paramLabel = "COLUMN",
      description = "did-2x2: the outcome before; --outcome is the one after.")
  @Nullable String before;

  /** The column of the first treated period. */
  String cohort(PanelFlags flags) {
    return flags.required("--cohort", Optional.ofNullable(cohort));
  }

  /** Effects by cohort and period, and their averages. */
  Estimation callawaySantAnna(PanelFlags flags) {
    String start = cohort(flags);
    CallawaySantAnnaBuilder builder =
        CallawaySantAnna.of(flags.outcome(), flags.unit(), flags.time(), start)
            .but()
            .comparedWith(comparison)
            .basePeriod(base)
            .anticipatedBy(anticipation)
            .given(flags.covariates().toArray(String[]::new))
            .adjustment(adjustment(Adjustment.DOUBLY_ROBUST))
            .incomplete(incomplete)
            .level(flags.level());
    Optional.ofNullable(balance).ifPresent(builder::balancedTo);
    flags.cluster().ifPresent(builder::clusteredBy);
    CallawaySantAnna estimator = builder.build();
    Map<String, Object> options = flags.described();
    options.put("cohort", start);
    options.put("compare", EstimateCommand.lower(comparison));
    options.put("base", EstimateCommand.lower(base));
    options.put("anticipation", anticipation);
    options.put("adjust", EstimateCommand.lower(estimator.adjustment()));
    options.put("incomplete", EstimateCommand.lower(incomplete));
    Optional.ofNullable(balance).ifPresent(periods -> options.put("balance", periods));
    return new Estimation(
        estimator,
        options,
        panel -> {
          Fit fit = estimator.fit(panel);
          return Estimation.Found.of(fit, estimator.preTrend(fit));
        });
  }

  /** Two groups before and after, in two columns. */
  Estimation twoByTwo(PanelFlags flags) {
    String first = flags.required("--before", Optional.ofNullable(before));
    DoublyRobust estimator =
        DoublyRobust.of(
                new BeforeAndAfter.Columns(first, flags.outcome()),
                flags.treatment(),
                flags.covariates())
            .with(adjustment(Adjustment.IMPROVED_DOUBLY_ROBUST))
            .withLevel(flags.level());
    DoublyRobust clustered = flags.cluster().map(estimator::clusteredBy).orElse(estimator);
    Map<String, Object> options = flags.described();
    options.put("before", first);
    options.put("adjust", EstimateCommand.lower(estimator.adjustment()));
    return new Estimation(clustered, options, panel -> Estimation.Found.of(clustered.fit(panel)));
  }

  private Adjustment adjustment(Adjustment otherwise) {
    return Optional.ofNullable(adjustment).orElse(otherwise);
  }
}
