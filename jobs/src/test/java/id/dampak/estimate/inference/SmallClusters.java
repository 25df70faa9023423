package id.dampak.estimate.inference;

import id.dampak.estimate.Panel;
import java.util.SplittableRandom;

/**
 * A small unbalanced panel: units i in six clusters g, periods t, sectors s that cut across both, a
 * treatment d of some clusters.
 */
final class SmallClusters {
  final int n = 70;
  final double[] x = new double[n];
  final double[] d = new double[n];
  final double[] w = new double[n];
  final double[] y = new double[n];
  final int[] i = new int[n];
  final int[] t = new int[n];
  final int[] s = new int[n];
  final int[] g = new int[n];

  SmallClusters(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] shocks = random.doubles(6).toArray();
    for (int r = 0; r < n; r++) {
      i[r] = r % 15;
      t[r] = r / 15;
      s[r] = random.nextInt(3);
      g[r] = i[r] % 6;
      w[r] = 0.5 + random.nextDouble();
      x[r] = random.nextGaussian() + 0.3 * i[r];
      d[r] = g[r] < 3 && t[r] >= 2 ? 1 : 0;
      y[r] = 2 * x[r] - d[r] + i[r] + t[r] * shocks[g[r]] + random.nextGaussian();
    }
  }

  /** The codes of an effect, or of the cells s^t. */
  int[] codes(String effect) {
    return switch (effect) {
      case "i" -> i;
      case "t" -> t;
      case "s" -> s;
      case "g" -> g;
      case "s^t" -> {
        int[] cells = new int[n];
        java.util.Arrays.setAll(cells, r -> s[r] * 5 + t[r]);
        yield cells;
      }
      default -> throw new IllegalArgumentException(effect);
    };
  }

  Panel panel() {
    return panelWithXTimes(1);
  }

  Panel panelWithXTimes(double factor) {
    return Panel.ofRows(n)
        .numeric("y", y)
        .numeric("x", r -> factor * x[r])
        .numeric("d", d)
        .numeric("w", w)
        .numeric("i", r -> i[r])
        .numeric("t", r -> t[r])
        .numeric("s", r -> s[r])
        .numeric("g", r -> g[r])
        .numeric("row", r -> r)
        .build();
  }
}
