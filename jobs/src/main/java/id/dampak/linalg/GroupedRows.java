package id.dampak.linalg;

import java.util.Arrays;
import java.util.List;

/**
 * Observations group by group: columns of numbers, and for each observation its weight, its level of
 * a second effect and the dummy that it has, if any. What is given is not copied.
 */
public final class GroupedRows {
  private static final int[] NO_CODES = {};
  private static final double[] NO_NUMBERS = {};

  private final double[][] columns;
  private final int[] starts;

  /** The observation in each place; empty where places are observations. */
  private final int[] order;

  private double[] weights = NO_NUMBERS;
  private int[] levels = NO_CODES;
  private int[] events = NO_CODES;
  private double[] doses = NO_NUMBERS;
  private List<int[]> clusters = List.of();

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

  int from(int group) {
    return starts[group];
  }

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

  private int at(int place) {
    return order.length == 0 ? place : order[place];
  }

  /** Copies a column from places into an array. */
  void read(int column, int from, int count, double[] into, int start) {
    read(columns[column], from, count, into, start);
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
