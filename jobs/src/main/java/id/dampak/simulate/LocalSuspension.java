package id.dampak.simulate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The suspension on the wall clock of one time zone, in seconds since the market's first local
 * midnight. The suspension itself is one interval for the whole country.
 */
final class LocalSuspension {
  private final ZoneOffset offset;
  private final long from;
  private final long until;
  private final Map<Integer, List<Double>> liveShares;

  LocalSuspension(ZoneId zone, MarketOptions options) {
    // Indonesia keeps no summer time, so that one offset serves every day.
    offset = zone.getRules().getOffset(options.off());
    from = localSecond(options, options.off());
    until = localSecond(options, options.on());
    liveShares =
        Hours.SESSION_MINUTES.stream()
            .collect(Collectors.toMap(Function.identity(), this::liveSharesByDay));
  }

  private long localSecond(MarketOptions options, Instant moment) {
    return moment.getEpochSecond() - options.start().atStartOfDay(offset).toEpochSecond();
  }

  private List<Double> liveSharesByDay(int sessionMinutes) {
    return IntStream.rangeClosed(firstDay(), lastDay())
        .mapToObj(
            day -> Hours.liveShare(sessionMinutes, from - dayStart(day), until - dayStart(day)))
        .toList();
  }

  ZoneOffset offset() {
    return offset;
  }

  boolean covers(long second) {
    return from <= second && second < until;
  }

  /** Whether it covers any second from {@code first} on and before {@code end}. */
  boolean touches(long first, long end) {
    return first < until && from < end;
  }

  boolean touchesDay(int day) {
    return firstDay() <= day && day <= lastDay();
  }

  int firstDay() {
    return (int) Math.floorDiv(from, (long) Hours.SECONDS_PER_DAY);
  }

  int lastDay() {
    return (int) Math.floorDiv(until - 1, (long) Hours.SECONDS_PER_DAY);
  }

  /** The expected share of a suspended day's LIVE sales that falls into the suspension. */
  double liveShare(int day, int sessionMinutes) {
    return liveShares.getOrDefault(sessionMinutes, List.of()).get(day - firstDay());
  }

  static long dayStart(int day) {
    return (long) day * Hours.SECONDS_PER_DAY;
  }
}
