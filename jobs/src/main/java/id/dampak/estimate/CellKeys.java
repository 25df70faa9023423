package id.dampak.estimate;

import java.util.Arrays;

/** What the observations of a cell agree in: numbers and codes, column by column. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record CellKeys(int observations, double[][] numbers, int[][] codes) {

  /** A table that numbers cells as they are first seen. */
  Table table() {
    return new Table();
  }

  private boolean agree(int i, int j) {
    for (int[] column : codes) {
      if (column[i] != column[j]) {
        return false;
      }
    }
    for (double[] column : numbers) {
      if (column[i] != column[j]) {
        return false;
      }
    }
    return true;
  }

  private long hash(int i) {
    long hash = 0;
    for (int[] column : codes) {
      hash = mixed(hash ^ column[i]);
    }
    for (double[] column : numbers) {
      // Adding 0.0 turns -0.0 into 0.0, which agrees with it.
      hash = mixed(hash ^ Double.doubleToLongBits(column[i] + 0.0));
    }
    return hash;
  }

  private static long mixed(long hash) {
    long product = hash * 0x9E3779B97F4A7C15L;
    return product ^ product >>> 32;
  }

  /** Numbers of cells, found by hashing. */
  final class Table {
    private int[] cells = new int[1 << 12];
    private long[] hashes = new long[1 << 11];
    private int[] firsts = new int[1 << 11];
    private int count;

    private Table() {
      Arrays.fill(cells, -1);
    }

    /** The number of the cell of an observation. */
    int cellOf(int i) {
      long hash = hash(i);
      int slot = slot(hash);
      while (cells[slot] >= 0) {
        int cell = cells[slot];
        if (hashes[cell] == hash && agree(firsts[cell], i)) {
          return cell;
        }
        slot = slot + 1 & cells.length - 1;
      }
      cells[slot] = count;
      hashes[count] = hash;
      firsts[count] = i;
      if (++count == hashes.length) {
        grow();
      }
      return count - 1;
    }

    /** Number of cells so far. */
    int count() {
      return count;
    }

    private int slot(long hash) {
      return (int) (hash >>> 16) & cells.length - 1;
    }

    private void grow() {
      hashes = Arrays.copyOf(hashes, 2 * count);
      firsts = Arrays.copyOf(firsts, 2 * count);
      cells = new int[4 * count];
      Arrays.fill(cells, -1);
      for (int cell = 0; cell < count; cell++) {
        int slot = slot(hashes[cell]);
        while (cells[slot] >= 0) {
          slot = slot + 1 & cells.length - 1;
        }
        cells[slot] = cell;
      }
    }
  }
}
