package id.dampak.estimate;

/**
 * A method with all its options fixed: a record whose {@code toString()} is the specification that
 * is stored beside the result.
 */
public sealed interface Estimator permits FixedEffectsRegression, ExposureEventStudy {

  /**
   * Estimates on {@code panel}.
   *
   * @throws id.dampak.error.DampakException if the data do not allow the number asked for
   */
  Fit fit(Panel panel);
}
