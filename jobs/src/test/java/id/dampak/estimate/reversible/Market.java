package id.dampak.estimate.reversible;

import id.dampak.estimate.Panel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Small panels of units whose treatment switches on and off, as rows unit, t, cluster, w, d, y. */
final class Market {
  private static final String[] NAMES = {"unit", "t", "cluster", "w", "d", "y"};
  static final TreatmentColumns COLUMNS = TreatmentColumns.of("y", "d", "unit", "t");

  private Market() {}

  /** The outcome that a unit has in period t, given its treatments in periods 1 … t. */
  interface Outcome {
    double of(int unit, int t, double[] treatments);
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Rows from given paths of treatment: NaN for a treatment that is missing. */
  static List<double[]> rows(double[][] paths, Outcome outcome) {
    List<double[]> rows = new ArrayList<>();
    for (int unit = 0; unit < paths.length; unit++) {
      for (int t = 1; t <= paths[unit].length; t++) {
        double y = outcome.of(unit, t, paths[unit]);
        rows.add(
            new double[] {unit, t, Math.floorDiv(unit, 2), 1 + unit % 3, paths[unit][t - 1], y});
      }
    }
    return rows;
  }

  static Panel panel(List<double[]> rows) {
    Panel.Builder panel = Panel.ofRows(rows.size());
    for (int j = 0; j < NAMES.length; j++) {
      int column = j;
      panel.numeric(NAMES[j], i -> rows.get(i)[column]);
    }
    return panel.build();
  }

  static Panel panel(double[][] paths, Outcome outcome) {
    return panel(rows(paths, outcome));
  }

  /** Rows in another order, units under other names. */
  static Panel shuffledAndRenamed(List<double[]> rows, long seed) {
    List<double[]> shuffled = new ArrayList<>();
    for (double[] row : rows) {
      double[] renamed = row.clone();
      renamed[0] = 1000 - 7 * row[0];
      shuffled.add(renamed);
    }
    Collections.shuffle(shuffled, new Random(seed));
    return panel(shuffled);
  }

  /**
   * Units that start at 0, 1 or 2 and may move each period; some rows, outcomes and treatments are
   * missing.
   */
  static List<double[]> messy(long seed, int units, int periods) {
    RandomGenerator random = random(seed);
    double[][] paths = new double[units][periods];
    for (double[] path : paths) {
      path[0] = Math.floorDiv(random.nextInt(4), 2);
      for (int t = 1; t < periods; t++) {
        path[t] = random.nextDouble() < 0.15 ? random.nextInt(3) : path[t - 1];
      }
    }
    List<double[]> rows = rows(paths, (unit, t, d) -> unit + random.nextGaussian() + d[t - 1]);
    rows.removeIf(row -> random.nextDouble() < 0.05);
    for (double[] row : rows) {
      row[5] = random.nextDouble() < 0.05 ? Double.NaN : row[5];
      row[4] = random.nextDouble() < 0.03 ? Double.NaN : row[4];
    }
    return rows;
  }

  /** Paths of 0 and 1 that switch with a probability, some units never. */
  static double[][] onAndOff(RandomGenerator random, int units, int periods, double probability) {
    double[][] paths = new double[units][periods];
    for (int unit = 0; unit < units; unit++) {
      for (int t = 1; t < periods; t++) {
        boolean move = unit % 3 > 0 && random.nextDouble() < probability;
        paths[unit][t] = move ? 1 - paths[unit][t - 1] : paths[unit][t - 1];
      }
    }
    return paths;
  }
}
