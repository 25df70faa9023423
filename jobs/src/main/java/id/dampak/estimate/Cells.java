package id.dampak.estimate;

import id.dampak.linalg.CellSpread;
import java.util.Arrays;

/**
 * Observations that agree in everything but outcome and weight, collapsed into cells: weights are
 * summed, outcomes averaged, and what varies within a cell is kept as sums of squares. A linear
 * regression on the cells is that on the observations, its standard errors included (Wong, Forsell,
 * Lewis, Mao and Wardrop 2021, You Only Compress Once, arXiv:2102.11297).
 */
final class Cells {
  /** Observations by which it is judged whether compression pays. */
  private static final int LOOKED_AT = 1 << 16;

  /** Observations that a cell must have on average. */
  private static final int WORTHWHILE = 8;

  private final int observations;
  private int[] first = new int[1024];
  private final Moment plain = new Moment();
  private final Moment squared = new Moment();
  private int count;

  private Cells(int observations) {
    this.observations = observations;
  }

  /** The cells of all observations; without weights each weighs 1. */
  static Cells of(CellKeys keys, double[] outcome, double[] weights) {
    Cells cells = new Cells(keys.observations());
    CellKeys.Table table = keys.table();
    for (int i = 0; i < outcome.length; i++) {
      cells.add(table.cellOf(i), i, outcome[i], weights.length == 0 ? 1 : weights[i]);
    }
    return cells;
  }

  /** Whether a sample of observations shows that there are far fewer cells. */
  static boolean pay(CellKeys keys) {
    int n = keys.observations();
    int looked = Math.min(n, LOOKED_AT);
    CellKeys.Table table = keys.table();
    for (int s = 0; s < looked; s++) {
      table.cellOf((int) ((long) s * n / looked));
    }
    double distinct = table.count();
    // Few repetitions among s of D cells: s²/2D pairs are expected to agree.
    double expected =
        distinct < 0.5 * looked
            ? 2 * distinct
            : 0.5 * looked * looked / Math.max(1, looked - distinct);
    return (looked == n ? distinct : expected) * WORTHWHILE <= n;
  }

  private void add(int cell, int i, double y, double w) {
    if (cell == count) {
      if (count == first.length) {
        first = Arrays.copyOf(first, 2 * count);
        plain.grow(2 * count);
        squared.grow(2 * count);
      }
      first[count++] = i;
    }
    plain.add(cell, y, w);
    squared.add(cell, y, w * w);
  }

  /** Observations in all cells. */
  int observations() {
    return observations;
  }

  /** Number of cells. */
  int count() {
    return count;
  }

  /** An observation of each cell, which has what all of them agree in. */
  int[] first() {
    return Arrays.copyOf(first, count);
  }

  /** Weight of each cell. */
  double[] weights() {
    return Arrays.copyOf(plain.weight, count);
  }

  /** Mean outcome of each cell. */
  double[] outcome() {
    return Arrays.copyOf(plain.mean, count);
  }

  /** How the outcome varies within each cell. */
  CellSpread spread() {
    double[] shift = new double[count];
    Arrays.setAll(shift, c -> squared.mean[c] - plain.mean[c]);
    return new CellSpread(
        Arrays.copyOf(plain.squares, count),
        Arrays.copyOf(squared.weight, count),
        shift,
        Arrays.copyOf(squared.squares, count));
  }

  /** Weight, mean and squares around it of the outcome by cell, without loss of digits. */
  private static final class Moment {
    private double[] weight = new double[1024];
    private double[] mean = new double[1024];
    private double[] squares = new double[1024];

    void grow(int size) {
      weight = Arrays.copyOf(weight, size);
      mean = Arrays.copyOf(mean, size);
      squares = Arrays.copyOf(squares, size);
    }

    void add(int cell, double y, double w) {
      double total = weight[cell] + w;
      double difference = y - mean[cell];
      squares[cell] += difference * difference * (weight[cell] * w / total);
      mean[cell] += difference * (w / total);
      weight[cell] = total;
    }
  }
}
