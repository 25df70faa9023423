package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import id.dampak.linalg.Cholesky;
import id.dampak.linalg.LassoQuadratic;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.Root;
import java.util.List;

/**
 * The shortest fixed-length interval v'β̂ ± χ for l'τ under Δ^SD(M), Rambachan and Roth (2023)
 * section 3.3.
 *
 * <p>Any δ is a line through 0 plus the second differences d_s it is made of: Its bias in v'β̂ is
 * Σ_s w_s d_s, where w_s = Σ (k − i) v_−k over k > i for s = −i, and the line drops out if w_0 = Σ
 * t l_t. The w_s after the event are fixed by l. Those before it, u_1 … u_{P−1} for s = −1 …
 * −(P−1), are free, and v_−i = u_{i−1} − 2u_i + u_{i+1}. The worst bias is M Σ|w_s|, the standard
 * error σ = √(v'Σ̂v), and χ = σ cv_α(bias/σ) is convex in u: cv_α is convex, with derivative tanh(t
 * cv_α(t)). Its minimum therefore solves the lasso ½σ² + κ Σ|u_i| with the κ at which both
 * first-order conditions agree.
 */
final class FixedLength {
  private final EventCoefficients study;
  private final double alpha;
  private final double[] start;
  private final double[][] directions;
  private final double fixedBias;
  private final LassoQuadratic quadratic;

  FixedLength(EventCoefficients study, List<Double> target, double alpha) {
    int rank = Cholesky.of(study.covariance()).kept().length;
    if (rank < study.estimates().size()) {
      throw SensitivityErrors.singular(rank, study.estimates().size());
    }
    this.study = study;
    this.alpha = alpha;
    int pre = study.prePeriods();
    double trend = 0;
    double after = 0;
    for (int j = 0; j < target.size(); j++) {
      trend += (j + 1) * target.get(j);
      double w = 0;
      for (int t = j + 1; t < target.size(); t++) {
        w += (t - j) * target.get(t);
      }
      // w_s for s = j + 1; the last one is 0.
      after += Math.abs(w);
    }
    this.fixedBias = Math.abs(trend) + after;
    this.start = study.onAll(target);
    start[pre - 1] = trend;
    this.directions = new double[pre - 1][start.length];
    for (int i = 1; i < pre; i++) {
      directions[i - 1][pre - i] = -2;
      directions[i - 1][pre - i - 1] = 1;
      if (i > 1) {
        directions[i - 1][pre - i + 1] = 1;
      }
    }
    this.quadratic = quadratic();
  }

  /** The interval for the bound M ≥ 0 on second differences. */
  RobustInterval interval(double m) {
    double[] v = weights(m);
    double half = halfLength(v, m);
    double centre = study.combination(v);
    return new RobustInterval("DeltaSD", m, centre - half, centre + half);
  }

  /** The weights v of the best affine estimator. */
  double[] weights(double m) {
    if (directions.length == 0) {
      return start.clone();
    }
    double largest = quadratic.largestPenalty();
    if (m == 0 || largest == 0) {
      return at(quadratic.minimise(0));
    }
    if (agreement(at(new double[directions.length]), m) >= largest) {
      return start.clone();
    }
    double kappa =
        Root.between(0, largest, 1e-14 * largest, k -> agreement(at(quadratic.minimise(k)), m) - k);
    return at(quadratic.minimise(kappa));
  }

  /** χ for the weights v, which must leave a line no bias. */
  double halfLength(double[] v, double m) {
    double sigma = Math.sqrt(study.covariance().quadratic(v));
    double bias = worstBias(v, m);
    return sigma * FoldedNormal.criticalValue(bias / sigma, alpha);
  }

  /** The κ whose lasso has the first-order condition of χ at v. */
  private double agreement(double[] v, double m) {
    double sigma = Math.sqrt(study.covariance().quadratic(v));
    double t = worstBias(v, m) / sigma;
    double cv = FoldedNormal.criticalValue(t, alpha);
    double slope = FoldedNormal.slope(t, cv);
    return m * sigma * slope / (cv - t * slope);
  }

  private double worstBias(double[] v, double m) {
    int pre = study.prePeriods();
    double sum = fixedBias;
    for (int i = 1; i < pre; i++) {
      double u = 0;
      for (int k = i + 1; k <= pre; k++) {
        u += (k - i) * v[pre - k];
      }
      sum += Math.abs(u);
    }
    return m * sum;
  }

  private double[] at(double[] u) {
    double[] v = start.clone();
    for (int i = 0; i < u.length; i++) {
      for (int c = 0; c < v.length; c++) {
        v[c] += u[i] * directions[i][c];
      }
    }
    return v;
  }

  private LassoQuadratic quadratic() {
    int n = directions.length;
    double[] h = new double[n * n];
    double[] g = new double[n];
    for (int i = 0; i < n; i++) {
      double[] image = times(study.covariance(), directions[i]);
      g[i] = dot(image, start);
      for (int j = 0; j < n; j++) {
        h[i * n + j] = dot(image, directions[j]);
      }
    }
    return new LassoQuadratic(Matrix.of(n, n, h), g);
  }

  private static double[] times(Matrix m, double[] v) {
    double[] image = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        image[i] += m.at(i, j) * v[j];
      }
    }
    return image;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
