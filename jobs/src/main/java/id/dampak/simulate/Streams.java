package id.dampak.simulate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent streams of random numbers, one per purpose and index. A merchant's stream depends on
 * nothing but the seed and the merchant's index, so that any block of merchants can be made alone.
 */
final class Streams {
  /** A merchant's lasting traits. */
  static final long TRAITS = 1;

  /** What a merchant sells, day by day. */
  static final long SALES = 2;

  /** What happens to a province on a day. */
  static final long PROVINCE = 3;

  /** What is said in a merchant's LIVE sessions. */
  static final long SPEECH = 4;

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  static UniformRandomProvider of(long seed, long purpose, long index) {
    long state = mixed(mixed(mixed(seed) + purpose) + index);
    long[] words = new long[4];
    for (int i = 0; i < words.length; i++) {
      state += GOLDEN_GAMMA;
      words[i] = mixed(state);
    }
    return RandomSource.XO_SHI_RO_256_PP.create(words);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195). */
  private static long mixed(long word) {
    long z = word + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private Streams() {}
}
