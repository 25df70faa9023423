package id.dampak.linalg;

import java.io.Serializable;

/**
 * A symmetric matrix of which each row is held from the first column that was ever asked for to the
 * diagonal. Levels that never meet, such as the days of two regions, cost nothing where they are
 * numbered one after the other, and a Cholesky factor fills nothing outside.
 */
final class Skyline implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double[] NOTHING = {};

  private final double[][] rows;
  private final int[] first;

  /** A {@code size} × {@code size} matrix of zeros. */
  Skyline(int size) {
    rows = new double[size][];
    first = new int[size];
    for (int i = 0; i < size; i++) {
      rows[i] = NOTHING;
      first[i] = i + 1;
    }
  }

  /** Number of rows. */
  int size() {
    return rows.length;
  }

  /** The first column that row {@code i} holds, one after the diagonal if it holds none. */
  int first(int i) {
    return first[i];
  }

  /** What row {@code i} holds from {@link #first} to the diagonal; the array itself. */
  double[] row(int i) {
    return rows[i];
  }

  /** The array of row {@code i}, which then holds the columns from {@code from} on. */
  double[] reach(int i, int from) {
    if (from < first[i]) {
      int width = rows[i].length;
      // A row that grows at all may grow again.
      int start = width == 0 ? from : Math.max(0, Math.min(from, first[i] - width / 2));
      double[] wider = new double[i + 1 - start];
      System.arraycopy(rows[i], 0, wider, first[i] - start, width);
      rows[i] = wider;
      first[i] = start;
    }
    return rows[i];
  }

  /** The entry in row {@code i} and column {@code j}. */
  double at(int i, int j) {
    int row = Math.max(i, j);
    int column = Math.min(i, j);
    return column < first[row] ? 0 : rows[row][column - first[row]];
  }

  /** Adds another matrix of the same size. */
  void addAll(Skyline other) {
    for (int i = 0; i < rows.length; i++) {
      double[] theirs = other.rows[i];
      double[] ours = reach(i, other.first[i]);
      int offset = other.first[i] - first[i];
      for (int p = 0; p < theirs.length; p++) {
        ours[offset + p] += theirs[p];
      }
    }
  }

  /** Numbers held. */
  long entries() {
    long entries = 0;
    for (double[] row : rows) {
      entries += row.length;
    }
    return entries;
  }

  @Override
  public String toString() {
    return "%d x %d with %d entries".formatted(size(), size(), entries());
  }
}
