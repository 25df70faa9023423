package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Absorber;
import java.util.List;
import java.util.stream.Stream;

/**
 * Regressors held as columns, then such of which each observation has at most one, as those of an
 * exposure event study after its controls.
 */
final class ExposureDesign implements Design {
  private final List<String> effects;
  private final EventDesign events;
  private final double[][] controls;
  private final List<String> terms;
  private final double[] weights;
  private final Absorber absorber;

  private ExposureDesign(
      List<String> controls, EventDesign events, List<String> effects, Frame frame) {
    this.effects = effects;
    this.weights = frame.weights();
    this.absorber = frame.absorber();
    this.events = events;
    this.controls = controls.stream().map(frame::values).toArray(double[][]::new);
    this.terms = Stream.concat(controls.stream(), events.terms().stream()).toList();
    for (double[] control : this.controls) {
      Residual.of(control, weights, absorber);
    }
  }

  /**
   * The design of a study.
   *
   * @throws id.dampak.error.DampakException if the panel carries no event study
   */
  static ExposureDesign of(ExposureEventStudy study, Frame frame) {
    EventDesign events = EventDesign.of(study, frame.panel(), frame.rows());
    return new ExposureDesign(study.controls(), events, study.effects(), frame);
  }

  /** Dummies after the regressors of {@code regression}. */
  static ExposureDesign of(Dummies dummies, FixedEffectsRegression regression, Frame frame) {
    EventDesign events = EventDesign.of(dummies, frame.rows());
    return new ExposureDesign(regression.regressors(), events, regression.fixedEffects(), frame);
  }

  @Override
  public List<String> terms() {
    return terms;
  }

  @Override
  public boolean hasConstant() {
    return false;
  }

  @Override
  public Within within() {
    return new ExposureWithin(events, controls, absorber, weights);
  }

  @Override
  public Within within(Absorber other, double[] otherWeights) {
    for (double[] control : controls) {
      Residual.again(control, otherWeights, other);
    }
    return new ExposureWithin(events, controls, other, otherWeights);
  }

  @Override
  public String reason(int j) {
    return "the fixed effects and the terms before it explain it";
  }

  @Override
  public void requireAnswer(int[] kept) {
    if (kept.length == 0 || kept[kept.length - 1] < controls.length) {
      throw EstimationErrors.exposureAbsorbed(events.name(), effects);
    }
  }

  /** Whether the term {@code j} is of a period before the event. */
  boolean isLead(int j) {
    return j >= controls.length && events.period(j - controls.length) < 0;
  }
}
