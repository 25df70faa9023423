package id.dampak.estimate.inference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The periods in which an event could have begun before it did: so many steps earlier, with the
 * periods that it is compared with inside the data, and over before the event begins.
 *
 * @param first first period of the data
 * @param event period in which the event begins
 * @param before periods before a start that belong to its window
 * @param length periods of the event
 * @param step periods from one start to the next, back from the event: 7 keeps the weekday of days
 */
public record PlaceboStarts(int first, int event, int before, int length, int step) {

  /** The starts, ascending. */
  public List<Integer> periods() {
    return IntStream.rangeClosed(first + before, event - length)
        .filter(start -> Math.floorMod(event - start, step) == 0)
        .boxed()
        .toList();
  }

  /** Periods before the event that are needed for {@code count} starts. */
  public int needed(int count) {
    int latest = (length + step - 1) / step * step;
    return before + latest + (count - 1) * step;
  }

  /** How many of the starts have windows, of the event and before it, that share no period. */
  public long apart() {
    long apart = 0;
    int free = event;
    List<Integer> starts = periods();
    for (int i = starts.size() - 1; i >= 0; i--) {
      if (starts.get(i) + length <= free) {
        free = starts.get(i) - before;
        apart++;
      }
    }
    return apart;
  }
}
