package id.dampak.simulate;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Writes local seconds as ISO-8601 with offset; by hand, because a large market has 10^8 of them.
 */
final class LocalTimes {
  private final LocalDate start;
  private final ZoneOffset offset;
  private long cachedDay = Long.MIN_VALUE;
  private String cachedDate = "";

  LocalTimes(LocalDate start, ZoneOffset offset) {
    this.start = start;
    this.offset = offset;
  }

  String format(long second) {
    long day = Math.floorDiv(second, (long) Hours.SECONDS_PER_DAY);
    if (day != cachedDay) {
      cachedDay = day;
      cachedDate = start.plusDays(day) + "T";
    }
    int ofDay = (int) Math.floorMod(second, (long) Hours.SECONDS_PER_DAY);
    StringBuilder text = new StringBuilder(25).append(cachedDate);
    twoDigits(text, ofDay / 3600).append(':');
    twoDigits(text, ofDay / 60 % 60).append(':');
    twoDigits(text, ofDay % 60);
    return text.append(offset).toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
