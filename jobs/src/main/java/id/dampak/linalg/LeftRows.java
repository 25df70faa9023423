package id.dampak.linalg;

/**
 * Writes out what both effects leave of some columns, row by row, from rows that are centred within
 * their group: {@code ẍ − (γ_z − γ̄)}, and of a dummy its dose where it applies, centred, in the
 * place of ẍ.
 */
final class LeftRows {
  private final PartialledOut effects;
  private final int[] which;
  private final double[] means;

  /** What is left of the columns {@code which}, in the order of {@link PartialledOut}. */
  LeftRows(PartialledOut effects, int[] which) {
    this.effects = effects;
    this.which = which;
    this.means = new double[which.length];
  }

  /** Turns to the group that a room is open for. */
  void open(CentredRows room) {
    double[] w = room.weightsOfGroup();
    for (int c = 0; c < which.length; c++) {
      double[] gamma = effects.effects(which[c]);
      int event = eventOf(which[c]);
      double sum = 0;
      for (int i = 0; i < w.length; i++) {
        sum += w[i] * ((applies(room, i, event) ? room.dose : 0) - gamma[room.z[i]]);
      }
      means[c] = sum / room.total;
    }
  }

  /** Writes the part of the group that was read to the start of the room. */
  void write(CentredRows room, int done, int size, double[][] into) {
    for (int c = 0; c < which.length; c++) {
      double[] gamma = effects.effects(which[c]);
      double[] left = into[c];
      int event = eventOf(which[c]);
      if (event >= 0) {
        for (int i = 0; i < size; i++) {
          left[i] = applies(room, done + i, event) ? room.dose : 0;
        }
      } else {
        System.arraycopy(room.columns[effects.columnOf(which[c])], 0, left, 0, size);
      }
      for (int i = 0; i < size; i++) {
        left[i] = left[i] - gamma[room.z[done + i]] - means[c];
      }
    }
  }

  private int eventOf(int j) {
    return effects.isEvent(j) ? j - effects.regressors() : -1;
  }

  private static boolean applies(CentredRows room, int i, int event) {
    return event >= 0 && room.q[i] == event;
  }
}
