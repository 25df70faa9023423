package id.dampak.estimate;

import id.dampak.linalg.Matrix;
import id.dampak.linalg.QuadraticForm;

/**
 * A joint test that terms are 0 whose covariance V₀ is made from the residuals under that
 * hypothesis. As {@code b = A⁻¹s} for the sum s of the scores, {@code LM = b' V₀⁻¹ b} is the score
 * test. The Wald test, with the residuals of the estimates, rejects true hypotheses too often where
 * there are many terms and few clusters weigh most.
 *
 * <p>With clusters in one dimension V₀ holds the uncentred products of the scores of the G
 * clusters, so that LM stays below G, and
 *
 * <pre>F = (G − q)/q · LM/(G − LM)</pre>
 *
 * is Hotelling's T² of the clusters' scores (1931, doi:10.1214/aoms/1177732979), F(q, G − q) where
 * they are normal. With independent errors F of the same form with N − K for both is the classical
 * one. Otherwise it is LM/q.
 */
public final class ScoreTest {

  private ScoreTest() {}

  /** {@code variance} without its small-sample factors, which the distribution of F replaces. */
  static Variance uncorrected(Variance variance) {
    return isOneWay(variance) && variance instanceof Variance.Clustered clustered
        ? new Variance.Clustered(clustered.by(), ParameterCount.OFF, ClusterFactor.OFF)
        : variance;
  }

  /**
   * The test.
   *
   * @param dispersion whether the variance of independent errors is estimated
   * @param underNull V₀
   * @param indices terms that are 0 under the hypothesis
   * @param points their estimates
   */
  static JointTest of(
      String name,
      Variance variance,
      Dispersion dispersion,
      Covariance underNull,
      int[] indices,
      double[] points) {
    Matrix matrix = underNull.matrix().block(indices);
    if (isOneWay(variance)) {
      return clustered(name, matrix, points, underNull.clusters().get(0).count());
    }
    QuadraticForm form = QuadraticForm.inverse(matrix, points);
    int q = form.rank();
    double freedom = underNull.degreesOfFreedom();
    double f = form.value() / q;
    if (variance instanceof Variance.Iid && dispersion == Dispersion.ESTIMATED) {
      f = freedom / q * form.value() / (freedom - form.value());
    }
    return new JointTest(name, f, q, freedom, StudentT.upperTailOfF(f, q, freedom));
  }

  /**
   * The test with clusters in one dimension.
   *
   * @param name what is tested
   * @param underNull covariance of the terms from uncentred scores of the clusters under the
   *     hypothesis, without small-sample factors
   * @param points estimates of the terms
   * @param clusters G
   */
  public static JointTest clustered(String name, Matrix underNull, double[] points, int clusters) {
    QuadraticForm form = QuadraticForm.inverse(underNull, points);
    int q = form.rank();
    double freedom = (double) clusters - q;
    // As many terms as clusters: whatever the truth, LM is G.
    double f = freedom > 0 ? freedom / q * form.value() / (clusters - form.value()) : Double.NaN;
    return new JointTest(name, f, q, freedom, StudentT.upperTailOfF(f, q, freedom));
  }

  private static boolean isOneWay(Variance variance) {
    return variance instanceof Variance.Clustered clustered && clustered.by().size() == 1;
  }
}
