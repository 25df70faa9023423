package id.dampak.estimate;

import id.dampak.error.EstimationErrors;
import id.dampak.linalg.Absorber;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The regressors of an exposure event study: controls as columns, then the event regressors. */
final class ExposureDesign implements Design {
  private final ExposureEventStudy study;
  private final EventDesign events;
  private final double[][] controls;
  private final List<String> terms;
  private final double[] weights;
  private final Absorber absorber;

  /**
   * The design.
   *
   * @throws id.dampak.error.DampakException if the panel carries no event study
   */
  ExposureDesign(ExposureEventStudy study, Frame frame) {
    new EventChecks(study, frame.panel(), frame.rows()).require();
    this.study = study;
    this.weights = frame.weights();
    this.absorber = frame.absorber();
    this.events = EventDesign.of(study, frame.panel(), frame.rows());
    this.controls = new double[study.controls().size()][];
    Arrays.setAll(controls, j -> frame.values(study.controls().get(j)));
    this.terms = Stream.concat(study.controls().stream(), events.terms().stream()).toList();
    for (double[] control : controls) {
      Residual.of(control, weights, absorber);
    }
  }

  @Override
  public List<String> terms() {
    return terms;
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
      throw EstimationErrors.exposureAbsorbed(study.exposure(), study.effects());
    }
  }

  /** Whether the term {@code j} is of a period before the event. */
  boolean isLead(int j) {
    return j >= controls.length && events.period(j - controls.length) < 0;
  }
}
