package id.dampak.linalg;

import id.dampak.error.SensitivityErrors;
import java.util.Arrays;

/**
 * Minimises {@code ½ u'Hu + g'u + κ Σ|u_i|} for a positive semi-definite H, exactly: feature-sign
 * search (Lee, Battle, Raina and Ng 2006). The signs of the coordinates that are not 0 are kept as
 * an active set; each step solves the quadratic on it and stops at the first change of sign.
 */
public final class LassoQuadratic {
  private static final double TOLERANCE = 1e-9;

  private final Matrix h;
  private final double[] g;
  private final double scale;

  /** The quadratic with the matrix {@code h} and the linear part {@code g}. */
  public LassoQuadratic(Matrix h, double[] g) {
    this.h = h;
    this.g = g.clone();
    double largest = 0;
    for (double value : g) {
      largest = Math.max(largest, Math.abs(value));
    }
    this.scale = largest;
  }

  /** The smallest κ from which on the minimum is at 0. */
  public double largestPenalty() {
    return scale;
  }

  /** The point at which the penalised quadratic is smallest. */
  public double[] minimise(double kappa) {
    int n = g.length;
    double[] u = new double[n];
    int[] sign = new int[n];
    for (int round = 0; round < 50 * (n + 1); round++) {
      if (!activate(u, sign, kappa)) {
        return u;
      }
      for (int step = 0; step <= 2 * n + 1; step++) {
        if (descend(u, sign, kappa)) {
          break;
        }
      }
    }
    throw SensitivityErrors.programDidNotEnd(n, n);
  }

  /** Adds the coordinate that violates its condition most; false if none does. */
  private boolean activate(double[] u, int[] sign, double kappa) {
    int worst = -1;
    double most = TOLERANCE * scale;
    double[] gradient = gradient(u);
    for (int i = 0; i < u.length; i++) {
      double excess = Math.abs(gradient[i]) - kappa;
      if (sign[i] == 0 && excess > most) {
        worst = i;
        most = excess;
      }
    }
    if (worst >= 0) {
      sign[worst] = gradient[worst] > 0 ? -1 : 1;
    }
    return worst >= 0;
  }

  /**
   * One step to the minimum on the active set, or to the first coordinate that reaches 0 on the
   * way, which then leaves the set; true if the minimum was reached.
   */
  private boolean descend(double[] u, int[] sign, double kappa) {
    int[] active = active(sign);
    double[] gradient = gradient(u);
    double[] right = new double[active.length];
    for (int a = 0; a < active.length; a++) {
      right[a] = -gradient[active[a]] - kappa * sign[active[a]];
    }
    Cholesky factor = Cholesky.of(h.block(active));
    int[] kept = factor.kept();
    double[] solved = factor.solve(right);
    double length = 1;
    int first = -1;
    for (int c = 0; c < kept.length; c++) {
      int i = active[kept[c]];
      double target = u[i] + solved[c];
      if (target * sign[i] < 0 && u[i] / (u[i] - target) < length) {
        length = u[i] / (u[i] - target);
        first = i;
      }
    }
    for (int c = 0; c < kept.length; c++) {
      u[active[kept[c]]] += length * solved[c];
    }
    if (first >= 0) {
      u[first] = 0;
      sign[first] = 0;
    }
    return first < 0;
  }

  private double[] gradient(double[] u) {
    double[] gradient = g.clone();
    for (int i = 0; i < gradient.length; i++) {
      for (int j = 0; j < gradient.length; j++) {
        gradient[i] += h.at(i, j) * u[j];
      }
    }
    return gradient;
  }

  private static int[] active(int[] sign) {
    int count = 0;
    int[] active = new int[sign.length];
    for (int i = 0; i < sign.length; i++) {
      if (sign[i] != 0) {
        active[count++] = i;
      }
    }
    return Arrays.copyOf(active, count);
  }
}
