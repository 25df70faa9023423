package id.dampak.simulate;

/**
 * A LIVE session that a merchant holds or, during the suspension, would have held.
 *
 * @param second its start, in seconds since the market's first local midnight
 * @param minutes its length
 * @param amount rupiah sold in it; if the suspension touches it, the rupiah expected had it run
 */
record Session(long second, int minutes, long amount) {
  long endSecond() {
    return second + minutes * 60L;
  }
}
