package id.dampak.estimate.staggered;

import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Random staggered panels: units in regions, of which some adopt, with effects as planted. */
final class Market {
  /** The planted effect of a cohort k periods after it starts. */
  interface Effect {
    double of(int start, int relative);
  }

  final List<double[]> rows = new ArrayList<>();

  /**
   * Draws a panel with periods 1, 2, …
   *
   * @param starts of the units in turn, 0 for never
   * @param missing share of observations that are left out
   */
  Market(
      long seed,
      int units,
      int periods,
      int[] starts,
      Effect effect,
      double noise,
      double missing) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < units; i++) {
      double level = random.nextGaussian();
      int start = starts[i % starts.length];
      int cluster = i / 3;
      for (int t = 1; t <= periods; t++) {
        double x = random.nextGaussian() + 0.3 * level + 0.1 * t;
        double w = 0.5 + random.nextDouble();
        double treatment = start > 0 && t >= start ? effect.of(start, t - start) : 0;
        double y = level + 0.5 * t + (t % 3) + 0.7 * x + treatment + noise * random.nextGaussian();
        if (random.nextDouble() >= missing) {
          rows.add(new double[] {i, t, start, y, x, w, i % 4, cluster});
        }
      }
    }
  }

  /** Columns i, t, g, y, x, w, region of four, and cluster of three units. */
  Panel panel() {
    Panel.Builder panel = Panel.ofRows(rows.size());
    List<String> names = List.of("i", "t", "g", "y", "x", "w", "region", "cluster");
    IntStream.range(0, names.size())
        .forEach(c -> panel.numeric(names.get(c), row -> rows.get(row)[c]));
    return panel.build();
  }

  double at(int row, int column) {
    return rows.get(row)[column];
  }
}
