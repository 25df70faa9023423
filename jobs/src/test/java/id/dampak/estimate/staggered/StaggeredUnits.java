package id.dampak.estimate.staggered;

import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Units in periods 1 to T with a covariate x that both treatment and trend depend on, treated from
 * period 3 or 5 on or never; the effect is 1 + e/2 in the e-th period after the start.
 */
final class StaggeredUnits {
  final int[] start;
  final double[][] y;
  final double[][] x;

  StaggeredUnits(int units, int periods, Random random) {
    start = new int[units];
    y = new double[units][periods];
    x = new double[units][periods];
    for (int i = 0; i < units; i++) {
      double fixed = random.nextGaussian();
      double latent = 0.5 * fixed + random.nextGaussian();
      start[i] = latent > 0.6 ? 3 : latent > -0.2 ? 5 : 0;
      double level = random.nextGaussian();
      for (int t = 1; t <= periods; t++) {
        x[i][t - 1] = fixed + 0.1 * t * (i % 3);
        y[i][t - 1] = level + 0.5 * t * fixed + effect(start[i], t) + random.nextGaussian();
      }
    }
  }

  static double effect(int start, int t) {
    return start > 0 && t >= start ? 1 + 0.5 * (t - start) : 0;
  }

  /** Makes the covariate the same in all periods: then it explains trends and treatment fully. */
  StaggeredUnits withConstantCovariate() {
    for (int i = 0; i < x.length; i++) {
      double fixed = x[i][0] - 0.1 * (i % 3);
      Arrays.fill(x[i], fixed);
    }
    return this;
  }

  /** Forgets a share of the outcomes. */
  StaggeredUnits withGaps(double share, Random random) {
    for (double[] row : y) {
      for (int t = 0; t < row.length; t++) {
        row[t] = random.nextDouble() < share ? Double.NaN : row[t];
      }
    }
    return this;
  }

  /** Moves the start of the i-th unit. */
  StaggeredUnits starting(int i, int period) {
    start[i] = period;
    return this;
  }

  Panel panel() {
    List<Integer> order = new ArrayList<>();
    for (int cell = 0; cell < y.length * y[0].length; cell++) {
      order.add(cell);
    }
    return panel(order);
  }

  /** Rows in the given order of unit × period. */
  Panel panel(List<Integer> order) {
    int periods = y[0].length;
    return Panel.ofRows(order.size())
        .categorical("unit", order.stream().map(cell -> "u" + cell / periods).toList())
        .numeric("t", row -> order.get(row) % periods + 1)
        .numeric("y", row -> y[order.get(row) / periods][order.get(row) % periods])
        .numeric("x", row -> x[order.get(row) / periods][order.get(row) % periods])
        .numeric("g", row -> start[order.get(row) / periods])
        .numeric("cluster", row -> order.get(row) / periods % 11)
        .numeric("one", row -> 1)
        .build();
  }
}
