package id.dampak.simulate;

import org.apache.commons.rng.UniformRandomProvider;

/** A draw among a few things with given weights. */
final class Weights {
  private final double[] cumulative;

  Weights(double[] weights) {
    cumulative = weights.clone();
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
  }

  /** The index of one of them. */
  int draw(UniformRandomProvider random) {
    int last = cumulative.length - 1;
    double point = random.nextDouble() * cumulative[last];
    int i = 0;
    while (i < last && cumulative[i] <= point) {
      i++;
    }
    return i;
  }

  /** The probability of one of them. */
  double probability(int i) {
    double before = i == 0 ? 0 : cumulative[i - 1];
    return (cumulative[i] - before) / cumulative[cumulative.length - 1];
  }
}
