package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Estimate;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.LinearEstimator;
import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The wild cluster restricted bootstrap (WCR) for few clusters: residuals of the fit in which the
 * null hypothesis holds are multiplied by one random number for each cluster, and t of the sample
 * is compared with t of the draws. Intervals hold the hypotheses that the test does not reject.
 *
 * <p>Sources: Cameron, Gelbach and Miller (2008), doi:10.1162/rest.90.3.414; Roodman, MacKinnon,
 * Nielsen and Webb (2019), doi:10.1177/1536867X19830877; MacKinnon, Nielsen and Webb (2023),
 * doi:10.1016/j.jeconom.2022.04.001. Everything is made from the moments of the clusters, fixed
 * effects that cross clusters included, which is exact. See {@code docs/methods/few-clusters.md}.
 *
 * <p>Differs from boottest and fwildclusterboot: draws hang on the labels of clusters, not on the
 * order of rows; the sample itself counts as one of the draws, so that p is never 0.
 *
 * @param regression what is estimated, clustered in one dimension
 * @param weights what residuals are multiplied by
 * @param pValue which p value is reported and inverted into an interval
 * @param draws draws where not every combination of signs is taken
 * @param seed of the draws
 */
public record WildClusterBootstrap(
    LinearEstimator regression, WildWeights weights, WildPValue pValue, int draws, long seed)
    implements Estimator {

  public WildClusterBootstrap {
    if (draws < 99) {
      throw InferenceErrors.tooFewDraws(draws, 99);
    }
  }

  /** Weights by the number of clusters, symmetric p values, 9,999 draws. */
  public static WildClusterBootstrap of(LinearEstimator regression, long seed) {
    return new WildClusterBootstrap(
        regression, WildWeights.BY_CLUSTERS, WildPValue.SYMMETRIC, 9_999, seed);
  }

  /** The same with other multipliers. */
  public WildClusterBootstrap with(WildWeights other) {
    return new WildClusterBootstrap(regression, other, pValue, draws, seed);
  }

  /** The same with another p value. */
  public WildClusterBootstrap with(WildPValue other) {
    return new WildClusterBootstrap(regression, weights, other, draws, seed);
  }

  /** The same with another number of draws. */
  public WildClusterBootstrap withDraws(int other) {
    return new WildClusterBootstrap(regression, weights, pValue, other, seed);
  }

  @Override
  public Set<String> columns() {
    return regression.columns();
  }

  @Override
  public Set<String> identifiers() {
    return regression.identifiers();
  }

  /**
   * The fit with its clustered standard errors, and p values and intervals of the bootstrap. An end
   * of an interval is NaN where no hypothesis on that side is rejected, however far away.
   */
  @Override
  public Fit fit(Panel panel) {
    ClusterMoments moments = moments(panel);
    Fit fit = moments.fit();
    WildDraws wild = draws(moments);
    List<String> warnings = new ArrayList<>(fit.warnings());
    List<Estimate> estimates = new ArrayList<>();
    for (int j = 0; j < fit.estimates().size(); j++) {
      Estimate usual = fit.estimates().get(j);
      double[] contrast = new double[fit.estimates().size()];
      contrast[j] = 1;
      WildDistribution distribution = new WildDistribution(moments, contrast, wild);
      TestInversion interval =
          new TestInversion(
              hypothesis -> distribution.pValue(pValue, hypothesis),
              usual.estimate(),
              distribution.stdError(),
              fit.level());
      Estimate estimate =
          new Estimate(
              usual.term(),
              usual.estimate(),
              usual.stdError(),
              interval.low(),
              interval.high(),
              distribution.pValue(pValue, 0));
      if (Double.isNaN(estimate.confLow()) || Double.isNaN(estimate.confHigh())) {
        warnings.add(
            "the interval of %s is open: with %d clusters no value is rejected on one side"
                .formatted(usual.term(), moments.clusters()));
      }
      estimates.add(estimate);
    }
    return new Fit(
        this,
        fit.observations(),
        fit.clusters(),
        fit.dropped(),
        warnings,
        estimates,
        fit.covariance(),
        fit.degreesOfFreedom(),
        fit.level());
  }

  /** Tests that {@code Σ weight · term} is {@code hypothesis}. */
  public WildTest test(Panel panel, Map<String, Double> combination, double hypothesis) {
    ClusterMoments moments = moments(panel);
    WildDraws wild = draws(moments);
    double[] contrast = Contrast.of(moments.terms(), combination);
    WildDistribution distribution = new WildDistribution(moments, contrast, wild);
    return new WildTest(
        Contrast.name(combination),
        distribution.estimate(),
        hypothesis,
        distribution.statistic(hypothesis),
        distribution.pValue(WildPValue.SYMMETRIC, hypothesis),
        distribution.pValue(WildPValue.EQUAL_TAILED, hypothesis),
        wild.count(),
        wild.weights());
  }

  private ClusterMoments moments(Panel panel) {
    return regression.moments(panel, CrossingEffects.CARRIED);
  }

  private WildDraws draws(ClusterMoments moments) {
    return new WildDraws(weights, moments.clusters(), draws, seed);
  }
}
