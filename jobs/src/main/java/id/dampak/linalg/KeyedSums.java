package id.dampak.linalg;

import java.io.Serializable;
import java.util.Arrays;

/** Sums of vectors by key, in the order in which keys were first seen. */
final class KeyedSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int width;
  private long[] keys = new long[8];
  private double[][] sums = new double[8][];
  private int size;
  private transient LongCodes places = new LongCodes(8);

  KeyedSums(int width) {
    this.width = width;
  }

  /** Adds to the sum of a key. */
  void add(long key, double[] vector) {
    double[] sum = of(key);
    for (int j = 0; j < width; j++) {
      sum[j] += vector[j];
    }
  }

  /** Adds the sums of another one, key by key. */
  void addAll(KeyedSums other) {
    for (int i = 0; i < other.size; i++) {
      add(other.keys[i], other.sums[i]);
    }
  }

  /** Number of keys. */
  int size() {
    return size;
  }

  /** The sum of the key that was seen in place {@code i}; the array itself. */
  double[] sum(int i) {
    return sums[i];
  }

  /** Forgets all keys. */
  void clear() {
    if (size > 0) {
      size = 0;
      places = new LongCodes(8);
    }
  }

  private double[] of(long key) {
    if (size > 0 && keys[size - 1] == key) {
      return sums[size - 1];
    }
    int place = places().codeOf(key);
    if (place == size) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        sums = Arrays.copyOf(sums, 2 * size);
      }
      keys[size] = key;
      if (sums[size] == null) {
        sums[size] = new double[width];
      } else {
        Arrays.fill(sums[size], 0);
      }
      size++;
    }
    return sums[place];
  }

  /** After being sent elsewhere the keys are numbered again. */
  private LongCodes places() {
    if (places == null) {
      places = new LongCodes(size);
      for (int i = 0; i < size; i++) {
        places.codeOf(keys[i]);
      }
    }
    return places;
  }
}
