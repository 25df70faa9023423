package id.dampak.estimate.inference;

/** Poisson(1) numbers from the hash of a draw and a cluster, by inversion. */
final class PoissonWeights {
  /** P(w ≤ k) for k from 0: 1 to all digits beyond the last. */
  private static final double[] CUMULATIVE = cumulative(19);

  private final DrawHash hash;

  PoissonWeights(long seed) {
    this.hash = new DrawHash(seed);
  }

  private static double[] cumulative(int most) {
    double[] cumulative = new double[most];
    double probability = Math.exp(-1);
    double sum = 0;
    for (int k = 0; k < most; k++) {
      sum += probability;
      cumulative[k] = sum;
      probability /= k + 1;
    }
    return cumulative;
  }

  /** The weight of the cluster with this hash of its label. */
  int weight(int draw, long label) {
    double unit = hash.unit(draw, label);
    int weight = 0;
    while (weight < CUMULATIVE.length && unit >= CUMULATIVE[weight]) {
      weight++;
    }
    return weight;
  }
}
