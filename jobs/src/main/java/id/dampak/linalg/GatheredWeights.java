package id.dampak.linalg;

import java.util.Arrays;

/** Weights of the rows of one group, summed by code. */
final class GatheredWeights {
  /** By code; 0 where it does not occur. */
  final double[] weight;

  /** The codes that occur, ascending. */
  int[] touched = new int[16];

  /** How many occur. */
  int count;

  /** For each of them the weight of all others. */
  private double[] others = new double[16];

  GatheredWeights(int codes) {
    weight = new double[codes];
  }

  /** Sums the first {@code rows} weights by code, leaving out negative codes. */
  void gather(int[] codes, double[] weights, int rows) {
    boolean ascending = true;
    for (int i = 0; i < rows; i++) {
      int code = codes[i];
      if (code >= 0) {
        if (weight[code] == 0) {
          if (count == touched.length) {
            touched = Arrays.copyOf(touched, 2 * count);
          }
          ascending &= count == 0 || touched[count - 1] < code;
          touched[count++] = code;
        }
        weight[code] += weights[i];
      }
    }
    if (!ascending) {
      Arrays.sort(touched, 0, count);
    }
    sumOthers();
  }

  /** The weight of all codes that occur but the {@code p}th. */
  double others(int p) {
    return others[p];
  }

  /**
   * Subtracts {@code factor} times the weights of the first {@code some} codes from a row that
   * starts with the code {@code first}.
   */
  void subtract(double factor, double[] row, int first, int some) {
    if (some == 0) {
      return;
    }
    int from = touched[0];
    int to = touched[some - 1] + 1;
    if (to - from <= 2 * some) {
      for (int code = from; code < to; code++) {
        row[code - first] -= factor * weight[code];
      }
    } else {
      for (int p = 0; p < some; p++) {
        row[touched[p] - first] -= factor * weight[touched[p]];
      }
    }
  }

  /** Forgets all. */
  void clear() {
    for (int p = 0; p < count; p++) {
      weight[touched[p]] = 0;
    }
    count = 0;
  }

  /** Sums of positive numbers from both ends, which keep their digits where one is nearly all. */
  private void sumOthers() {
    if (others.length < count) {
      others = new double[touched.length];
    }
    double after = 0;
    for (int p = count - 1; p >= 0; p--) {
      others[p] = after;
      after += weight[touched[p]];
    }
    double before = 0;
    for (int p = 0; p < count; p++) {
      others[p] += before;
      before += weight[touched[p]];
    }
  }
}
