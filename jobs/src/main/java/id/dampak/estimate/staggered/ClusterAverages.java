package id.dampak.estimate.staggered;

import id.dampak.linalg.Factor;

/**
 * Sums by cluster of weighted effects less τ̄ of their cell, where
 *
 * <pre>τ̄_h = Σ_c v_ch (v τ̂)_ch / Σ_c v_ch²</pre>
 *
 * over clusters c, with v_ch and (v τ̂)_ch sums over the observations of c in the cell h: the
 * average that makes the conservative variance as small as it can be (Borusyak, Jaravel and Spiess
 * 2024).
 */
final class ClusterAverages {
  private final Factor pairs;
  private final int[] cellOf;
  private final int[] clusterOf;
  private final int cells;

  /** From the cluster and the cell of each treated observation. */
  ClusterAverages(Factor clusters, Factor cells) {
    this.pairs = clusters.crossedWith(cells);
    this.cells = cells.levels();
    this.cellOf = new int[pairs.levels()];
    this.clusterOf = new int[pairs.levels()];
    for (int i = 0; i < pairs.observations(); i++) {
      cellOf[pairs.code(i)] = cells.code(i);
      clusterOf[pairs.code(i)] = clusters.code(i);
    }
  }

  /** Adds {@code Σ_i∈c v_i (τ̂_i − τ̄)} to the sum of each cluster. */
  void addTo(double[] sums, double[] v, UntreatedModel.Errors errors) {
    double[] weight = new double[pairs.levels()];
    double[] effect = new double[pairs.levels()];
    for (int i = 0; i < v.length; i++) {
      weight[pairs.code(i)] += v[i];
      effect[pairs.code(i)] += v[i] * errors.treated(i);
    }
    double[] numerator = new double[cells];
    double[] denominator = new double[cells];
    for (int p = 0; p < weight.length; p++) {
      numerator[cellOf[p]] += weight[p] * effect[p];
      denominator[cellOf[p]] += weight[p] * weight[p];
    }
    for (int p = 0; p < weight.length; p++) {
      if (weight[p] != 0) {
        sums[clusterOf[p]] += effect[p] - weight[p] * numerator[cellOf[p]] / denominator[cellOf[p]];
      }
    }
  }

  /** Cells that lie in a single cluster, whose deviation from τ̄ is 0 by construction. */
  int alone() {
    int[] clusters = new int[cells];
    for (int cell : cellOf) {
      clusters[cell]++;
    }
    int alone = 0;
    for (int count : clusters) {
      alone += count == 1 ? 1 : 0;
    }
    return alone;
  }
}
