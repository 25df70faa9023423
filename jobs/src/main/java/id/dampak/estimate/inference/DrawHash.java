package id.dampak.estimate.inference;

/**
 * Random bits of a draw and a cluster, from nothing but the seed, the number of the draw and the
 * label of the cluster: the same whatever the order of rows, the number of threads or the machine,
 * and without a state. Labels are hashed by FNV-1a, the three are mixed by the finaliser of
 * SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
 */
final class DrawHash {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final double TO_UNIT = 0x1p-53;

  private final long seed;

  DrawHash(long seed) {
    this.seed = mix(seed + GOLDEN_GAMMA);
  }

  /** The hash of a label, to be computed once. */
  static long ofLabel(String label) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < label.length(); i++) {
      hash = (hash ^ label.charAt(i)) * FNV_PRIME;
    }
    return mix(hash);
  }

  /** 64 bits for a draw and the hash of a label. */
  long bits(int draw, long label) {
    return mix(mix(seed + GOLDEN_GAMMA * (draw + 1L)) ^ label);
  }

  /** A number of [0, 1) for a draw and the hash of a label. */
  double unit(int draw, long label) {
    return (bits(draw, label) >>> 11) * TO_UNIT;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
