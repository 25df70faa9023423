package id.dampak.estimate.inference;

import java.util.Arrays;

/** The changes of groups of different size, and how far they move under a hypothesis. */
final class SizedChanges {
  private final double[] changes;
  private final boolean[] treated;
  private final double[] inverseSizes;
  private final int[][] indices;
  private final int treatedGroups;

  /**
   * @param changes W_j
   * @param sizes M_j
   * @param indices for each draw and group the group whose scaled change it is given
   */
  SizedChanges(double[] changes, boolean[] treated, double[] sizes, int[][] indices) {
    this.changes = changes;
    this.treated = treated;
    this.inverseSizes = Arrays.stream(sizes).map(m -> 1 / m).toArray();
    this.indices = indices;
    int count = 0;
    for (boolean one : treated) {
      count += one ? 1 : 0;
    }
    this.treatedGroups = count;
  }

  double estimate() {
    return contrast(changes);
  }

  private double contrast(double[] values) {
    double sum = 0;
    for (int g = 0; g < values.length; g++) {
      sum += treated[g] ? values[g] / treatedGroups : -values[g] / (values.length - treatedGroups);
    }
    return sum;
  }

  /** The share of draws under the hypothesis that are as far from it as the estimate. */
  double pValue(double hypothesis) {
    double observed = Math.abs(estimate() - hypothesis);
    long beyond = Arrays.stream(draws(hypothesis)).filter(a -> Math.abs(a) >= observed).count();
    return (1.0 + beyond) / (1.0 + indices.length);
  }

  /** The root of the mean square of the draws under the hypothesis. */
  double stdError(double hypothesis) {
    double[] draws = draws(hypothesis);
    return Math.sqrt(Arrays.stream(draws).map(a -> a * a).sum() / draws.length);
  }

  /** What the estimate would be without an effect, less the hypothesis. */
  private double[] draws(double hypothesis) {
    int n = changes.length;
    double[] residuals = new double[n];
    for (int g = 0; g < n; g++) {
      residuals[g] = changes[g] - (treated[g] ? hypothesis : 0);
    }
    double mean = Arrays.stream(residuals).sum() / n;
    Arrays.setAll(residuals, g -> residuals[g] - mean);
    double[] roots = roots(residuals);
    double[] scaled = new double[n];
    Arrays.setAll(scaled, g -> roots[g] > 0 ? residuals[g] / roots[g] : 0);
    double[] draws = new double[indices.length];
    double[] drawn = new double[n];
    for (int b = 0; b < draws.length; b++) {
      for (int g = 0; g < n; g++) {
        drawn[g] = roots[g] * scaled[indices[b][g]];
      }
      draws[b] = contrast(drawn);
    }
    return draws;
  }

  /**
   * Roots of {@code A + B/M} fitted to squared residuals by least squares with A and B not
   * negative: of the two whichever would be is left out, and the other fitted alone.
   */
  private double[] roots(double[] residuals) {
    int n = residuals.length;
    double sum = 0;
    double sumInverse = 0;
    double inverseSquares = 0;
    double cross = 0;
    for (int g = 0; g < n; g++) {
      double square = residuals[g] * residuals[g];
      sum += square;
      sumInverse += inverseSizes[g];
      inverseSquares += inverseSizes[g] * inverseSizes[g];
      cross += inverseSizes[g] * square;
    }
    double spread = inverseSquares - sumInverse * sumInverse / n;
    double slope = spread > 1e-12 * inverseSquares ? (cross - sumInverse * sum / n) / spread : 0;
    double constant = (sum - slope * sumInverse) / n;
    double a = slope < 0 ? sum / n : constant < 0 ? 0 : constant;
    double b = slope < 0 ? 0 : constant < 0 ? cross / inverseSquares : slope;
    double[] roots = new double[n];
    Arrays.setAll(roots, g -> Math.sqrt(a + b * inverseSizes[g]));
    return roots;
  }
}
