package id.dampak.linalg;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Second pass over observations in groups: residuals û at given coefficients, and what variances
 * are made of: the sum of {@code wû²}, of scores {@code s = wx̃û}, and of their squares by row and
 * by cluster, in the basis of the equation. The sum of scores would be 0 at the solution, so that
 * it also says how far from it the coefficients are.
 */
public final class WithinScores implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<ClusterTerm> terms;
  private final List<ClusterMeat> meats = new ArrayList<>();
  private final double[] total;
  private final double[] robust;
  private double squares;

  /** Nothing yet, for so many coefficients. */
  public WithinScores(int coefficients, List<ClusterTerm> terms) {
    this.terms = List.copyOf(terms);
    this.total = new double[coefficients];
    this.robust = new double[coefficients * coefficients];
    terms.forEach(term -> meats.add(new ClusterMeat(term, coefficients)));
  }

  /** Nothing yet, of the same kind. */
  public WithinScores empty() {
    return new WithinScores(total.length, terms);
  }

  /** Adds all groups of {@code rows}: the same to the last digit on any number of threads. */
  public void add(GroupedRows rows, ScoreEquation equation) {
    addAll(
        Stripes.of(rows)
            .sum(
                this::empty,
                (sum, first, last) -> sum.add(rows, equation, first, last),
                WithinScores::addAll));
  }

  private void add(GroupedRows rows, ScoreEquation equation, int first, int last) {
    GroupScores scores = new GroupScores(rows, equation);
    RowScores byRow = new RowScores(scores.room, equation);
    int[][] codes = new int[rows.clusterDimensions()][0];
    for (int g = first; g < last; g++) {
      int count = scores.open(g);
      if (count == 0) {
        continue;
      }
      boolean split = readClusters(scores.room, codes);
      if (split || equation.robust()) {
        byRow.open();
      }
      for (int done = 0; done < count; done += CentredRows.ROOM) {
        int size = scores.room.part(done);
        scores.read(done, size);
        if (equation.robust()) {
          byRow.write(done, size, scores.roots(g, done, size));
          byRow.square(size);
        } else if (split) {
          byRow.write(done, size, scores.weighted);
        }
        for (int i = 0; i < size && split; i++) {
          addRow(codes, done + i, byRow.score(i));
        }
      }
      finishGroup(split, codes, scores.score, equation);
    }
    squares += scores.squares;
    squares += scores.squaresWithin(first, last);
    byRow.moveTo(robust);
    meats.forEach(ClusterMeat::finishBatch);
  }

  /** Reads the codes of clusters of a group; whether it holds more than one cluster. */
  private static boolean readClusters(CentredRows room, int[][] codes) {
    boolean split = false;
    for (int d = 0; d < codes.length; d++) {
      codes[d] = room.clustersOfGroup(d, codes[d]);
      for (int code : codes[d]) {
        split |= code != codes[d][0];
      }
    }
    return split;
  }

  private void addRow(int[][] codes, int row, double[] score) {
    int[] here = here(codes, row);
    for (ClusterMeat meat : meats) {
      meat.add(here, score);
    }
  }

  private void finishGroup(boolean split, int[][] codes, double[] score, ScoreEquation equation) {
    for (int j = 0; j < total.length; j++) {
      total[j] += score[j];
    }
    int[] here = here(codes, 0);
    double[] combined = split ? score : equation.combined(score);
    for (ClusterMeat meat : meats) {
      if (split) {
        meat.endGroup();
      } else {
        meat.addGroup(here, combined);
      }
    }
  }

  private static int[] here(int[][] codes, int row) {
    int[] here = new int[codes.length];
    for (int d = 0; d < codes.length; d++) {
      here[d] = codes[d][row];
    }
    return here;
  }

  /** Adds what another one has. */
  public void addAll(WithinScores other) {
    add(total, other.total);
    add(robust, other.robust);
    squares += other.squares;
    for (int m = 0; m < meats.size(); m++) {
      meats.get(m).addAll(other.meats.get(m));
    }
  }

  private static void add(double[] to, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i];
    }
  }

  /** {@code Σ wû²}. */
  public double squares() {
    return squares;
  }

  /** {@code Σ wx̃û}; a copy. */
  public double[] total() {
    return total.clone();
  }

  /** {@code Σ s s'} over rows, if the equation asked for it. */
  public Matrix robust() {
    int k = total.length;
    double[] full = robust.clone();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        full[i * k + j] = full[j * k + i];
      }
    }
    return Matrix.wrap(k, k, full);
  }

  /** {@code Σ s_c s_c'} over the clusters of a term. */
  public Matrix meat(int term) {
    return meats.get(term).matrix();
  }

  /** Number of clusters of a term. */
  public long clusters(int term) {
    return meats.get(term).clusters();
  }
}
