package id.dampak.coverage;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A population from which samples are drawn, and the estimator that is asked about each.
 *
 * @param estimator what is tried, as in the tables
 * @param words the population in words
 * @param effect what is planted, in the unit of the estimate
 * @param draws samples for the coverage; each further point of the power curve has a quarter
 * @param draw a sample and what the estimator says of it
 */
record CoverageDesign(String estimator, String words, double effect, int draws, Draw draw) {
  /** Samples of a design that takes a few milliseconds each. */
  static final int MANY = 2_000;

  /** Samples of a design that takes longer. */
  static final int FEWER = 1_000;

  /** Draws a sample with an effect of this size and estimates it. */
  @FunctionalInterface
  interface Draw {
    Trial of(RandomGenerator random, double effect);
  }

  /** A design with {@link #MANY} samples. */
  static CoverageDesign of(String estimator, String words, double effect, Draw draw) {
    return new CoverageDesign(estimator, words, effect, MANY, draw);
  }

  /** The same with another number of samples. */
  CoverageDesign with(int samples) {
    return new CoverageDesign(estimator, words, effect, samples, draw);
  }

  /** The sample of a seed: the same noise whatever the effect. */
  Trial trial(long seed, double size) {
    return draw.of(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), size);
  }
}
