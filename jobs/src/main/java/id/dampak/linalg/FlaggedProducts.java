package id.dampak.linalg;

import java.io.Serializable;

/**
 * Pass for columns of which the levels of the second effect leave little: the products of what is
 * left of them, written out, with everything else. What is left of one column is orthogonal to the
 * effects, so that the other may be as it is.
 */
public final class FlaggedProducts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[][] withColumns;
  private final double[][] withEvents;
  private final double[] among;

  /**
   * Nothing yet.
   *
   * @param flagged columns that are measured
   * @param columns regressors and the outcome
   * @param events dummies
   */
  public FlaggedProducts(int flagged, int columns, int events) {
    this.withColumns = new double[flagged][columns];
    this.withEvents = new double[flagged][events];
    this.among = new double[flagged * flagged];
  }

  /** Nothing yet, of the same kind. */
  public FlaggedProducts empty() {
    int flagged = withColumns.length;
    return flagged == 0
        ? new FlaggedProducts(0, 0, 0)
        : new FlaggedProducts(flagged, withColumns[0].length, withEvents[0].length);
  }

  /** Adds all groups of {@code rows} for the columns {@code which}. */
  public void add(GroupedRows rows, PartialledOut effects, int[] which) {
    addAll(
        Stripes.of(rows)
            .sum(
                this::empty,
                (sum, first, last) -> sum.add(rows, new LeftRows(effects, which), first, last),
                FlaggedProducts::addAll));
  }

  private void add(GroupedRows rows, LeftRows left, int first, int last) {
    CentredRows room = new CentredRows(rows);
    int flagged = withColumns.length;
    double[][] columns = new double[flagged][CentredRows.ROOM];
    double[][] weighted = new double[flagged][CentredRows.ROOM];
    GramKernel kernel = new GramKernel(weighted, columns, CentredRows.ROOM);
    for (int g = first; g < last; g++) {
      int count = room.open(g);
      if (count > 0) {
        left.open(room);
      }
      for (int done = 0; done < count; done += CentredRows.ROOM) {
        int size = room.part(done);
        room.read(done, 0);
        left.write(room, done, size, columns);
        for (int c = 0; c < flagged; c++) {
          for (int i = 0; i < size; i++) {
            weighted[c][i] = room.weights[i] * columns[c][i];
          }
          addOthers(room, c, weighted[c], done, size);
        }
        kernel.add(size);
      }
    }
    kernel.moveTo(among);
  }

  private void addOthers(CentredRows room, int c, double[] weighted, int done, int size) {
    for (int j = 0; j < room.columns.length; j++) {
      withColumns[c][j] += SkylineCholesky.dot(weighted, 0, room.columns[j], 0, size);
    }
    for (int i = 0; i < size && room.q.length > 0; i++) {
      if (room.q[done + i] >= 0) {
        withEvents[c][room.q[done + i]] += room.dose * weighted[i];
      }
    }
  }

  /** Adds what another one has. */
  public void addAll(FlaggedProducts other) {
    for (int c = 0; c < withColumns.length; c++) {
      add(withColumns[c], other.withColumns[c]);
      add(withEvents[c], other.withEvents[c]);
    }
    add(among, other.among);
  }

  /** Puts these products of the columns {@code which} in the place of those that lost digits. */
  public void correct(PartialledOut effects, int[] which) {
    for (int c = 0; c < which.length; c++) {
      for (int j = 0; j < effects.width(); j++) {
        effects.put(
            which[c],
            j,
            effects.isEvent(j)
                ? withEvents[c][j - effects.regressors()]
                : withColumns[c][effects.columnOf(j)]);
      }
    }
    for (int c = 0; c < which.length; c++) {
      for (int d = c; d < which.length; d++) {
        effects.put(which[c], which[d], among[c * which.length + d]);
      }
    }
  }

  private static void add(double[] to, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i];
    }
  }
}
