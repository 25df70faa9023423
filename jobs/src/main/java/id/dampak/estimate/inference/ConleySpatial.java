package id.dampak.estimate.inference;

import id.dampak.error.InferenceErrors;
import id.dampak.estimate.ClusterMoments;
import id.dampak.estimate.CrossingEffects;
import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.LinearEstimator;
import id.dampak.estimate.Panel;
import id.dampak.estimate.Variance;
import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Standard errors robust to dependence between units that are near to each other (Conley 1999,
 * doi:10.1016/S0304-4076(98)00084-0):
 *
 * <pre>V = M (Σ_c Σ_d k(distance(c, d)/cut-off) s_c s_d') M</pre>
 *
 * with the sums s_c of the scores of each unit over all its periods, so that dependence over time
 * within a unit, and between near units at different times, is allowed for in full. See {@code
 * docs/methods/spatial-and-few-treated.md}.
 *
 * <p>Differs from fixest's {@code vcov_conley}: the unit's own scores are summed before, no
 * small-sample factor, distances on a sphere of radius 6371.0088 km.
 *
 * @param regression what is estimated, clustered by the units that have a place
 * @param latitude numeric column, degrees north
 * @param longitude numeric column, degrees east
 * @param cutoff distance in kilometres beyond which units are independent
 * @param kernel how dependence fades with distance
 */
public record ConleySpatial(
    LinearEstimator regression,
    String latitude,
    String longitude,
    double cutoff,
    SpatialKernel kernel)
    implements Estimator {

  public ConleySpatial {
    if (!(cutoff > 0) || Double.isInfinite(cutoff)) {
      throw InferenceErrors.noCutoff(cutoff);
    }
  }

  @Override
  public Set<String> columns() {
    return StrataColumns.with(
        StrataColumns.with(regression.columns(), Optional.of(latitude)), Optional.of(longitude));
  }

  @Override
  public Set<String> identifiers() {
    return regression.identifiers();
  }

  /** The fit with t on G − 1 degrees of freedom for G units. */
  @Override
  public Fit fit(Panel panel) {
    ClusterMoments moments = regression.moments(panel, CrossingEffects.HELD);
    Places places = Places.of(moments, panel, by(), latitude, longitude);
    int k = moments.columns();
    double[][] scores = new double[moments.clusters()][];
    Arrays.setAll(scores, moments::scores);
    int[] order = places.fromSouth();
    double[][] near = new double[order.length][];
    IntStream.range(0, order.length)
        .parallel()
        .forEach(place -> near[place] = near(places, order, place, scores));
    double[] meat = new double[k * k];
    for (int place = 0; place < order.length; place++) {
      double[] own = scores[order[place]];
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          meat[i * k + j] += own[i] * near[place][j];
        }
      }
    }
    Matrix half = moments.bread().times(Matrix.of(k, k, meat)).times(moments.bread());
    Matrix covariance = half.plus(1, half.transposed()).times(0.5);
    List<String> warnings = new ArrayList<>(moments.fit().warnings());
    return Revision.of(this, moments.fit(), covariance, moments.clusters() - 1.0, warnings);
  }

  /** {@code Σ_d k(c, d) s_d} over the units d near to c. */
  private double[] near(Places places, int[] order, int place, double[][] scores) {
    int c = order[place];
    double[] sum = new double[scores[c].length];
    int first = place;
    while (first > 0 && !places.isBeyond(c, order[first - 1], cutoff)) {
      first--;
    }
    for (int i = first; i < order.length && !places.isBeyond(c, order[i], cutoff); i++) {
      double weight = kernel.weight(places.distance(c, order[i]) / cutoff);
      if (weight > 0) {
        for (int j = 0; j < sum.length; j++) {
          sum[j] += weight * scores[order[i]][j];
        }
      }
    }
    return sum;
  }

  /** The columns of the clusters, which {@link LinearEstimator#moments} has checked. */
  private List<String> by() {
    Variance.Clustered clustered = (Variance.Clustered) regression.variance();
    return Arrays.stream(clustered.by().get(0).split("\\^", -1)).map(String::strip).toList();
  }
}
