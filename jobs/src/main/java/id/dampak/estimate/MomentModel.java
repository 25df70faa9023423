package id.dampak.estimate;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What passes over pieces of a panel need to know of a regression.
 *
 * @param outcome numeric column
 * @param columns regressors that are held as columns, or products of them
 * @param weights column of weights, or none
 * @param effects one or two fixed effects
 * @param group the one of them whose levels no piece splits
 * @param variance how standard errors are computed
 * @param singletons what becomes of observations that are alone in a level of an effect
 * @param study the event study that the dummies are of, or none
 */
record MomentModel(
    String outcome,
    List<String> columns,
    List<String> weights,
    List<String> effects,
    String group,
    Variance variance,
    Singletons singletons,
    List<ExposureEventStudy> study)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  MomentModel {
    columns = List.copyOf(columns);
    weights = List.copyOf(weights);
    effects = List.copyOf(effects);
    study = List.copyOf(study);
  }

  static MomentModel of(FixedEffectsRegression regression, String group) {
    return new MomentModel(
        regression.outcome(),
        regression.regressors(),
        regression.weights().stream().toList(),
        regression.fixedEffects(),
        group,
        regression.variance(),
        regression.singletons(),
        List.of());
  }

  static MomentModel of(ExposureEventStudy study) {
    return new MomentModel(
        study.outcome(),
        study.controls(),
        study.weights().stream().toList(),
        study.effects(),
        study.unit(),
        study.variance(),
        study.singletons(),
        List.of(study));
  }

  /** The effect that is eliminated, if there is one beside the groups. */
  Optional<String> levels() {
    return effects.stream().filter(effect -> !effect.equals(group)).findFirst();
  }

  ClusterPlan clusters() {
    return ClusterPlan.of(group, variance);
  }

  /** The observations of a piece that may enter; singletons are not looked for. */
  Sample sample(Panel piece) {
    Sample sample = new Sample(piece);
    if (study.isEmpty()) {
      sample.requireNumbers(outcome);
      sample.requireTerms(columns);
      weights.forEach(sample::requireWeights);
      effects.forEach(sample::requireCategories);
      sample.requireClusters(variance);
    } else {
      study.get(0).require(sample);
    }
    return sample;
  }
}
