package id.dampak.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Observations group by group: columns of numbers, and for each observation its weight, its level
 * of a second effect and the dummy that it has, if any. What is given is not copied.
 */
public final class GroupedRows {
  private static final int[] NO_CODES = {};
  private static final double[] NO_NUMBERS = {};

  /** Numbers that memory delivers at once. */
  private static final int NUMBERS_IN_LINE = 8;

  private final double[][] columns;
  private final int[] starts;

  /** The observation in each place; empty where places are observations. */
  private final int[] order;

  private double[] weights = NO_NUMBERS;
  private int[] levels = NO_CODES;
  private int[] events = NO_CODES;
  private double[] doses = NO_NUMBERS;
  private List<int[]> clusters = List.of();
  private Optional<CellSpread> spread = Optional.empty();

  /**
   * Groups the observations of columns by codes from 0; a code need not occur.
   *
   * @param columns one array for each column, as long as {@code codes}
   */
  public GroupedRows(double[][] columns, int[] codes, int groups) {
    this.columns = columns.clone();
    boolean sorted = true;
    for (int i = 1; i < codes.length && sorted; i++) {
      sorted = codes[i - 1] <= codes[i];
    }
    Rows rows = sorted ? Rows.sorted(codes, groups) : Rows.by(codes, groups);
    this.starts = rows.offsets();
    this.order = rows.order();
  }

  /** The same with weights, all positive. */
  public GroupedRows weighted(double[] w) {
    weights = w;
    return this;
  }

  /** The same with the level of a second effect for each observation. */
  public GroupedRows withLevels(int[] codes) {
    levels = codes;
    return this;
  }

  /**
   * The same with dummies.
   *
   * @param codes the dummy of each observation, −1 for none
   * @param dose what each dummy is multiplied by, the same throughout a group
   */
  public GroupedRows withEvents(int[] codes, double[] dose) {
    events = codes;
    doses = dose;
    return this;
  }

  /** The same with codes of clusters, in one or two dimensions. */
  public GroupedRows withClusters(List<int[]> codes) {
    clusters = List.copyOf(codes);
    return this;
  }

  /** The same, where a row stands for the observations of a cell. */
  public GroupedRows ofCells(CellSpread within) {
    spread = Optional.of(within);
    return this;
  }

  /** How the outcome varies within the cells that rows stand for, if they do. */
  Optional<CellSpread> spread() {
    return spread;
  }

  /** Number of observations. */
  public int observations() {
    return starts[starts.length - 1];
  }

  /** Number of codes of groups. */
  public int groups() {
    return starts.length - 1;
  }

  int columns() {
    return columns.length;
  }

  /** Where a group starts; of the code after the last one, where all end. */
  int from(int group) {
    return starts[group];
  }

  /** Where a group ends. */
  int to(int group) {
    return starts[group + 1];
  }

  /** Number of dimensions of clusters. */
  int clusterDimensions() {
    return clusters.size();
  }

  boolean isWeighted() {
    return weights.length > 0;
  }

  boolean hasEvents() {
    return events.length > 0;
  }

  /** The dose of the group that starts at a place. */
  double dose(int place) {
    return doses[at(place)];
  }

  /** The observation in a place. */
  int at(int place) {
    return order.length == 0 ? place : order[place];
  }

  /**
   * Touches columns from places on, so that memory delivers them side by side while there is other
   * work: groups are short, and reading them column by column keeps it waiting for each anew.
   *
   * @return a number without meaning, which keeps the compiler from leaving it out
   */
  double readAhead(int[] which, int from, int to) {
    double sum = 0;
    for (int c = 0; c < which.length && order.length == 0; c++) {
      double[] column = columns[which[c]];
      for (int i = from; i < to; i += NUMBERS_IN_LINE) {
        sum += column[i];
      }
    }
    return sum;
  }

  /** The number of a column in a place. */
  double number(int column, int place) {
    return columns[column][at(place)];
  }

  /** Copies a column less {@code origin} from places into an array; returns the sum. */
  double read(int column, int from, int count, double origin, double[] into, int start) {
    if (order.length == 0) {
      return difference(columns[column], from, origin, into, start, count);
    }
    read(columns[column], from, count, into, start);
    return difference(into, start, origin, into, start, count);
  }

  private static double difference(
      double[] values, int from, double origin, double[] into, int start, int count) {
    // Eight sums side by side, since each addition waits for the one before it.
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = 0;
    for (; i + 7 < count; i += 8) {
      double v0 = values[from + i] - origin;
      double v1 = values[from + i + 1] - origin;
      double v2 = values[from + i + 2] - origin;
      double v3 = values[from + i + 3] - origin;
      double v4 = values[from + i + 4] - origin;
      double v5 = values[from + i + 5] - origin;
      double v6 = values[from + i + 6] - origin;
      double v7 = values[from + i + 7] - origin;
      into[start + i] = v0;
      into[start + i + 1] = v1;
      into[start + i + 2] = v2;
      into[start + i + 3] = v3;
      into[start + i + 4] = v4;
      into[start + i + 5] = v5;
      into[start + i + 6] = v6;
      into[start + i + 7] = v7;
      s0 += v0;
      s1 += v1;
      s2 += v2;
      s3 += v3;
      s4 += v4;
      s5 += v5;
      s6 += v6;
      s7 += v7;
    }
    for (; i < count; i++) {
      into[start + i] = values[from + i] - origin;
      s0 += into[start + i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /** Copies weights; ones without any. */
  void readWeights(int from, int count, double[] into, int start) {
    if (isWeighted()) {
      read(weights, from, count, into, start);
    } else {
      Arrays.fill(into, start, start + count, 1);
    }
  }

  /** Copies levels; 0 without any. */
  void readLevels(int from, int count, int[] into) {
    read(levels, from, count, into, 0);
  }

  /** Copies dummies; −1 without any. */
  void readEvents(int from, int count, int[] into) {
    read(events, from, count, into, -1);
  }

  /** Copies the codes of clusters in one dimension. */
  void readClusters(int dimension, int from, int count, int[] into) {
    read(clusters.get(dimension), from, count, into, 0);
  }

  private void read(int[] codes, int from, int count, int[] into, int missing) {
    if (codes.length == 0) {
      Arrays.fill(into, 0, count, missing);
    } else if (order.length == 0) {
      System.arraycopy(codes, from, into, 0, count);
    } else {
      for (int i = 0; i < count; i++) {
        into[i] = codes[order[from + i]];
      }
    }
  }

  private void read(double[] values, int from, int count, double[] into, int start) {
    if (order.length == 0) {
      System.arraycopy(values, from, into, start, count);
    } else {
      for (int i = 0; i < count; i++) {
        into[start + i] = values[order[from + i]];
      }
    }
  }
}
