package id.dampak.linalg;

import java.io.Serializable;

/**
 * First pass over observations in groups: cross products of all that enters a regression once the
 * weighted mean of each group is taken out,
 *
 * <pre>C = V̈'WV̈,  M = Z'WV̈,  X = Q'WV̈,  Z'WZ̈,  Q'WZ̈,  Q'WQ̈</pre>
 *
 * for columns V (regressors, then the outcome), dummies Z of the levels of a second effect and
 * dummies Q times a dose. They add up over groups, and {@link PartialledOut} solves them, so that
 * two fixed effects are exact after one reading of the data (Abowd, Creecy and Kramarz 2002;
 * Frisch, Waugh and Lovell).
 */
public final class WithinProducts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int columns;
  private final double[] gram;
  private final double[][] levelSums;
  private final double[][] eventSums;
  private final DummyProducts dummies;
  private final Spread[] spreads;
  private long observations;
  private long groups;

  /**
   * Nothing yet.
   *
   * @param columns regressors and the outcome
   * @param levels levels of the second effect, 1 if there is none
   * @param events dummies
   */
  public WithinProducts(int columns, int levels, int events) {
    this.columns = columns;
    this.gram = new double[columns * columns];
    this.levelSums = new double[columns][levels];
    this.eventSums = new double[columns][events];
    this.dummies = new DummyProducts(levels, events);
    this.spreads = new Spread[columns];
    for (int j = 0; j < columns; j++) {
      spreads[j] = new Spread();
    }
  }

  /** Nothing yet, of the same kind. */
  public WithinProducts empty() {
    return new WithinProducts(columns, levelSums[0].length, events());
  }

  /** Adds all groups of {@code rows}: the same to the last digit on any number of threads. */
  public void add(GroupedRows rows) {
    addAll(
        Stripes.of(rows)
            .sum(
                this::empty,
                (sum, first, last) -> sum.add(rows, first, last),
                WithinProducts::addAll));
  }

  private void add(GroupedRows rows, int first, int last) {
    CentredRows room = new CentredRows(rows);
    GramKernel kernel = new GramKernel(room.columns, room.columns, CentredRows.ROOM);
    int filled = 0;
    for (int g = first; g < last; g++) {
      int count = room.open(g);
      for (int done = 0; done < count; done += CentredRows.ROOM) {
        int size = room.part(done);
        if (filled + size > CentredRows.ROOM) {
          kernel.add(filled);
          filled = 0;
        }
        room.read(done, filled);
        addPart(room, rows, done, filled, size);
        filled += size;
      }
      if (count > 0) {
        addGroup(room, count);
      }
    }
    kernel.add(filled);
    kernel.moveTo(gram);
  }

  private void addGroup(CentredRows room, int count) {
    for (int j = 0; j < columns; j++) {
      spreads[j].add(room.means[j], room.total);
    }
    if (room.evenWeights) {
      dummies.add(room.z, room.q, room.total / count, room.dose);
    } else {
      dummies.add(room.z, room.q, room.weightsOfGroup(), room.dose);
    }
    observations += count;
    groups++;
  }

  private void addPart(CentredRows room, GroupedRows rows, int done, int at, int size) {
    double[] w = room.weights;
    for (int j = 0; j < columns; j++) {
      double[] column = room.columns[j];
      double[] sums = levelSums[j];
      if (!rows.isWeighted() && room.consecutive) {
        room.addSegment(column, at, size, sums, room.z[done]);
      } else {
        for (int i = 0; i < size; i++) {
          sums[room.z[done + i]] += w[at + i] * column[at + i];
        }
      }
      for (int i = 0; i < size && rows.hasEvents(); i++) {
        int event = room.q[done + i];
        if (event >= 0) {
          eventSums[j][event] += room.dose * w[at + i] * column[at + i];
        }
      }
    }
    if (rows.isWeighted()) {
      scale(room, at, size);
    }
  }

  /** Columns times the roots of weights, so that their products are weighted. */
  private static void scale(CentredRows room, int at, int size) {
    for (int i = at; i < at + size; i++) {
      room.weights[i] = Math.sqrt(room.weights[i]);
    }
    for (double[] column : room.columns) {
      for (int i = at; i < at + size; i++) {
        column[i] *= room.weights[i];
      }
    }
  }

  /** Adds what another one has. */
  public void addAll(WithinProducts other) {
    add(gram, other.gram);
    for (int j = 0; j < columns; j++) {
      add(levelSums[j], other.levelSums[j]);
      add(eventSums[j], other.eventSums[j]);
      spreads[j].addAll(other.spreads[j]);
    }
    dummies.addAll(other.dummies);
    observations += other.observations;
    groups += other.groups;
  }

  private static void add(double[] to, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i];
    }
  }

  /** Observations so far. */
  public long observations() {
    return observations;
  }

  /** Groups that occurred. */
  public long groups() {
    return groups;
  }

  int columns() {
    return columns;
  }

  int events() {
    return eventSums[0].length;
  }

  /** {@code C}. */
  double gram(int i, int j) {
    return gram[Math.min(i, j) * columns + Math.max(i, j)];
  }

  /** The row of column {@code j} in {@code M'}; the array itself. */
  double[] levelSums(int j) {
    return levelSums[j];
  }

  /** An entry of {@code X}. */
  double eventSum(int event, int j) {
    return eventSums[j][event];
  }

  DummyProducts dummies() {
    return dummies;
  }

  /** Weighted sum of squares of a column around its mean, before any effect is taken out. */
  double variation(int j) {
    return spreads[j].squares() + gram(j, j);
  }

  /** Weighted sum of squares of a column. */
  double size(int j) {
    return variation(j) + spreads[j].weight() * spreads[j].mean() * spreads[j].mean();
  }
}
