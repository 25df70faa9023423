package id.dampak.estimate.reversible;

import id.dampak.estimate.JointTest;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.QuadraticForm;

/** Wald tests on a covariance that is consistent as clusters grow many. */
final class Wald {

  private Wald() {}

  /** That all terms {@code indices} are 0. */
  static JointTest zero(String name, double[] points, Matrix covariance, int[] indices) {
    double[] values = new double[indices.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = points[indices[i]];
    }
    return test(name, values, covariance.block(indices));
  }

  /** That all terms {@code indices} equal the first of them. */
  static JointTest equal(String name, double[] points, Matrix covariance, int[] indices) {
    int differences = indices.length - 1;
    double[] contrasts = new double[differences * indices.length];
    double[] values = new double[differences];
    for (int i = 0; i < differences; i++) {
      contrasts[i * indices.length] = -1;
      contrasts[i * indices.length + i + 1] = 1;
      values[i] = points[indices[i + 1]] - points[indices[0]];
    }
    Matrix r = Matrix.of(differences, indices.length, contrasts);
    return test(name, values, r.times(covariance.block(indices)).times(r.transposed()));
  }

  private static JointTest test(String name, double[] values, Matrix covariance) {
    QuadraticForm form = QuadraticForm.inverse(covariance, values);
    // Fewer clusters than terms: a pseudo-inverse would test only what happens to be in its range.
    double f = form.rank() == values.length ? form.value() / values.length : Double.NaN;
    double infinite = Double.POSITIVE_INFINITY;
    return new JointTest(
        name, f, values.length, infinite, StudentT.upperTailOfF(f, values.length, infinite));
  }
}
