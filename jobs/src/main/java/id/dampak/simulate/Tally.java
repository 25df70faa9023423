package id.dampak.simulate;

/**
 * Rupiah sums, either expected or drawn. Sales and LIVE sales are those of the suspended local days
 * as they would have been without the suspension.
 *
 * @param sales sales through all channels
 * @param liveSales sales through TikTok LIVE
 * @param grossLoss LIVE sales of the suspended hours
 * @param displaced what of those was sold through another channel at the same time
 * @param recovered what of those was made up for afterwards, within the days of the market
 */
public record Tally(
    double sales, double liveSales, double grossLoss, double displaced, double recovered) {
  static final Tally ZERO = new Tally(0, 0, 0, 0, 0);

  /** Sales lost over the suspended local days, before any recovery afterwards. */
  public double netLoss() {
    return grossLoss - displaced;
  }

  Tally plus(Tally other) {
    return new Tally(
        sales + other.sales,
        liveSales + other.liveSales,
        grossLoss + other.grossLoss,
        displaced + other.displaced,
        recovered + other.recovered);
  }
}
