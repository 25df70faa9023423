package id.dampak.linalg;

import java.util.Arrays;

/**
 * Minimises {@code ½ w'(G + ridge I)w − c'w} over the simplex by a primal active-set method; see
 * {@link SimplexProgram}. Every solution that it passes is lower than the one before.
 */
final class ActiveSet {
  private static final double TOLERANCE = 1e-14;
  private static final int MOST_ENTRIES_FOR_EACH_POINT = 20;

  private final int n;
  private final double[] gram;
  private final double[] linear;
  private final double[] w;
  private final boolean[] refused;
  private final PassiveFactor passive;

  private ActiveSet(int n, double[] gram, double[] linear) {
    this.n = n;
    this.gram = gram;
    this.linear = linear;
    this.w = new double[n];
    this.refused = new boolean[n];
    this.passive = new PassiveFactor(n, gram);
  }

  static double[] minimise(Matrix gram, double ridge, double[] linear, double[] start) {
    int n = gram.rows();
    double[] values = gram.toArray();
    for (int i = 0; i < n; i++) {
      values[i * n + i] += ridge;
    }
    ActiveSet set = new ActiveSet(n, values, linear);
    set.begin(start);
    set.run();
    return set.w;
  }

  private void begin(double[] start) {
    for (int i = 0; i < n; i++) {
      if (start[i] > 0 && passive.append(i)) {
        w[i] = start[i];
      }
    }
    if (passive.size() == 0) {
      int best = 0;
      for (int i = 1; i < n; i++) {
        if (atVertex(i) < atVertex(best)) {
          best = i;
        }
      }
      passive.append(best);
      w[best] = 1;
    }
    normalise();
  }

  private double atVertex(int i) {
    return gram[i * n + i] / 2 - linear[i];
  }

  private void run() {
    descend();
    for (long entry = 0; entry < (long) MOST_ENTRIES_FOR_EACH_POINT * (n + 10); entry++) {
      int entering = entering();
      if (entering < 0) {
        return;
      }
      if (!passive.append(entering)) {
        refused[entering] = true;
        continue;
      }
      descend();
      if (w[entering] > 0) {
        Arrays.fill(refused, false);
      } else {
        // It left at once: only rounding had said that it would help.
        refused[entering] = true;
      }
    }
  }

  /** Goes to the minimum over the points in use, which fall out where their weight becomes 0. */
  private void descend() {
    while (true) {
      double[] goal = passive.minimum(linear);
      double step = 1;
      boolean[] leaving = new boolean[goal.length];
      for (int k = 0; k < goal.length; k++) {
        double here = w[passive.member(k)];
        if (goal[k] <= 0) {
          double possible = here > 0 ? here / (here - goal[k]) : 0;
          leaving[k] = possible <= step;
          if (possible < step) {
            Arrays.fill(leaving, 0, k, false);
            step = possible;
          }
        }
      }
      boolean ended = true;
      for (int k = 0; k < goal.length; k++) {
        int i = passive.member(k);
        w[i] = leaving[k] ? 0 : Math.max(0, w[i] + step * (goal[k] - w[i]));
        ended &= !leaving[k];
      }
      if (ended) {
        return;
      }
      passive.remove(leaving);
      normalise();
    }
  }

  private void normalise() {
    double sum = 0;
    for (double v : w) {
      sum += v;
    }
    for (int i = 0; i < n; i++) {
      w[i] /= sum;
    }
  }

  /** The point whose entry lowers the objective fastest; negative at the minimum. */
  private int entering() {
    double[] gradient = new double[n];
    double multiplier = 0;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double sum = -linear[i];
      for (int k = 0; k < passive.size(); k++) {
        int j = passive.member(k);
        sum += gram[i * n + j] * w[j];
      }
      gradient[i] = sum;
      multiplier += w[i] * sum;
      largest = w[i] > 0 ? Math.max(largest, gram[i * n + i]) : largest;
    }
    int best = -1;
    double most = 0;
    for (int i = 0; i < n; i++) {
      double gain = multiplier - gradient[i];
      double rounding = TOLERANCE * Math.sqrt(largest * gram[i * n + i]);
      if (w[i] == 0 && !refused[i] && gain > rounding && gain > most) {
        best = i;
        most = gain;
      }
    }
    return best;
  }
}
