package id.dampak.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When the rows of a file counted.
 *
 * @param times when they began to count and when they ceased, in turn: while they count, the last
 *     is a beginning
 */
record Uses(List<Instant> times) {
  /** Of a file whose rows have never counted, as far as is known. */
  static final Uses NONE = new Uses(List.of());

  private static final String BETWEEN = " ";
  private static final String UNTIL = "/";

  Uses {
    times = List.copyOf(times);
  }

  /** Of a file whose rows count since a moment. */
  static Uses since(Instant moment) {
    return new Uses(List.of(moment));
  }

  /** Reads what {@link #text} wrote. */
  static Uses of(String text) {
    return new Uses(
        Arrays.stream(text.split("[ /]"))
            .filter(time -> !time.isEmpty())
            .map(Instant::parse)
            .toList());
  }

  /** ISO intervals with a space between; the last has no end while the rows count. */
  String text() {
    List<String> intervals = new ArrayList<>();
    for (int i = 0; i < times.size(); i += 2) {
      intervals.add(
          times.subList(i, Math.min(i + 2, times.size())).stream()
                  .map(Instant::toString)
                  .collect(Collectors.joining(UNTIL))
              + (i + 1 == times.size() ? UNTIL : ""));
    }
    return String.join(BETWEEN, intervals);
  }

  /** Whether the rows count now. */
  boolean areOpen() {
    return times.size() % 2 == 1;
  }

  /** Whether the rows counted right before a moment. */
  boolean coverUntil(Instant moment) {
    return times.stream().filter(time -> time.isBefore(moment)).count() % 2 == 1;
  }

  /** The same, where the rows count, or do not count any more, from a moment on. */
  Uses then(Instant moment) {
    List<Instant> longer = new ArrayList<>(times);
    longer.add(moment);
    return new Uses(longer);
  }
}
