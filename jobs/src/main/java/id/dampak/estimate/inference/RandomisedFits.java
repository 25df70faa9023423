package id.dampak.estimate.inference;

import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fit of one number whose p value comes from placebos. */
final class RandomisedFits {
  /** Fewer placebos than this cannot reject at 5 %. */
  private static final int FEWEST = 19;

  private RandomisedFits() {}

  static Fit of(Estimator estimator, Fit fit, Estimate estimate, RandomisationTest test) {
    List<String> warnings = new ArrayList<>(fit.warnings());
    int undefined = test.placebos().size() - test.count();
    if (undefined > 0) {
      warnings.add("%d placebos have no statistic and do not count".formatted(undefined));
    }
    if (test.count() < FEWEST) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d placebos: whatever the effect, p is not below %.3f",
              test.count(),
              test.least()));
    }
    double variance = estimate.stdError() * estimate.stdError();
    return new Fit(
        estimator,
        fit.observations(),
        fit.clusters(),
        fit.dropped(),
        warnings,
        List.of(estimate),
        Matrix.of(1, 1, new double[] {variance}),
        fit.degreesOfFreedom(),
        fit.level());
  }
}
