package id.dampak.linalg;

import java.util.Arrays;

/** Numbers distinct longs from 0 by first appearance, without boxing. */
public final class LongCodes {
  private long[] keys;
  private int[] codes;
  private int size;

  /** Expects about {@code expected} distinct values; takes more. */
  public LongCodes(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected)) << 2;
    keys = new long[capacity];
    codes = new int[capacity];
    Arrays.fill(codes, -1);
  }

  /** The code of {@code key}, a new one if it was not seen before. */
  public int codeOf(long key) {
    int slot = find(key);
    if (codes[slot] >= 0) {
      return codes[slot];
    }
    keys[slot] = key;
    codes[slot] = size;
    if (++size * 2 > keys.length) {
      grow();
    }
    return size - 1;
  }

  /** Number of distinct values so far. */
  public int size() {
    return size;
  }

  private int find(long key) {
    int mask = keys.length - 1;
    // The highest bits of the product depend on every bit of the key. The lower ones do not: the
    // bits of a double that holds a whole number end in zeros, and so does their product.
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> Long.numberOfLeadingZeros(mask));
    while (codes[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCodes = codes;
    keys = new long[oldKeys.length * 2];
    codes = new int[keys.length];
    Arrays.fill(codes, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCodes[i] >= 0) {
        int slot = find(oldKeys[i]);
        keys[slot] = oldKeys[i];
        codes[slot] = oldCodes[i];
      }
    }
  }
}
