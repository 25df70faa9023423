package id.dampak.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The joint test that the terms before an event are 0. */
final class PreTrend {
  private final Regression regression;
  private final ExposureDesign design;
  private final Variance variance;

  PreTrend(Regression regression, ExposureDesign design, Variance variance) {
    this.regression = regression;
    this.design = design;
    this.variance = variance;
  }

  /** Those of {@code kept} that the hypothesis leaves free. */
  int[] free(int[] kept) {
    return Arrays.stream(kept).filter(j -> !design.isLead(j)).toArray();
  }

  /**
   * The test.
   *
   * @param within the regressors at {@code weights}
   * @param underNull what the free terms leave of the outcome; of an iteration, its last residuals
   */
  JointTest test(
      Within within, int[] kept, double[] underNull, double[] weights, Dispersion dispersion) {
    Solution toward = Solution.of(within, kept, underNull);
    int[] leads = IntStream.range(0, kept.length).filter(i -> design.isLead(kept[i])).toArray();
    double[] points =
        Arrays.stream(leads).mapToDouble(i -> toward.coefficients()[kept[i]]).toArray();
    Covariance covariance =
        regression.covariance(
            within,
            toward.withResiduals(underNull),
            weights,
            ScoreTest.uncorrected(variance),
            dispersion);
    return ScoreTest.of("no pre-trend", variance, dispersion, covariance, leads, points);
  }
}
