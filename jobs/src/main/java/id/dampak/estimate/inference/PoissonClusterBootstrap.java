package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.LinearEstimator;
import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Bootstrap of whole clusters with independent Poisson(1) weights:
 *
 * <pre>β^b = β̂ + (Σ_c w_c^b A_c)⁻¹ Σ_c w_c^b s_c</pre>
 *
 * which is the estimate in a sample that holds cluster c w_c times. The weight is a function of the
 * seed, the draw and the label of the cluster, so that a draw is the same in any order of rows,
 * partitioning or number of threads. Draws read the moments of clusters and no row of the panel.
 *
 * <p>Sources: Hanley and MacGibbon (2006), doi:10.1016/j.cmpb.2006.04.006; Chamandy, Muralidharan,
 * Najmi and Naidu (2012), Estimating Uncertainty for Massive Data Streams. See {@code
 * docs/methods/bootstrap.md}.
 *
 * <p>Differs from a bootstrap that draws G clusters with replacement in that the number of clusters
 * varies between draws, which matters for means of less than about 30 clusters; use {@link
 * WildClusterBootstrap} there.
 *
 * @param regression what is estimated, clustered in one dimension
 * @param crossing whether fixed effects that reach over clusters are estimated anew in each draw
 * @param interval which interval and p value the fit has
 * @param draws number of draws
 * @param seed of the weights
 */
public record PoissonClusterBootstrap(
    LinearEstimator regression,
    CrossingEffects crossing,
    BootstrapInterval interval,
    int draws,
    long seed)
    implements Estimator {
  /** Below this many the tails cannot be read. */
  static final int FEWEST_DRAWS = 999;

  /**
   * Effective clusters below which holding effects that cross clusters is too rough: it changes
   * variances by a part of order 1/G, and misses draws that leave nothing to tell a term by.
   */
  private static final double FEWEST_HELD = 20;

  /** Draws that may fail. */
  static final double MOST_LOST = 0.05;

  /**
   * Draws that are made side by side, so that moments are read from memory once for all of them.
   */
  private static final int BLOCK = 16;

  public PoissonClusterBootstrap {
    if (draws < FEWEST_DRAWS) {
      throw InferenceErrors.tooFewDraws(draws, FEWEST_DRAWS);
    }
  }

  /** Effects that cross clusters held, percentile intervals, 999 draws. */
  public static PoissonClusterBootstrap of(LinearEstimator regression, long seed) {
    return new PoissonClusterBootstrap(
        regression, CrossingEffects.HELD, BootstrapInterval.PERCENTILE, FEWEST_DRAWS, seed);
  }

  /** The same with crossing effects held or estimated anew. */
  public PoissonClusterBootstrap with(CrossingEffects other) {
    return new PoissonClusterBootstrap(regression, other, interval, draws, seed);
  }

  /** The same with another interval. */
  public PoissonClusterBootstrap with(BootstrapInterval other) {
    return new PoissonClusterBootstrap(regression, crossing, other, draws, seed);
  }

  /** The same with another number of draws. */
  public PoissonClusterBootstrap withDraws(int other) {
    return new PoissonClusterBootstrap(regression, crossing, interval, other, seed);
  }

  @Override
  public Set<String> columns() {
    return regression.columns();
  }

  @Override
  public Set<String> identifiers() {
    return regression.identifiers();
  }

  /** The fit with standard errors, covariance, intervals and p values of the draws. */
  @Override
  public Fit fit(Panel panel) {
    BootstrapDraws made = draw(panel);
    Fit fit = made.fit();
    List<String> warnings = new ArrayList<>(fit.warnings());
    if (made.lost() > 0) {
      warnings.add(
          "%d of %d draws are left out: the clusters that tell a term were not in them"
              .formatted(made.lost(), draws));
    }
    return new Fit(
        this,
        fit.observations(),
        fit.clusters(),
        fit.dropped(),
        warnings,
        made.terms().stream().map(term -> made.term(term).with(interval)).toList(),
        made.covariance(),
        Double.POSITIVE_INFINITY,
        fit.level());
  }

  /**
   * All draws.
   *
   * @throws id.dampak.error.DampakException if in more than 5 % of them a term cannot be estimated,
   *     or effects are held that cross clusters and too few clusters carry a term for that
   */
  public BootstrapDraws draw(Panel panel) {
    ClusterMoments moments = regression.moments(panel, crossing);
    for (int j = 0; crossing == CrossingEffects.HELD && j < moments.terms().size(); j++) {
      double effective = moments.effectiveClusters(j);
      if (effective < FEWEST_HELD) {
        throw InferenceErrors.fewEffectiveClusters(moments.terms().get(j), effective, FEWEST_HELD);
      }
    }
    return draw(moments);
  }

  /** All draws from moments that are there already. */
  public BootstrapDraws draw(ClusterMoments moments) {
    long[] labels =
        IntStream.range(0, moments.clusters())
            .mapToLong(c -> DrawHash.ofLabel(moments.label(c)))
            .toArray();
    PoissonWeights weights = new PoissonWeights(seed);
    double[][] made =
        IntStream.range(0, (draws + BLOCK - 1) / BLOCK)
            .parallel()
            .mapToObj(
                block -> {
                  int first = block * BLOCK;
                  int size = Math.min(BLOCK, draws - first);
                  return block(moments, labels, weights, first, size);
                })
            .flatMap(List::stream)
            .flatMap(Optional::stream)
            .toArray(double[][]::new);
    requireMost(made.length, draws, "a term");
    return new BootstrapDraws(moments.fit(), made, draws - made.length);
  }

  private static List<Optional<double[]>> block(
      ClusterMoments moments, long[] labels, PoissonWeights weights, int first, int size) {
    double[][] sums = new double[size][moments.length()];
    for (int c = 0; c < labels.length; c++) {
      for (int b = 0; b < size; b++) {
        int weight = weights.weight(first + b, labels[c]);
        if (weight > 0) {
          moments.addTo(c, weight, sums[b]);
        }
      }
    }
    return Arrays.stream(sums).map(moments::reweighted).toList();
  }

  /** Refuses where more than a few draws are lost. */
  static void requireMost(int defined, int draws, String what) {
    if (draws - defined > MOST_LOST * draws) {
      throw InferenceErrors.lostDraws(what, draws - defined, draws);
    }
  }
}
