package id.dampak.estimate.sensitivity;

import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The slow, obvious twin of {@link MomentTest} for two coefficients after the event: every vertex
 * of {γ ≥ 0, X'γ = 0, γ'σ = 1} written out, and the range in which one stays best by comparing it
 * with every other.
 */
final class Vertices {
  private final EventCoefficients study;
  private final double[][] bounds;
  private final double[] perTheta;
  private final Matrix covariance;
  private final List<double[]> vertices = new ArrayList<>();

  Vertices(EventCoefficients study, double[][] bounds, List<Double> target) {
    this.study = study;
    this.bounds = bounds;
    int n = bounds.length;
    int first = study.prePeriods();
    // Effects (τ_1, τ_2) with l'τ = θ: τ = θ l / l'l + s (−l_2, l_1).
    double l1 = target.get(0);
    double l2 = target.get(1);
    double length = l1 * l1 + l2 * l2;
    perTheta = new double[n];
    double[] nuisance = new double[n];
    double[] sigma = new double[n];
    double[] covariances = new double[n * n];
    for (int i = 0; i < n; i++) {
      double[] a = bounds[i];
      perTheta[i] = (a[first] * l1 + a[first + 1] * l2) / length;
      nuisance[i] = -a[first] * l2 + a[first + 1] * l1;
      for (int j = 0; j < n; j++) {
        for (int c = 0; c < a.length; c++) {
          for (int d = 0; d < a.length; d++) {
            covariances[i * n + j] += a[c] * study.covariance().at(c, d) * bounds[j][d];
          }
        }
      }
      sigma[i] = Math.sqrt(covariances[i * n + i]);
    }
    covariance = Matrix.of(n, n, covariances);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        DMatrixRMaj pair = new DMatrixRMaj(2, 2);
        pair.setData(new double[] {nuisance[i], nuisance[j], sigma[i], sigma[j]});
        DMatrixRMaj x = new DMatrixRMaj(2, 1);
        if (CommonOps_DDRM.solve(pair, new DMatrixRMaj(new double[] {0, 1}), x)
            && CommonOps_DDRM.elementMin(x) >= -1e-12) {
          double[] gamma = new double[n];
          gamma[i] = x.get(0);
          gamma[j] = x.get(1);
          vertices.add(gamma);
        }
      }
    }
  }

  double[] moments(double[] estimates, double theta) {
    double[] y = new double[bounds.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = FixedLengthTest.dot(bounds[i], estimates) - perTheta[i] * theta;
    }
    return y;
  }

  double statistic(double[] moments) {
    return FixedLengthTest.dot(best(moments), moments);
  }

  double statistic(double theta) {
    return statistic(moments(estimates(), theta));
  }

  double critical(double theta, double leastFavourable, double alpha) {
    double[] y = moments(estimates(), theta);
    double[] best = best(y);
    double eta = FixedLengthTest.dot(best, y);
    double variance = covariance.quadratic(best);
    double[] b = new double[y.length];
    double[] rest = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y.length; j++) {
        b[i] += covariance.at(i, j) * best[j] / variance;
      }
      rest[i] = y[i] - b[i] * eta;
    }
    double low = Double.NEGATIVE_INFINITY;
    double high = leastFavourable;
    for (double[] other : vertices) {
      // The other is no better at c as long as other'rest + other'b c ≤ c.
      double slope = 1 - FixedLengthTest.dot(other, b);
      double level = FixedLengthTest.dot(other, rest);
      if (slope > 1e-9) {
        low = Math.max(low, level / slope);
      } else if (slope < -1e-9) {
        high = Math.min(high, level / slope);
      }
    }
    NormalDistribution normal = NormalDistribution.of(0, Math.sqrt(variance));
    double size = (alpha - alpha / 10) / (1 - alpha / 10);
    double below = normal.cumulativeProbability(low);
    double share = below + (1 - size) * (normal.cumulativeProbability(high) - below);
    return Math.max(0, normal.inverseCumulativeProbability(share));
  }

  private double[] best(double[] moments) {
    double[] best = vertices.get(0);
    for (double[] vertex : vertices) {
      best =
          FixedLengthTest.dot(vertex, moments) > FixedLengthTest.dot(best, moments) ? vertex : best;
    }
    return best;
  }

  private double[] estimates() {
    return study.estimates().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
