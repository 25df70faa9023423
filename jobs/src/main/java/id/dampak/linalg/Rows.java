package id.dampak.linalg;

/** Observations listed level by level of a factor (counting sort, stable). */
final class Rows {
  private final int[] offsets;
  private final int[] order;

  private Rows(int[] offsets, int[] order) {
    this.offsets = offsets;
    this.order = order;
  }

  static Rows by(int[] codes, int levels) {
    int[] offsets = new int[levels + 1];
    for (int code : codes) {
      offsets[code + 1]++;
    }
    for (int level = 0; level < levels; level++) {
      offsets[level + 1] += offsets[level];
    }
    int[] next = offsets.clone();
    int[] order = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      order[next[codes[i]]++] = i;
    }
    return new Rows(offsets, order);
  }

  /** Observations that are in the order of their levels already. */
  static Rows sorted(int[] codes, int levels) {
    int[] offsets = new int[levels + 1];
    int place = 0;
    for (int level = 0; level < levels; level++) {
      while (place < codes.length && codes[place] == level) {
        place++;
      }
      offsets[level + 1] = place;
    }
    return new Rows(offsets, new int[0]);
  }

  /** Where each level starts, and where the last one ends; the array itself. */
  int[] offsets() {
    return offsets;
  }

  /** The observation in each place, empty where they are in order; the array itself. */
  int[] order() {
    return order;
  }

  int from(int level) {
    return offsets[level];
  }

  int to(int level) {
    return offsets[level + 1];
  }

  /** The observation in the given place of the list. */
  int at(int place) {
    return order.length == 0 ? place : order[place];
  }
}
