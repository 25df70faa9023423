package id.dampak.estimate.inference;

/** Quantiles of draws. */
final class Quantiles {

  private Quantiles() {}

  /**
   * The value in place {@code (n + 1) probability} of the ordered draws, between two of them by
   * proportion: with 999 draws the quantiles of 2.5 % and 97.5 % are the 25th and the 975th.
   */
  static double of(double[] sorted, double probability) {
    double place = (sorted.length + 1) * probability - 1;
    int below = (int) Math.floor(Math.max(0, Math.min(sorted.length - 1.0, place)));
    int above = Math.min(sorted.length - 1, below + 1);
    double part = Math.max(0, Math.min(1, place - below));
    return sorted[below] + part * (sorted[above] - sorted[below]);
  }
}
