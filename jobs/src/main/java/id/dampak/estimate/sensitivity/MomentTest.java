package id.dampak.estimate.sensitivity;

import id.dampak.error.SensitivityErrors;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.Simplex;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The conditional least-favourable hybrid test of l'τ = θ for one convex piece {δ : A δ ≤ 0} of the
 * restriction: Andrews, Roth and Pakes (2023, doi:10.1093/restud/rdad004), in the notation of
 * Rambachan and Roth (2023) section 3.2.
 *
 * <p>With y(θ) = Aβ̂ − a_θ θ and the nuisance effects τ̃ entering through X, the statistic is
 *
 * <pre>η̂ = min η  s.t.  y(θ) − Xτ̃ ≤ ησ   =   max γ'y(θ)  s.t.  γ ≥ 0, X'γ = 0, γ'σ = 1.</pre>
 *
 * <p>It is compared with the least-favourable critical value of size κ = α/10 first. Then, at size
 * (α − κ)/(1 − κ), with the quantile of the normal γ*'(y − E y) cut to the range of γ*'y in which
 * γ* stays the best vertex given what is independent of it, and at most that critical value.
 * Moments are divided by their standard errors, so that σ = 1.
 */
final class MomentTest {
  private static final double ZERO = 1e-10;

  private final double alpha;
  private final double[] atZero;
  private final double[] perTheta;
  private final double[][] nuisance;
  private final double[][] loadings;
  private final Matrix correlation;
  private final Simplex vertices;

  /**
   * @param bounds the rows of A, over all coefficients
   * @param target l
   */
  MomentTest(EventCoefficients study, double[][] bounds, List<Double> target, double alpha) {
    this.alpha = alpha;
    int rows = bounds.length;
    this.loadings = new double[rows][];
    this.atZero = new double[rows];
    for (int j = 0; j < rows; j++) {
      double variance = study.covariance().quadratic(bounds[j]);
      double size = 0;
      for (int c = 0; c < bounds[j].length; c++) {
        size += Math.abs(bounds[j][c]) * Math.sqrt(study.covariance().at(c, c));
      }
      if (!(Math.sqrt(Math.max(0, variance)) > 1e-7 * size)) {
        throw SensitivityErrors.boundDoesNotVary(j + 1);
      }
      loadings[j] = scaled(bounds[j], 1 / Math.sqrt(variance));
      atZero[j] = study.combination(loadings[j]);
    }
    this.correlation = correlation(study.covariance());
    int pre = study.prePeriods();
    int pivot = largest(target);
    this.perTheta = new double[rows];
    this.nuisance = new double[target.size() - 1][rows];
    for (int j = 0; j < rows; j++) {
      perTheta[j] = loadings[j][pre + pivot] / target.get(pivot);
      for (int k = 0, column = 0; k < target.size(); k++) {
        if (k != pivot) {
          nuisance[column++][j] = loadings[j][pre + k] - perTheta[j] * target.get(k);
        }
      }
    }
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    this.vertices =
        over(ones).orElseThrow(() -> SensitivityErrors.programDidNotEnd(nuisance.length + 1, rows));
  }

  /** The correlation of the moments. */
  Matrix correlation() {
    return correlation;
  }

  /** max γ'ξ over the vertices: the statistic for the moments ξ. */
  double statistic(double[] moments) {
    return vertices.maximise(moments).value();
  }

  /** η̂ for θ. */
  double statistic(double theta) {
    return statistic(moments(theta));
  }

  /** Whether θ is not rejected, with the critical value of {@link LeastFavourable}. */
  boolean accepts(double theta, double leastFavourable) {
    Outcome outcome = test(theta, leastFavourable);
    return outcome.statistic() <= outcome.critical();
  }

