package id.dampak.linalg;

import java.util.stream.IntStream;

/**
 * Room for a few hundred rows that stay in the cache, into which groups are read with the weighted
 * mean of the group taken out of every column. A group that is larger comes in parts.
 */
final class CentredRows {
  /** Rows that there is room for: with 16 columns, what a first-level cache holds. */
  static final int ROOM = 256;

  /** Rows that are touched at once before they are read. */
  private static final int AHEAD = 2048;

  /** Columns, centred. */
  final double[][] columns;

  final double[] weights = new double[ROOM];

  /** Level of each row of the group. */
  int[] z = {};

  /** Dummy of each row of the group, −1 for none; empty without dummies. */
  int[] q = {};

  /** Weight of the group. */
  double total;

  /** Weighted means of the columns in the group. */
  final double[] means;

  /** What the dummies of the group are multiplied by. */
  double dose;

  /** Whether the rows of the group weigh the same. */
  boolean evenWeights;

  /** Whether the levels of the group are one after the other. */
  boolean consecutive;

  private final int[] which;
  private final double[] origins;
  private final double[] shifts;
  private final double[] spareWeights = new double[ROOM];
  private final double[] spare = new double[ROOM];
  private final GroupedRows rows;
  private int from;
  private int count;
  private int ahead;

  /** Sum of what was read ahead, kept so that the compiler does not leave the reading out. */
  @SuppressWarnings("UnusedVariable")
  private double noise;

  /** Room for all columns. */
  CentredRows(GroupedRows rows) {
    this(rows, IntStream.range(0, rows.columns()).toArray());
  }

  /** Room for the columns {@code which}. */
  CentredRows(GroupedRows rows, int[] which) {
    this.rows = rows;
    this.which = which;
    this.columns = new double[which.length][ROOM];
    this.means = new double[which.length];
    this.origins = new double[which.length];
    this.shifts = new double[which.length];
  }

  /** Turns to a group; returns the number of its rows. */
  int open(int group) {
    from = rows.from(group);
    count = rows.to(group) - from;
    if (count == 0) {
      return 0;
    }
    if (from + count > ahead) {
      int to = Math.min(from + AHEAD, rows.observations());
      noise += rows.readAhead(which, from, to);
      ahead = to;
    }
    readCodes();
    dose = rows.hasEvents() ? rows.dose(from) : 1;
    weigh();
    for (int c = 0; c < which.length && count > ROOM; c++) {
      findMean(c);
    }
    return count;
  }

  /** Rows of the part of the group that starts {@code done} rows after its start. */
  int part(int done) {
    return Math.min(ROOM, count - done);
  }

  /** Reads a part of the group, to start at a place of the room. */
  void read(int done, int at) {
    int size = part(done);
    rows.readWeights(from + done, size, weights, at);
    for (int c = 0; c < which.length; c++) {
      double[] column = columns[c];
      if (count <= ROOM) {
        origins[c] = rows.number(which[c], from);
      }
      double sum = readDifferences(c, done, size, column, weights, at);
      if (count <= ROOM) {
        shifts[c] = sum / total;
      }
      double shift = shifts[c];
      for (int i = at; i < at + size; i++) {
        column[i] -= shift;
      }
      means[c] = origins[c] + shift;
    }
  }

  /** Adds some numbers to others, both one after the other. */
  void addSegment(double[] numbers, int from, int size, double[] to, int start) {
    // Copied first: the compiler adds up several numbers at once only where all have one index.
    System.arraycopy(numbers, from, spare, 0, size);
    System.arraycopy(to, start, spareWeights, 0, size);
    for (int i = 0; i < size; i++) {
      spareWeights[i] += spare[i];
    }
    System.arraycopy(spareWeights, 0, to, start, size);
  }

  /** The weights of all rows of the group. */
  double[] weightsOfGroup() {
    double[] all = new double[count];
    rows.readWeights(from, count, all, 0);
    return all;
  }

  /**
   * The codes of clusters in one dimension for all rows of the group, in an array of that length.
   */
  int[] clustersOfGroup(int dimension, int[] room) {
    int[] codes = room.length == count ? room : new int[count];
    rows.readClusters(dimension, from, count, codes);
    return codes;
  }

  private void readCodes() {
    if (z.length != count) {
      z = new int[count];
    }
    rows.readLevels(from, count, z);
    consecutive = true;
    for (int i = 1; i < count && consecutive; i++) {
      consecutive = z[i] == z[i - 1] + 1;
    }
    if (rows.hasEvents()) {
      if (q.length != count) {
        q = new int[count];
      }
      rows.readEvents(from, count, q);
    }
  }

  private void weigh() {
    total = count;
    evenWeights = true;
    if (rows.isWeighted()) {
      total = 0;
      double first = Double.NaN;
      for (int done = 0; done < count; done += ROOM) {
        int size = part(done);
        rows.readWeights(from + done, size, spareWeights, 0);
        first = done == 0 ? spareWeights[0] : first;
        for (int i = 0; i < size; i++) {
          total += spareWeights[i];
          evenWeights &= spareWeights[i] == first;
        }
      }
    }
  }

  private void findMean(int c) {
    double sum = 0;
    origins[c] = rows.number(which[c], from);
    for (int done = 0; done < count; done += ROOM) {
      int size = part(done);
      rows.readWeights(from + done, size, spareWeights, 0);
      sum += readDifferences(c, done, size, spare, spareWeights, 0);
    }
    shifts[c] = sum / total;
  }

  /**
   * Reads a column less a value of the group, which is small where the group is far from 0; returns
   * the weighted sum.
   */
  private double readDifferences(int c, int done, int size, double[] into, double[] w, int at) {
    double sum = rows.read(which[c], from + done, size, origins[c], into, at);
    if (!rows.isWeighted()) {
      return sum;
    }
    double weighted = 0;
    for (int i = at; i < at + size; i++) {
      weighted += w[i] * into[i];
    }
    return weighted;
  }
}
