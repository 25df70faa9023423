package id.dampak.linalg;

import java.util.Arrays;

/**
 * The convex combination of points that lies nearest to a target, by an exact quadratic program:
 *
 * <pre>min ‖Σ_i w_i a_i − b‖² + ridge ‖w‖²   over w ≥ 0, Σ_i w_i = 1</pre>
 *
 * <p>A primal active-set method (Wolfe 1976, doi:10.1007/BF01580381): the points in use are solved
 * for as if their weights could have any sign, the way there ends where a weight becomes zero, and
 * then the point enters that lowers the distance fastest. It ends after finitely many steps at the
 * minimum, to rounding.
 *
 * <p>Without a ridge several combinations can be equally near, and with a tiny one doubles cannot
 * tell them apart. Of these the one of least norm is found: the program is first solved with a
 * ridge of {@value #FLOOR} of the points' mean squared distance, and that ridge is then taken back
 * by proximal steps (Rockafellar 1976, doi:10.1137/0314056), which move the combination to the
 * minimum and leave alone what the distance does not determine.
 */
public final class SimplexProgram {
  private static final double FLOOR = 1e-7;
  private static final double UNMOVED = 1e-13;
  private static final int MOST_PROXIMAL_STEPS = 100;

  private final Matrix gram;
  private final double floor;

  private SimplexProgram(Matrix gram, double floor) {
    this.gram = gram;
    this.floor = floor;
  }

  /**
   * States the program.
   *
   * @param points the a_i, one array each, as long as {@code target}
   * @param target b
   * @param ridge not negative
   */
  public static SimplexProgram nearest(double[][] points, double[] target, double ridge) {
    int n = points.length;
    double[][] shifted = new double[n][target.length];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < target.length; t++) {
        shifted[i][t] = points[i][t] - target[t];
      }
    }
    double[] gram = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i * n + j] = dot(shifted[i], shifted[j]);
        gram[j * n + i] = gram[i * n + j];
      }
    }
    return of(Matrix.wrap(n, n, gram), ridge);
  }

  /**
   * States the program by the inner products of {@code a_i − b}: minimise {@code w'Gw + ridge
   * ‖w‖²}.
   */
  public static SimplexProgram of(Matrix gram, double ridge) {
    int n = gram.rows();
    double[] values = gram.toArray();
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += values[i * n + i];
    }
    double needed = FLOOR * (trace > 0 ? trace / n : 1);
    double floor = ridge < needed ? needed : 0;
    for (int i = 0; i < n; i++) {
      values[i * n + i] += ridge + floor;
    }
    return new SimplexProgram(Matrix.wrap(n, n, values), floor);
  }

  /** The weights of the nearest combination. */
  public double[] solve() {
    return solve(new double[gram.rows()]);
  }

  /** The same from weights near by, which only saves time; zeros stand for no guess. */
  public double[] solve(double[] start) {
    ActiveSet set = new ActiveSet(gram, start);
    double[] w = set.minimise(new double[start.length]);
    for (int step = 0; floor > 0 && step < MOST_PROXIMAL_STEPS; step++) {
      double[] next = set.minimise(Arrays.stream(w).map(v -> floor * v).toArray());
      double moved = 0;
      for (int i = 0; i < w.length; i++) {
        moved = Math.max(moved, Math.abs(next[i] - w[i]));
      }
      w = next;
      if (moved < UNMOVED) {
        break;
      }
    }
    return w;
  }

  /** The weights with the larger ridge left in: near enough for a search over many programs. */
  public double[] rough(double[] start) {
    return new ActiveSet(gram, start).minimise(new double[start.length]);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }
}
