package id.dampak.simulate;

/** Takes the cells of a merchant × day table one by one. */
@FunctionalInterface
public interface CellVisitor {
  /**
   * A day on which a merchant sold something.
   *
   * @param merchant the merchant's index
   * @param day the local day, 0 being the market's first
   * @param amount rupiah of completed sales, over zero
   * @param liveAmount the part of them made through TikTok LIVE
   */
  void cell(int merchant, int day, long amount, long liveAmount);
}
