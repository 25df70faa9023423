package id.dampak.estimate;

import id.dampak.linalg.Matrix;

/**
 * The middle of a variance that allows for correlation over time: products of observations up to L
 * periods apart with the weights of Bartlett, {@code 1 − l/(L + 1)}. Distance is counted in
 * periods, so that two periods with a gap between them are no neighbours.
 */
final class LongRun {
  private final double[][] columns;
  private final double[] residuals;
  private final double[] period;
  private final int lags;

  /**
   * What the regression left.
   *
   * @param columns regressors after seasons were taken out
   * @param period of each observation; no two alike, in any order
   */
  LongRun(double[][] columns, double[] residuals, double[] period, int lags) {
    this.columns = columns;
    this.residuals = residuals;
    this.period = period;
    this.lags = lags;
  }

  /** The usual number of lags for a series of this length: {@code ⌊4 (T/100)^(2/9)⌋}. */
  static int lags(int periods) {
    return (int) Math.floor(4 * Math.pow(periods / 100.0, 2.0 / 9));
  }

  Matrix meat(SerialErrors errors) {
    return switch (errors) {
      case NEWEY_WEST -> sum((s, t) -> residuals[s] * residuals[t]);
      case STATIONARY -> {
        double[] autocovariances = autocovariances();
        yield sum((s, t) -> autocovariances[distance(s, t)]);
      }
    };
  }

  private interface Product {
    double of(int s, int t);
  }

  /** {@code Σ_st (1 − |s − t|/(L + 1)) v_st x_s x_t'}. */
  private Matrix sum(Product v) {
    int k = columns.length;
    double[] sums = new double[k * k];
    for (int s = 0; s < period.length; s++) {
      for (int t = 0; t < period.length; t++) {
        if (Math.abs(period[s] - period[t]) <= lags) {
          double weight = (1 - distance(s, t) / (lags + 1.0)) * v.of(s, t);
          for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
              sums[i * k + j] += weight * columns[i][s] * columns[j][t];
            }
          }
        }
      }
    }
    return Matrix.of(k, k, sums);
  }

  private double[] autocovariances() {
    double[] sums = new double[lags + 1];
    for (int s = 0; s < period.length; s++) {
      for (int t = 0; t < period.length; t++) {
        double lag = period[s] - period[t];
        if (lag >= 0 && lag <= lags) {
          sums[(int) lag] += residuals[s] * residuals[t] / period.length;
        }
      }
    }
    return sums;
  }

  private int distance(int s, int t) {
    return (int) Math.abs(period[s] - period[t]);
  }
}
