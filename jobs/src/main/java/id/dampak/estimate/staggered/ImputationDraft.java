package id.dampak.estimate.staggered;

import id.dampak.estimate.Singletons;
import java.util.List;
import java.util.Optional;

/** The options of {@link Imputation} while one of them is changed. */
final class ImputationDraft {
  String outcome;
  String unit;
  String time;
  String cohort;
  EffectsBy by;
  List<String> effectWeights;
  int leads;
  List<String> covariates;
  List<String> fixedEffects;
  Optional<String> weights;
  String cluster;
  Singletons singletons;
  double level;

  ImputationDraft(Imputation options) {
    this.outcome = options.outcome();
    this.unit = options.unit();
    this.time = options.time();
    this.cohort = options.cohort();
    this.by = options.by();
    this.effectWeights = options.effectWeights();
    this.leads = options.leads();
    this.covariates = options.covariates();
    this.fixedEffects = options.fixedEffects();
    this.weights = options.weights();
    this.cluster = options.cluster();
    this.singletons = options.singletons();
    this.level = options.level();
  }

  Imputation build() {
    return new Imputation(
        outcome,
        unit,
        time,
        cohort,
        by,
        effectWeights,
        leads,
        covariates,
        fixedEffects,
        weights,
        cluster,
        singletons,
        level);
  }
}
