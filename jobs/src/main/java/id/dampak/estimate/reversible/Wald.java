package id.dampak.estimate.reversible;

import id.dampak.estimate.JointTest;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.QuadraticForm;

/**
 * Wald tests on the covariance of some scores, which is consistent as clusters grow many. With as
 * many terms as clusters the statistic is a number without meaning, often a huge one: then there is
 * no test.
 */
final class Wald {
  private final double[] points;
  private final Matrix covariance;
  private final int clusters;

  Wald(Scores scores, int clusters) {
    this.points = scores.points();
    this.covariance = scores.covariance();
    this.clusters = clusters;
  }

  /** That all terms {@code indices} are 0. */
  JointTest zero(String name, int[] indices) {
    double[] values = new double[indices.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = points[indices[i]];
    }
    return test(name, values, covariance.block(indices));
  }

  /** That all terms {@code indices} equal the first of them. */
  JointTest equal(String name, int[] indices) {
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

  private JointTest test(String name, double[] values, Matrix ofValues) {
    QuadraticForm form = QuadraticForm.inverse(ofValues, values);
    // A pseudo-inverse would test only what happens to lie in its range.
    boolean full = form.rank() == values.length && clusters > values.length;
    double f = full ? form.value() / values.length : Double.NaN;
    double infinite = Double.POSITIVE_INFINITY;
    return new JointTest(
        name, f, values.length, infinite, StudentT.upperTailOfF(f, values.length, infinite));
  }
}
