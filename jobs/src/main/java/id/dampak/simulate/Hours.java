package id.dampak.simulate;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** At what time of the local day things happen: assumed profiles, LIVE mostly in the evening. */
final class Hours {
  static final int SECONDS_PER_DAY = 86_400;

  /**
   * Lengths of a LIVE session in minutes. No session that the profile can start runs past midnight.
   */
  static final List<Integer> SESSION_MINUTES = List.of(60, 90, 120);

  private static final int SECONDS_PER_HOUR = 3600;
  private static final int MINUTES_PER_DAY = 1440;

  private static final double[] LIVE_STARTS = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 3, 4, 3, 2, 2, 3, 4, 8, 16, 14, 10, 0, 0
  };
  private static final Weights LIVE_START = new Weights(LIVE_STARTS);
  private static final Weights ONLINE =
      new Weights(
          new double[] {2, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 7, 6, 5, 5, 5, 6, 7, 9, 10, 8, 5, 3});
  private static final Weights OFFLINE =
      new Weights(
          new double[] {0, 0, 0, 0, 0, 1, 3, 5, 7, 9, 10, 9, 8, 7, 7, 8, 9, 9, 7, 5, 3, 1, 0, 0});

  /** The minute of the day at which a LIVE session starts. */
  static int drawSessionStart(UniformRandomProvider random) {
    return LIVE_START.draw(random) * 60 + random.nextInt(60);
  }

  /** The second of the day at which a sale outside LIVE is made. */
  static int drawSale(Channel channel, UniformRandomProvider random) {
    Weights hours = channel == Channel.OFFLINE ? OFFLINE : ONLINE;
    return hours.draw(random) * SECONDS_PER_HOUR + random.nextInt(SECONDS_PER_HOUR);
  }

  /**
   * The expected share of a day's LIVE sales between two seconds of that day, when sessions of
   * {@code sessionMinutes} sell evenly from first to last second.
   */
  static double liveShare(int sessionMinutes, long fromSecond, long untilSecond) {
    long length = sessionMinutes * 60L;
    return IntStream.range(0, MINUTES_PER_DAY)
        .filter(minute -> LIVE_STARTS[minute / 60] > 0)
        .mapToDouble(
            minute -> {
              long from = Math.max(minute * 60L, fromSecond);
              long until = Math.min(minute * 60L + length, untilSecond);
              return LIVE_START.probability(minute / 60) / 60 * Math.max(0, until - from) / length;
            })
        .sum();
  }

  private Hours() {}
}
