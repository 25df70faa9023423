package id.dampak.coverage;

import java.util.random.RandomGenerator;

/** Counts of orders: of pairs that come together, so that their variance is twice their mean. */
final class Counts {
  private Counts() {}

  static double draw(RandomGenerator random, double mean) {
    return 2 * poisson(random, mean / 2);
  }

  /** Arrivals within {@code mean} units of time, the waiting times between them exponential. */
  private static int poisson(RandomGenerator random, double mean) {
    int count = 0;
    for (double time = random.nextExponential(); time <= mean; time += random.nextExponential()) {
      count++;
    }
    return count;
  }
}
