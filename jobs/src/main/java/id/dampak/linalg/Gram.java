package id.dampak.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Weighted cross products of columns, the same to the last digit on any number of threads. */
public final class Gram {
  /** Rows whose columns stay in the cache while all pairs are formed. */
  private static final int BLOCK = 256;

  /** Work is cut into this many parts, whatever the machine, and the parts are added in order. */
  private static final int STRIPES = 32;

  private Gram() {}

  /** {@code X' diag(w) X} for columns {@code x} of equal length. */
  public static Matrix of(double[][] x, double[] w) {
    return of(x, w, Optional.empty());
  }

  /** {@code (XU)' diag(w) XU}, where XU is never written out. */
  public static Matrix of(double[][] x, double[] w, Matrix u) {
    return of(x, w, Optional.of(u));
  }

  private static Matrix of(double[][] x, double[] w, Optional<Matrix> u) {
    int n = w.length;
    int k = x.length;
    int blocks = (n + BLOCK - 1) / BLOCK;
    List<double[]> parts =
        IntStream.range(0, STRIPES)
            .parallel()
            .mapToObj(
                s -> {
                  double[][] weighted = new double[k][BLOCK];
                  double[][] plain = new double[k][BLOCK];
                  GramKernel kernel = new GramKernel(weighted, plain, BLOCK);
                  int last = (int) ((long) blocks * (s + 1) / STRIPES);
                  for (int b = (int) ((long) blocks * s / STRIPES); b < last; b++) {
                    int from = b * BLOCK;
                    int rows = Math.min(n - from, BLOCK);
                    for (int j = 0; j < k; j++) {
                      System.arraycopy(x[j], from, plain[j], 0, rows);
                    }
                    u.ifPresent(transform -> combine(plain, transform, rows));
                    for (int j = 0; j < k; j++) {
                      for (int r = 0; r < rows; r++) {
                        weighted[j][r] = plain[j][r] * w[from + r];
                      }
                    }
                    kernel.add(rows);
                  }
                  double[] part = new double[k * k];
                  kernel.moveTo(part);
                  return part;
                })
            .toList();
    double[] gram = new double[k * k];
    for (double[] part : parts) {
      for (int i = 0; i < gram.length; i++) {
        gram[i] += part[i];
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        gram[i * k + j] = gram[j * k + i];
      }
    }
    return Matrix.wrap(k, k, gram);
  }

  /** {@code X' diag(w) v}. */
  public static double[] times(double[][] x, double[] w, double[] v) {
    return Arrays.stream(x)
        .parallel()
        .mapToDouble(
            column -> {
              double sum = 0;
              for (int from = 0; from < v.length; from += BLOCK) {
                double part = 0;
                int to = Math.min(v.length, from + BLOCK);
                for (int i = from; i < to; i++) {
                  part += column[i] * w[i] * v[i];
                }
                sum += part;
              }
              return sum;
            })
        .toArray();
  }

  /**
   * Replaces columns by linear combinations of them.
   *
   * @param u square; its columns say how
   */
  static void combine(double[][] columns, Matrix u, int rows) {
    int k = columns.length;
    double[] row = new double[k];
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < k; j++) {
        double sum = 0;
        for (int i = 0; i < k; i++) {
          sum += columns[i][r] * u.at(i, j);
        }
        row[j] = sum;
      }
      for (int j = 0; j < k; j++) {
        columns[j][r] = row[j];
      }
    }
  }
}
