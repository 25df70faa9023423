package id.dampak.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The order of the levels of an effect that keeps together what occurs in the same group: cells
 * {@code region^day} region by region, if units stay in their region, and the days of each in
 * order.
 */
final class LevelOrder {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  /** Numbers by size, before all other texts. */
  private static final Comparator<String> BY_SIZE =
      Comparator.comparing((String label) -> !NUMBER.matcher(label).matches())
          .thenComparingDouble(
              label -> NUMBER.matcher(label).matches() ? Double.parseDouble(label) : 0)
          .thenComparing(Comparator.naturalOrder());

  private LevelOrder() {}

  /**
   * Compares levels.
   *
   * @param changes for each part of the cells how often it changes within a group
   */
  static Comparator<List<String>> of(long[] changes) {
    int[] parts =
        IntStream.range(0, changes.length)
            .boxed()
            .sorted(Comparator.comparingLong(part -> changes[part]))
            .mapToInt(Integer::intValue)
            .toArray();
    return (a, b) ->
        Arrays.stream(parts)
            .map(part -> BY_SIZE.compare(a.get(part), b.get(part)))
            .filter(difference -> difference != 0)
            .findFirst()
            .orElse(0);
  }
}
