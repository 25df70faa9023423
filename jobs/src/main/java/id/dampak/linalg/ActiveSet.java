package id.dampak.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Minimises {@code ½ w'Gw − c'w} over the simplex by a primal active-set method; see {@link
 * SimplexProgram}. Every solution that it passes is lower than the one before, and the next c
 * starts from the solution for the last.
 */
final class ActiveSet {
  private static final double TOLERANCE = 1e-14;
  private static final double NEARLY_BEST = 0.5;
  private static final int MOST_ROUNDS_FOR_EACH_POINT = 20;

  private final int n;
  private final double[] gram;
  private final double[] w;
  private final boolean[] refused;
  private final PassiveFactor passive;
  private double[] linear;

  /**
   * @param start weights to start from, which may be all 0
   */
  ActiveSet(Matrix gram, double[] start) {
    this.n = gram.rows();
    this.gram = gram.toArray();
    this.w = new double[n];
    this.refused = new boolean[n];
    this.passive = new PassiveFactor(n, this.gram);
    this.linear = new double[n];
    begin(start);
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
        best = gram[i * n + i] < gram[best * n + best] ? i : best;
      }
      passive.append(best);
      w[best] = 1;
    }
    normalise();
  }

  /** The minimum for {@code c}. */
  double[] minimise(double[] c) {
    linear = c;
    Arrays.fill(refused, false);
    descend();
    boolean one = false;
    for (long round = 0; round < (long) MOST_ROUNDS_FOR_EACH_POINT * (n + 10); round++) {
      int[] entering = entering(one ? 1 : 1 + passive.size() / 2);
      if (entering.length == 0) {
        break;
      }
      for (int point : entering) {
        passive.append(point);
      }
      descend();
      if (Arrays.stream(entering).anyMatch(point -> w[point] > 0)) {
        Arrays.fill(refused, false);
        one = false;
      } else if (entering.length == 1) {
        // It left at once: only rounding had said that it would help.
        refused[entering[0]] = true;
      } else {
        one = true;
      }
    }
    return w.clone();
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

  /**
   * The points, at most {@code most}, whose entry lowers the objective fastest, and those nearly as
   * good; none at the minimum.
   */
  private int[] entering(int most) {
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
    double[] gain = new double[n];
    double best = 0;
    for (int i = 0; i < n; i++) {
      double rounding = TOLERANCE * Math.sqrt(largest * gram[i * n + i]);
      if (w[i] == 0 && !refused[i] && multiplier - gradient[i] > rounding) {
        gain[i] = multiplier - gradient[i];
        best = Math.max(best, gain[i]);
      }
    }
    double bar = NEARLY_BEST * best;
    return IntStream.range(0, n)
        .filter(i -> gain[i] > bar)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -gain[i]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