  /** The test of θ: a statistic that exceeds its critical value rejects. */
  Outcome test(double theta, double leastFavourable) {
    double[] y = moments(theta);
    Simplex.Vertex best = vertices.maximise(y);
    double eta = best.value();
    if (eta <= 0 || eta > leastFavourable) {
      return new Outcome(eta, leastFavourable);
    }
    double[] gamma = best.point();
    double variance = correlation.quadratic(gamma);
    if (variance < ZERO) {
      // What is known without error is either obeyed or not.
      return new Outcome(eta, ZERO);
    }
    double sd = Math.sqrt(variance);
    double[] b = image(gamma, variance);
    double[] rest = new double[y.length];
    double[] gap = new double[y.length];
    for (int j = 0; j < y.length; j++) {
      rest[j] = y[j] - b[j] * eta;
      gap[j] = Math.abs(1 - b[j]) < ZERO ? 0 : 1 - b[j];
    }
    double low = Math.min(eta, least(gap, rest)) / sd;
    double high = Math.min(Math.max(eta, most(gap, rest)), leastFavourable) / sd;
    double kappa = LeastFavourable.sizeOf(alpha);
    double size = (alpha - kappa) / (1 - kappa);
    return new Outcome(eta, Math.max(0, sd * TruncatedNormal.quantile(1 - size, low, high)));
  }

  /** η̂ and what it is compared with. */
  record Outcome(double statistic, double critical) {}

  /**
   * The smallest θ whose statistic does not exceed {@code critical}; positive infinity if there is
   * none.
   */
  double lowest(double critical) {
    return least(perTheta, less(atZero, critical));
  }

  /** The largest such θ; negative infinity if there is none. */
  double highest(double critical) {
    return most(perTheta, less(atZero, critical));
  }

  /** min c such that some τ̃ has Xτ̃ + c q ≥ s; infinite where there is no bound or no c. */
  private double least(double[] q, double[] s) {
    // The dual, max s'γ over γ ≥ 0, X'γ = 0, q'γ = 1: no γ means no bound.
    return over(q).map(dual -> dual.maximise(s).value()).orElse(Double.NEGATIVE_INFINITY);
  }

  private double most(double[] q, double[] s) {
    return -least(scaled(q, -1), s);
  }

  private Optional<Simplex> over(double[] last) {
    int n = last.length;
    double[] a = new double[(nuisance.length + 1) * n];
    for (int k = 0; k < nuisance.length; k++) {
      System.arraycopy(nuisance[k], 0, a, k * n, n);
    }
    System.arraycopy(last, 0, a, nuisance.length * n, n);
    double[] right = new double[nuisance.length + 1];
    right[nuisance.length] = 1;
    return Simplex.over(Matrix.of(nuisance.length + 1, n, a), right);
  }

  private double[] moments(double theta) {
    double[] y = new double[atZero.length];
    for (int j = 0; j < y.length; j++) {
      y[j] = atZero[j] - perTheta[j] * theta;
    }
    return y;
  }

  private double[] image(double[] gamma, double variance) {
    double[] image = new double[gamma.length];
    for (int i = 0; i < gamma.length; i++) {
      for (int j = 0; j < gamma.length; j++) {
        image[i] += correlation.at(i, j) * gamma[j] / variance;
      }
    }
    return image;
  }

  private Matrix correlation(Matrix covariance) {
    int rows = loadings.length;
    int columns = covariance.rows();
    double[] flat = new double[rows * columns];
    for (int j = 0; j < rows; j++) {
      System.arraycopy(loadings[j], 0, flat, j * columns, columns);
    }
    Matrix a = Matrix.of(rows, columns, flat);
    return a.times(covariance).times(a.transposed());
  }

  private static int largest(List<Double> weights) {
    int best = 0;
    for (int k = 1; k < weights.size(); k++) {
      best = Math.abs(weights.get(k)) > Math.abs(weights.get(best)) ? k : best;
    }
    return best;
  }

  private static double[] scaled(double[] v, double factor) {
    return Arrays.stream(v).map(x -> factor * x).toArray();
  }

  private static double[] less(double[] v, double amount) {
    return Arrays.stream(v).map(x -> x - amount).toArray();
  }
}
