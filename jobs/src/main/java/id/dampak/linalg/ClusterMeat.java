package id.dampak.linalg;

import java.io.Serializable;
import java.util.Arrays;

/**
 * {@code Σ_c s_c s_c'} for clusters of observations. Clusters that lie within groups, or are the
 * groups, are squared where they end; of others one sum each is kept to the end.
 */
final class ClusterMeat implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Scores that are squared at once. */
  private static final int BATCH = 128;

  private final boolean withinGroups;
  private final int[] dimensions;
  private final int width;
  private final KeyedSums sums;
  private final double[] meat;
  private long ended;
  private transient Batch batch;

  ClusterMeat(ClusterTerm term, int width) {
    this.withinGroups = term.withinGroups();
    this.dimensions = term.dimensions();
    this.width = width;
    this.sums = new KeyedSums(width);
    this.meat = new double[width * width];
    this.batch = new Batch(width);
  }

  /** Adds the score of a row, or of many in the same clusters; {@code codes} by dimension. */
  void add(int[] codes, double[] score) {
    long key = 0;
    for (int d : dimensions) {
      key = key << 32 | codes[d];
    }
    sums.add(key, score);
  }

  /** Adds the score of a whole group whose clusters are {@code codes}, and ends it. */
  void addGroup(int[] codes, double[] score) {
    if (withinGroups) {
      square(score);
    } else {
      add(codes, score);
    }
  }

  /** Ends a group whose rows were added one by one. */
  void endGroup() {
    if (withinGroups) {
      for (int i = 0; i < sums.size(); i++) {
        square(sums.sum(i));
      }
      sums.clear();
    }
  }

  /** Adds what another one has. */
  void addAll(ClusterMeat other) {
    other.finishBatch();
    finishBatch();
    for (int i = 0; i < meat.length; i++) {
      meat[i] += other.meat[i];
    }
    ended += other.ended;
    sums.addAll(other.sums);
  }

  /** Number of clusters. */
  long clusters() {
    return ended + sums.size();
  }

  /** The meat. */
  Matrix matrix() {
    finishBatch();
    double[] upper = meat.clone();
    Batch open = new Batch(width);
    for (int i = 0; i < sums.size(); i++) {
      open.add(sums.sum(i), upper);
    }
    open.finish(upper);
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        upper[i * width + j] = upper[j * width + i];
      }
    }
    return Matrix.wrap(width, width, upper);
  }

  private void square(double[] score) {
    if (batch == null) {
      batch = new Batch(width);
    }
    batch.add(score, meat);
    ended++;
  }

  /** Before it is sent elsewhere nothing may be left over. */
  void finishBatch() {
    if (batch != null) {
      batch.finish(meat);
    }
  }

  /** Scores by column, squared together. */
  private static final class Batch {
    private final double[][] columns;
    private final GramKernel kernel;
    private int filled;

    Batch(int width) {
      columns = new double[width][BATCH];
      kernel = new GramKernel(columns, columns, BATCH);
    }

    void add(double[] score, double[] meat) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][filled] = score[j];
      }
      if (++filled == BATCH) {
        finish(meat);
      }
    }

    void finish(double[] meat) {
      kernel.add(filled);
      kernel.moveTo(meat);
      filled = 0;
    }
  }

  @Override
  public String toString() {
    return "%d clusters by %s".formatted(clusters(), Arrays.toString(dimensions));
  }
}
