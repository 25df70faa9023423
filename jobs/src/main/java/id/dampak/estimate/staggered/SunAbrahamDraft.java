package id.dampak.estimate.staggered;

import id.dampak.estimate.Singletons;
import id.dampak.estimate.Variance;
import java.util.List;
import java.util.Optional;

/** The options of {@link SunAbraham} while one of them is changed. */
final class SunAbrahamDraft {
  String outcome;
  String unit;
  String time;
  String cohort;
  EffectsBy by;
  ComparisonCohort comparison;
  int reference;
  List<String> covariates;
  List<String> fixedEffects;
  Optional<String> weights;
  Variance variance;
  Singletons singletons;
  double level;

  SunAbrahamDraft(SunAbraham options) {
    this.outcome = options.outcome();
    this.unit = options.unit();
    this.time = options.time();
    this.cohort = options.cohort();
    this.by = options.by();
    this.comparison = options.comparison();
    this.reference = options.reference();
    this.covariates = options.covariates();
    this.fixedEffects = options.fixedEffects();
    this.weights = options.weights();
    this.variance = options.variance();
    this.singletons = options.singletons();
    this.level = options.level();
  }

  SunAbraham build() {
    return new SunAbraham(
        outcome,
        unit,
        time,
        cohort,
        by,
        comparison,
        reference,
        covariates,
        fixedEffects,
        weights,
        variance,
        singletons,
        level);
  }
}
