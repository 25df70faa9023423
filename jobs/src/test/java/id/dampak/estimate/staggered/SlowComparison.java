package id.dampak.estimate.staggered;

/**
 * The slow, obvious twin of one difference in differences: every unit has a weight u, equations are
 * solved by Gauss–Jordan elimination, and nothing is derived. Differentiating by the weights gives
 * the influence of each unit.
 */
final class SlowComparison {
  private final double[] change;
  private final boolean[] treated;
  private final double[][] rows;
  private final double[] u;
  private final double trim;

  /**
   * A comparison.
   *
   * @param rows covariates of each unit, 1 first
   */
  SlowComparison(double[] change, boolean[] treated, double[][] rows, double[] u, double trim) {
    this.change = change;
    this.treated = treated;
    this.rows = rows;
    this.u = u;
    this.trim = trim;
  }

  double att(Adjustment adjustment) {
    int n = change.length;
    double[] d = new double[n];
    double[] c = new double[n];
    for (int i = 0; i < n; i++) {
      d[i] = treated[i] ? u[i] : 0;
      c[i] = treated[i] ? 0 : u[i];
    }
    double[] none = new double[rows[0].length];
    return switch (adjustment) {
      case OUTCOME_REGRESSION -> mean(d, regression(c));
      case INVERSE_PROBABILITY -> mean(d, none) - mean(odds(logit(), c, true), none);
      case UNNORMALISED_INVERSE_PROBABILITY ->
          mean(d, none) - sum(odds(logit(), c, true), none) / total(d);
      case DOUBLY_ROBUST -> {
        double[] beta = regression(c);
        yield mean(d, beta) - mean(odds(logit(), c, true), beta);
      }
      case IMPROVED_DOUBLY_ROBUST -> {
        double[] gamma = calibrated();
        double[] beta = regression(odds(gamma, c, false));
        yield mean(d, beta) - mean(odds(gamma, c, true), beta);
      }
    };
  }

  private double sum(double[] w, double[] beta) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * (change[i] - index(beta, i));
    }
    return sum;
  }

  private static double total(double[] w) {
    double sum = 0;
    for (double value : w) {
      sum += value;
    }
    return sum;
  }

  private double mean(double[] w, double[] beta) {
    return sum(w, beta) / total(w);
  }

  private double index(double[] coefficients, int i) {
    double v = 0;
    for (int j = 0; j < coefficients.length; j++) {
      v += coefficients[j] * rows[i][j];
    }
    return v;
  }

  private double[] odds(double[] gamma, double[] c, boolean trimmed) {
    double[] w = new double[c.length];
    for (int i = 0; i < w.length; i++) {
      double odds = Math.exp(index(gamma, i));
      w[i] = trimmed && odds / (1 + odds) >= trim ? 0 : c[i] * odds;
    }
    return w;
  }

  private double[] regression(double[] w) {
    double[] right = new double[rows[0].length];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < right.length; j++) {
        right[j] += w[i] * rows[i][j] * change[i];
      }
    }
    return solve(gram(w), right);
  }

  private double[] logit() {
    double[] gamma = new double[rows[0].length];
    for (int step = 0; step < 40; step++) {
      double[] gradient = new double[gamma.length];
      double[] w = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        double p = 1 / (1 + Math.exp(-index(gamma, i)));
        w[i] = u[i] * p * (1 - p);
        for (int j = 0; j < gamma.length; j++) {
          gradient[j] += u[i] * ((treated[i] ? 1 : 0) - p) * rows[i][j];
        }
      }
      add(gamma, solve(gram(w), gradient));
    }
    return gamma;
  }

  /** Weights that give comparison units the covariates of the treated, by Newton's method. */
  private double[] calibrated() {
    double[] gamma = logit();
    for (int step = 0; step < 40; step++) {
      double[] gradient = new double[gamma.length];
      double[] w = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        w[i] = treated[i] ? 0 : u[i] * Math.exp(index(gamma, i));
        for (int j = 0; j < gamma.length; j++) {
          gradient[j] += (treated[i] ? u[i] : -w[i]) * rows[i][j];
        }
      }
      add(gamma, solve(gram(w), gradient));
    }
    return gamma;
  }

  private double[][] gram(double[] w) {
    int k = rows[0].length;
    double[][] gram = new double[k][k];
    for (int i = 0; i < w.length; i++) {
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          gram[a][b] += w[i] * rows[i][a] * rows[i][b];
        }
      }
    }
    return gram;
  }

  private static void add(double[] to, double[] step) {
    for (int j = 0; j < to.length; j++) {
      to[j] += step[j];
    }
  }

  private static double[] solve(double[][] a, double[] b) {
    int k = b.length;
    double[] x = b.clone();
    for (int p = 0; p < k; p++) {
      double pivot = a[p][p];
      for (int j = 0; j < k; j++) {
        a[p][j] /= pivot;
      }
      x[p] /= pivot;
      for (int i = 0; i < k; i++) {
        if (i != p) {
          double factor = a[i][p];
          for (int j = 0; j < k; j++) {
            a[i][j] -= factor * a[p][j];
          }
          x[i] -= factor * x[p];
        }
      }
    }
    return x;
  }
}
