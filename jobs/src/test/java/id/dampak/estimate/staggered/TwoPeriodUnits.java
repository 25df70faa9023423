package id.dampak.estimate.staggered;

import id.dampak.estimate.Panel;
import java.util.Map;
import java.util.Random;

/** Units whose treatment and trend depend on two covariates. */
final class TwoPeriodUnits {
  static final double EFFECT = 2;

  final int n;
  private final double[] before;
  private final double[] after;
  private final double[] treated;
  private final double[] x;
  private final double[] z;

  TwoPeriodUnits(int n, Random random) {
    this.n = n;
    before = new double[n];
    after = new double[n];
    treated = new double[n];
    x = new double[n];
    z = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      z[i] = random.nextInt(2);
      double score = 1 / (1 + Math.exp(-0.6 * x[i] - 0.5 * z[i] + 0.5));
      treated[i] = random.nextDouble() < score ? 1 : 0;
      before[i] = random.nextGaussian() + x[i];
      after[i] = before[i] + x[i] - z[i] + EFFECT * treated[i] + random.nextGaussian();
    }
  }

  Panel wide() {
    return wide(1, 0);
  }

  Panel wide(double factor, double shift) {
    return Panel.ofRows(n)
        .numeric("before", before)
        .numeric("after", after)
        .numeric("treated", treated)
        .numeric("x", i -> factor * x[i] + shift)
        .numeric("z", z)
        .numeric("cluster", i -> i % 9)
        .numeric("one", i -> 1)
        .build();
  }

  /** Each unit in periods 2, 3 and 5, of which 3 is nonsense. */
  Panel longPanel() {
    int[] periods = {2, 3, 5};
    return Panel.ofRows(3 * n)
        .numeric("unit", i -> Math.floorDiv(i, 3))
        .numeric("t", i -> periods[i % 3])
        .numeric("y", i -> i % 3 == 0 ? before[i / 3] : i % 3 == 1 ? 99 : after[i / 3])
        .numeric("treated", i -> treated[i / 3])
        .numeric("x", i -> i % 3 == 0 ? x[i / 3] : -1)
        .numeric("z", i -> i % 3 == 0 ? z[i / 3] : -1)
        .build();
  }

  double slow(double[] weights, Adjustment adjustment, double trim) {
    double[] change = new double[n];
    boolean[] isTreated = new boolean[n];
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      change[i] = after[i] - before[i];
      isTreated[i] = treated[i] == 1;
      rows[i] = new double[] {1, x[i], z[i]};
    }
    return new SlowComparison(change, isTreated, rows, weights, trim).att(adjustment);
  }

  double[] influence(Adjustment adjustment, double trim) {
    return Influences.of(n, weights -> Map.of("ATT", slow(weights, adjustment, trim))).of("ATT");
  }
}
