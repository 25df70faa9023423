package id.dampak.linalg;

/**
 * Writes out what both effects leave of some columns, row by row, from rows that are centred within
 * their group: {@code ẍ − (γ_z − γ̄)}, and of a dummy its dose where it applies, centred, in the
 * place of ẍ.
 */
final class LeftRows {
  private final PartialledOut effects;
  private final int[] which;
  private final LevelMeans levels;
  private final double[] dummyMeans;

  /** What is left of the columns {@code which}, in the order of {@link PartialledOut}. */
  LeftRows(PartialledOut effects, int[] which) {
    this.effects = effects;
    this.which = which;
    double[][] ofLevels = new double[which.length][];
    for (int c = 0; c < which.length; c++) {
      ofLevels[c] = effects.effects(which[c]);
    }
    this.levels = new LevelMeans(ofLevels);
    this.dummyMeans = new double[which.length];
  }

  /** Turns to the group that the room, of all columns, is open for. */
  void open(CentredRows room) {
    levels.open(room);
    double[] w = room.weightsOfGroup();
    for (int c = 0; c < which.length; c++) {
      if (effects.isEvent(which[c])) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
          sum += room.q[i] == effects.eventOf(which[c]) ? w[i] : 0;
        }
        dummyMeans[c] = room.dose * sum / room.total;
      }
    }
  }

  /** Writes the part of the group that was read to the start of the room. */
  void write(CentredRows room, int done, int size, double[][] into) {
    for (int c = 0; c < which.length; c++) {
      double[] left = into[c];
      if (effects.isEvent(which[c])) {
        int event = effects.eventOf(which[c]);
        for (int i = 0; i < size; i++) {
          left[i] = (room.q[done + i] == event ? room.dose : 0) - dummyMeans[c];
        }
      } else {
        System.arraycopy(room.columns[effects.columnOf(which[c])], 0, left, 0, size);
      }
      levels.subtract(room, c, done, size, left);
    }
  }
}
