package id.dampak.linalg;

/**
 * Room for a few hundred rows that stay in the cache, into which groups are read with the weighted
 * mean of the group taken out of every column. A group that is larger comes in parts.
 */
final class CentredRows {
  /** Rows that there is room for. */
  static final int ROOM = 512;

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

  private final double[] origins;
  private final double[] shifts;
  private final double[] spareWeights = new double[ROOM];
  private final double[] spare = new double[ROOM];
  private final GroupedRows rows;
  private int from;
  private int count;

  CentredRows(GroupedRows rows) {
    this.rows = rows;
    this.columns = new double[rows.columns()][ROOM];
    this.means = new double[rows.columns()];
    this.origins = new double[rows.columns()];
    this.shifts = new double[rows.columns()];
  }

  /** Turns to a group; returns the number of its rows. */
  int open(int group) {
    from = rows.from(group);
    count = rows.to(group) - from;
    if (count == 0) {
      return 0;
    }
    readCodes();
    dose = rows.hasEvents() ? rows.dose(from) : 1;
    weigh();
    if (count > ROOM) {
      for (int j = 0; j < columns.length; j++) {
        findMean(j);
      }
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
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      rows.read(j, from + done, size, column, at);
      if (count <= ROOM) {
        origins[j] = column[at];
        shifts[j] = sum(column, weights, at, size, origins[j]) / total;
      }
      // The difference to a value of the group is small where the group is far from 0.
      double origin = origins[j];
      double shift = shifts[j];
      for (int i = at; i < at + size; i++) {
        column[i] = column[i] - origin - shift;
      }
      means[j] = origin + shift;
    }
  }

  /** The weights of all rows of the group. */
  double[] weightsOfGroup() {
    double[] all = new double[count];
    rows.readWeights(from, count, all, 0);
    return all;
  }

  /** The codes of clusters in one dimension for all rows of the group, in an array of that length. */
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

  private void findMean(int j) {
    double sum = 0;
    for (int done = 0; done < count; done += ROOM) {
      int size = part(done);
      rows.readWeights(from + done, size, spareWeights, 0);
      rows.read(j, from + done, size, spare, 0);
      origins[j] = done == 0 ? spare[0] : origins[j];
      sum += sum(spare, spareWeights, 0, size, origins[j]);
    }
    shifts[j] = sum / total;
  }

  /** The weighted sum of differences to an origin. */
  private double sum(double[] column, double[] w, int at, int size, double origin) {
    return rows.isWeighted()
        ? weightedSum(column, w, at, size, origin)
        : plainSum(column, at, size, origin);
  }

  private static double plainSum(double[] column, int at, int size, double origin) {
    // Four sums side by side, since each addition waits for the one before it.
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = at;
    for (; i + 3 < at + size; i += 4) {
      s0 += column[i] - origin;
      s1 += column[i + 1] - origin;
      s2 += column[i + 2] - origin;
      s3 += column[i + 3] - origin;
    }
    for (; i < at + size; i++) {
      s0 += column[i] - origin;
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static double weightedSum(double[] column, double[] w, int at, int size, double origin) {
    double sum = 0;
    for (int i = at; i < at + size; i++) {
      sum += w[i] * (column[i] - origin);
    }
    return sum;
  }
}
