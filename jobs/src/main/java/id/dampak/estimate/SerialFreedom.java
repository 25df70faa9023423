package id.dampak.estimate;

import id.dampak.linalg.Cholesky;
import id.dampak.linalg.Matrix;
import java.util.Arrays;

/**
 * What the variance of a contrast of one series is worth in degrees of freedom. It is a quadratic
 * form û'Qû in residuals û = Mε, to which for independent normal errors the χ² is nearest that has
 *
 * <pre>ν = tr(MQ)² / tr(MQMQ)</pre>
 *
 * degrees of freedom (Satterthwaite 1946, doi:10.2307/3002019, as Bell and McCaffrey have it for
 * clusters). With an event of few periods ν is far below T − K: products of neighbours are few, and
 * no number of periods before the event adds to those during it.
 */
final class SerialFreedom {
  private final double[][] explained;
  private final Matrix inverse;
  private final double[] period;
  private final int lags;

  /**
   * Residuals of a regression.
   *
   * @param explained all its columns, dummies of seasons among them; they may be collinear
   * @param period of each observation
   * @param lags L, as of {@link LongRun}
   */
  SerialFreedom(double[][] explained, double[] period, int lags) {
    Cholesky cholesky = Cholesky.of(products(explained, explained));
    this.explained =
        Arrays.stream(cholesky.kept()).mapToObj(j -> explained[j]).toArray(double[][]::new);
    this.inverse = cholesky.inverse();
    this.period = period;
    this.lags = lags;
  }

  /**
   * ν of a contrast.
   *
   * @param influence a: what each outcome adds to the contrast
   */
  double of(SerialErrors errors, double[] influence) {
    double[] weights = weights(errors, influence);
    int n = period.length;
    int k = explained.length;
    double[][] image = new double[k][n];
    double trace = 0;
    double squares = 0;
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        if (distance(s, t) <= lags) {
          double q = weights[(int) distance(s, t)];
          q *= errors == SerialErrors.NEWEY_WEST ? influence[s] * influence[t] : 1;
          trace += s == t ? q : 0;
          squares += q * q;
          for (int j = 0; j < k; j++) {
            image[j][s] += q * explained[j][t];
          }
        }
      }
    }
    Matrix fitted = inverse.times(products(explained, image));
    double mean = trace - trace(fitted);
    double spread =
        squares - 2 * trace(inverse.times(products(image, image))) + trace(fitted.times(fitted));
    return mean * mean / spread;
  }

  /** Q by distance: of products of residuals alone, or of their autocovariances. */
  private double[] weights(SerialErrors errors, double[] influence) {
    double[] weights = new double[lags + 1];
    for (int lag = 0; lag <= lags; lag++) {
      weights[lag] = 1 - lag / (lags + 1.0);
    }
    return switch (errors) {
      case NEWEY_WEST -> weights;
      case STATIONARY -> {
        double[] pairs = new double[lags + 1];
        for (int s = 0; s < period.length; s++) {
          for (int t = 0; t < period.length; t++) {
            if (distance(s, t) <= lags) {
              pairs[(int) distance(s, t)] += influence[s] * influence[t];
            }
          }
        }
        for (int lag = 0; lag <= lags; lag++) {
          // An autocovariance counts each pair once, the form twice.
          weights[lag] *= pairs[lag] / (lag == 0 ? 1 : 2);
        }
        yield weights;
      }
    };
  }

  private double distance(int s, int t) {
    return Math.abs(period[s] - period[t]);
  }

  private static Matrix products(double[][] left, double[][] right) {
    int k = left.length;
    double[] products = new double[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        for (int t = 0; t < left[i].length; t++) {
          products[i * k + j] += left[i][t] * right[j][t];
        }
      }
    }
    return Matrix.of(k, k, products);
  }

  private static double trace(Matrix matrix) {
    double trace = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      trace += matrix.at(i, i);
    }
    return trace;
  }
}
