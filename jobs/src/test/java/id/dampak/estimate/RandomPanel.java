package id.dampak.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * An unbalanced panel of random numbers, rows in no order: units in regions, of which some move;
 * days; exposure and size by unit; a few missing numbers, units and days that are alone.
 */
final class RandomPanel {
  private static final String[] NAMES = {
    "unit", "day", "region", "size", "e", "w", "x1", "x2", "y"
  };

  private RandomPanel() {}

  static Panel of(long seed, int units, int days) {
    Random random = new Random(seed);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      double exposure = i % 3 == 0 ? 0 : random.nextDouble();
      int home = random.nextInt(4);
      int own = i % 11 == 5 ? 1 : days;
      for (int t = 0; t < own; t++) {
        if (random.nextDouble() < 0.15 && own > 1) {
          continue;
        }
        int region = i % 13 == 0 && t > days / 2 ? (home + 1) % 4 : home;
        double x1 = 1000 + random.nextGaussian() + 0.1 * t + i % 5;
        double x2 = random.nextGaussian() * (1 + region);
        double y = 0.5 * x1 - 0.3 * x2 + i + Math.sin(t) + random.nextGaussian();
        double shown = random.nextDouble() < 0.01 ? Double.NaN : x2;
        double weight = 1 + i % 4 + (i % 7 == 0 ? 0.5 * random.nextDouble() : 0);
        rows.add(new double[] {i, t, region, i % 5, exposure, weight, x1, shown, y});
      }
    }
    // A day on which one unit alone is seen.
    rows.add(new double[] {1, days + 3, 0, 1, rows.get(0)[4], 1, 1000, 1, 7});
    rows.get(rows.size() - 1)[4] =
        rows.stream().filter(row -> row[0] == 1).findFirst().orElseThrow()[4];
    Collections.shuffle(rows, random);
    Panel.Builder panel = Panel.ofRows(rows.size());
    IntStream.range(0, NAMES.length).forEach(j -> panel.numeric(NAMES[j], i -> rows.get(i)[j]));
    return panel.build();
  }
}
