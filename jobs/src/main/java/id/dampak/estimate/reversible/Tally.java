package id.dampak.estimate.reversible;

import java.util.Arrays;

/**
 * Counts and means of many sets of units at once. Units must come cluster by cluster, which makes
 * counting the clusters of a set a matter of remembering its last one.
 */
final class Tally {
  private final int[] units;
  private final int[] clusters;
  private final int[] last;
  private final double[] weights;
  private final double[] sums;

  Tally(int sets) {
    units = new int[sets];
    clusters = new int[sets];
    last = new int[sets];
    Arrays.fill(last, -1);
    weights = new double[sets];
    sums = new double[sets];
  }

  void add(int set, double value, double weight, int cluster) {
    units[set]++;
    weights[set] += weight;
    sums[set] += weight * value;
    if (last[set] != cluster) {
      last[set] = cluster;
      clusters[set]++;
    }
  }

  int sets() {
    return units.length;
  }

  int units(int set) {
    return units[set];
  }

  double weight(int set) {
    return weights[set];
  }

  double mean(int set) {
    return sums[set] / weights[set];
  }

  /**
   * The value less the mean of its set, times √(C/(C − 1)) for C clusters: its square is unbiased
   * for the variance although the mean is estimated. One cluster says nothing of its own
   * deviations; then the wider set around it is taken, and without two clusters there the value.
   */
  double deviation(int set, Tally wider, int around, double value) {
    if (clusters[set] > 1) {
      return scaledDeviation(set, value);
    }
    return wider.clusters[around] > 1 ? wider.scaledDeviation(around, value) : value;
  }

  private double scaledDeviation(int set, double value) {
    double c = clusters[set];
    return Math.sqrt(c / (c - 1)) * (value - mean(set));
  }
}
