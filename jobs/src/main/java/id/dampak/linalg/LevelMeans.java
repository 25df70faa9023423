package id.dampak.linalg;

import java.util.Arrays;

/**
 * Weighted means of effects of levels over the rows of a group, worked out once for groups in a row
 * that have the same levels.
 */
final class LevelMeans {
  private final double[][] effects;
  private final double[] means;
  private final double[] segment = new double[CentredRows.ROOM];
  private int[] last = {};

  /** One array of effects by level for each mean. */
  LevelMeans(double[][] effects) {
    this.effects = effects;
    this.means = new double[effects.length];
  }

  /** Turns to the group that a room is open for. */
  void open(CentredRows room) {
    if (room.evenWeights && Arrays.equals(last, room.z)) {
      return;
    }
    last = room.evenWeights ? room.z.clone() : new int[0];
    double[] w = room.evenWeights ? new double[0] : room.weightsOfGroup();
    for (int c = 0; c < means.length; c++) {
      double[] effect = effects[c];
      double sum = 0;
      for (int i = 0; i < room.z.length; i++) {
        sum += (w.length == 0 ? 1 : w[i]) * effect[room.z[i]];
      }
      means[c] = sum / (w.length == 0 ? room.z.length : room.total);
    }
  }

  /** Subtracts effects, less their mean, from the part of the group that starts at {@code done}. */
  void subtract(CentredRows room, int c, int done, int size, double[] from) {
    double[] effect = effects[c];
    double mean = means[c];
    if (room.consecutive) {
      // Copied first: the compiler adds up several numbers at once only where all have one index.
      System.arraycopy(effect, room.z[done], segment, 0, size);
      for (int i = 0; i < size; i++) {
        from[i] -= segment[i] - mean;
      }
    } else {
      for (int i = 0; i < size; i++) {
        from[i] -= effect[room.z[done + i]] - mean;
      }
    }
  }
}
