package id.dampak.estimate;

/**
 * An estimator whose estimates solve {@code Σ_c A_c β = Σ_c b_c} for moments that add up over
 * clusters, so that bootstraps and corrections for few clusters need no row of the panel again.
 */
public interface LinearEstimator extends Estimator {

  /**
   * The moments of the clusters of the variance.
   *
   * @throws id.dampak.error.DampakException if the variance is not clustered in one dimension,
   *     there is one cluster, the moments do not fit in memory, or {@link #fit} refuses
   */
  ClusterMoments moments(Panel panel, CrossingEffects crossing);

  /** How standard errors are computed. */
  Variance variance();

  /** Confidence level of the intervals. */
  double level();
}
