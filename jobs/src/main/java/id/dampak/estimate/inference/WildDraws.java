package id.dampak.estimate.inference;

/** The multipliers of each draw and cluster; draw 0 is the sample as it is, all of them 1. */
final class WildDraws {
  /** Most clusters of which every combination of signs is taken. */
  static final int MOST_ENUMERATED = 12;

  private static final double[] WEBB = {
    -Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)
  };

  private final boolean enumerated;
  private final boolean webb;
  private final int count;
  private final DrawHash hash;

  WildDraws(WildWeights weights, int clusters, int draws, long seed) {
    this.webb =
        weights == WildWeights.WEBB
            || (weights == WildWeights.BY_CLUSTERS && clusters > MOST_ENUMERATED);
    this.enumerated = !webb && clusters <= MOST_ENUMERATED;
    this.count = enumerated ? 1 << clusters : draws + 1;
    this.hash = new DrawHash(seed);
  }

  /** Number of draws with the sample itself among them. */
  int count() {
    return count;
  }

  /** What the multipliers are. */
  WildWeights weights() {
    return webb ? WildWeights.WEBB : WildWeights.RADEMACHER;
  }

  /** The multiplier of the cluster in place {@code cluster} with this hash of its label. */
  double multiplier(int draw, int cluster, long label) {
    if (draw == 0) {
      return 1;
    }
    if (enumerated) {
      return (draw >> cluster & 1) == 0 ? 1 : -1;
    }
    double unit = hash.unit(draw, label);
    return webb ? WEBB[(int) (6 * unit)] : unit < 0.5 ? -1 : 1;
  }
}
