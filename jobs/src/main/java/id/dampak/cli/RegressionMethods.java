package id.dampak.cli;

import static java.util.stream.Collectors.joining;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.ExposureEventStudy;
import id.dampak.estimate.Fit;
import id.dampak.estimate.FixedEffectsRegression;
import id.dampak.estimate.PoissonEventStudy;
import id.dampak.estimate.PoissonRegression;
import id.dampak.estimate.Singletons;
import id.dampak.estimate.Variance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Regressions as the flags ask for them.
 *
 * @param flags those of all methods
 * @param fixedEffects columns whose levels have constants of their own
 * @param singletons what becomes of observations alone in a level
 * @param event those of an event study
 * @param errors those of standard errors
 * @param inference those of few clusters, near places and many tests
 * @param sensitivity those of what an effect rests on
 */
record RegressionMethods(
    PanelFlags flags,
    List<String> fixedEffects,
    Singletons singletons,
    EventOptions event,
    VarianceOptions errors,
    InferenceOptions inference,
    SensitivityOptions sensitivity) {
  /** Methods whose clusters have moments that add up, which the other inference is made of. */
  private static final EnumSet<EstimateMethod> LINEAR =
      EnumSet.of(EstimateMethod.OLS, EstimateMethod.FEOLS, EstimateMethod.EVENT_STUDY);

  /** Least squares, with or without fixed effects. */
  Estimation regression() {
    List<String> effects = effects();
    List<String> terms = new ArrayList<>(flags.covariates());
    flags
        .treatmentColumn()
        .ifPresent(
            treatment -> {
              if (effects.isEmpty()) {
                throw flags.misuse("--treatment needs --unit and --time, or --fe.");
              }
              terms.add(0, treatment);
            });
    if (flags.method() == EstimateMethod.OLS && !effects.isEmpty()) {
      throw flags.misuse("--method ols has no fixed effects; use --method feols.");
    }
    if (flags.method() == EstimateMethod.FEOLS && effects.isEmpty()) {
      throw flags.misuse("--method feols needs --fe, or --unit and --time.");
    }
    if (terms.isEmpty()) {
      throw flags.misuse("name --regressors, or --treatment with --unit and --time.");
    }
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("outcome", flags.outcome());
    options.put("regressors", terms);
    options.put("fixed_effects", effects);
    FixedEffectsRegression regression =
        new FixedEffectsRegression(
            flags.outcome(),
            terms,
            effects,
            weights(options),
            variance(List.of(), options),
            singletons,
            flags.level());
    Estimator estimator = inference.refined(regression, errors, flags);
    return new Estimation(
        estimator,
        closed(options),
        panel -> {
          Fit fit = estimator.fit(panel);
          return new Estimation.Found(
              fit, List.of(), inference.tables(regression, fit, panel, flags));
        });
  }

  /** Named effects, or for a treatment those of unit and time. */
  private List<String> effects() {
    return fixedEffects.isEmpty()
            && flags.unitColumn().isPresent()
            && flags.timeColumn().isPresent()
        ? List.of(flags.unit(), flags.time())
        : fixedEffects;
  }

  /** Poisson pseudo maximum likelihood, with or without fixed effects. */
  Estimation poisson(Optional<String> offset) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("outcome", flags.outcome());
    options.put("regressors", flags.covariates());
    options.put("fixed_effects", fixedEffects);
    offset.ifPresent(column -> options.put("offset", column));
    Estimator estimator =
        new PoissonRegression(
            flags.outcome(),
            flags.covariates(),
            fixedEffects,
            weights(options),
            offset,
            variance(List.of(), options),
            singletons,
            flags.level());
    return new Estimation(
        estimator, closed(options), panel -> Estimation.Found.of(estimator.fit(panel)));
  }

  /** An event study in the intensity of exposure. */
  Estimation eventStudy() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("outcome", flags.outcome());
    ExposureEventStudy study = study(eventPeriod(), options);
    Estimator estimator = inference.refined(study, errors, flags);
    return new Estimation(
        estimator,
        closed(options),
        panel -> {
          Fit fit = estimator.fit(panel);
          List<FitTable> tables = new ArrayList<>(inference.tables(study, fit, panel, flags));
          tables.addAll(SensitivityAnalysis.tables(sensitivity, flags, study, panel, fit));
          return new Estimation.Found(fit, List.of(study.preTrend(panel)), tables);
        },
        sensitivity.columns());
  }

  /** The same for the logarithm of what is expected, zeros included. */
  Estimation poissonEventStudy() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("outcome", flags.outcome());
    PoissonEventStudy study = new PoissonEventStudy(study(eventPeriod(), options));
    return new Estimation(
        study,
        closed(options),
        panel -> Estimation.Found.of(study.fit(panel), study.preTrend(panel)));
  }

  private int eventPeriod() {
    if (event.exposure == null
        || flags.unitColumn().isEmpty()
        || flags.timeColumn().isEmpty()
        || event.eventPeriod == null) {
      throw flags.misuse(
          "--method %s needs --exposure, --unit, --time and --event-period."
              .formatted(flags.method()));
    }
    return event.eventPeriod;
  }

  /** The options of an event study whose event starts in a period. */
  ExposureEventStudy study(int eventPeriod, Map<String, Object> options) {
    String exposure = flags.required("--exposure", Optional.ofNullable(event.exposure));
    if (!fixedEffects.isEmpty() || flags.treatmentColumn().isPresent()) {
      throw flags.misuse(
          "an event study has unit and period effects; name --groups instead of --fe, --exposure"
              + " instead of --treatment.");
    }
    options.put("exposure", exposure);
    options.put("unit", flags.unit());
    options.put("time", flags.time());
    options.put("event_period", eventPeriod);
    options.put("reference", event.reference);
    event.bins().ifPresent(b -> options.put("bins", b.first() + ":" + b.last()));
    options.put("groups", event.groups);
    options.put("controls", flags.covariates());
    Optional.ofNullable(event.by).ifPresent(by -> options.put("by", by));
    return new ExposureEventStudy(
        flags.outcome(),
        exposure,
        flags.unit(),
        flags.time(),
        eventPeriod,
        event.reference,
        event.bins(),
        event.groups,
        flags.covariates(),
        weights(options),
        Optional.ofNullable(event.by),
        variance(List.of(flags.unit()), options),
        singletons,
        flags.level());
  }

  private Map<String, Object> closed(Map<String, Object> options) {
    options.put("singletons", EstimateCommand.lower(singletons));
    options.put("level", flags.level());
    return options;
  }

  private Optional<String> weights(Map<String, Object> options) {
    flags.weights().ifPresent(column -> options.put("weights", column));
    return flags.weights();
  }

  /** The variance that the flags ask for; clustered by {@code otherwise} if by nothing. */
  Variance variance(List<String> otherwise, Map<String, Object> options) {
    String contradiction = errors.contradiction(otherwise);
    if (!contradiction.isEmpty()) {
      throw flags.misuse(contradiction);
    }
    if (errors.kind(otherwise).needsMoments() && !LINEAR.contains(flags.method())) {
      throw flags.misuse(
          "--se %s goes with --method %s."
              .formatted(
                  EstimateCommand.lower(errors.kind(otherwise)),
                  LINEAR.stream().map(EstimateMethod::toString).collect(joining(", "))));
    }
    Variance variance = errors.variance(otherwise);
    errors.describe(variance, options);
    inference.describe(errors, flags.draws(), options);
    return variance;
  }
}
