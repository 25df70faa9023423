package id.dampak.estimate.reversible;

import java.util.OptionalInt;

/**
 * The switches that one term averages over.
 *
 * @param term its name
 * @param direction only increases (0) or decreases (1)
 * @param place only those in one place
 */
record Pool(String term, OptionalInt direction, OptionalInt place) {

  boolean includes(int side) {
    return direction.isEmpty() || direction.getAsInt() == side;
  }

  /** The first place, where none before {@code least} is asked for. */
  int from(int least) {
    return Math.max(least, place.orElse(least));
  }

  /** The place after the last, of {@code periods} places. */
  int until(int periods) {
    return place.isEmpty() ? periods : place.getAsInt() + 1;
  }
}
