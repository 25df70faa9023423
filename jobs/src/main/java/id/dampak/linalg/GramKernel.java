package id.dampak.linalg;

import java.util.Arrays;

/**
 * Cross products of columns over a few hundred rows that lie in the cache: four by four columns at
 * once, whose sixteen sums stay in registers. Multiplies and adds in one step ({@link Math#fma}),
 * which every processor of the last ten years does as fast as either.
 */
final class GramKernel {
  private static final int SIDE = 4;

  private final double[][] left;
  private final double[][] right;
  private final int columns;
  private final double[] sums;

  /**
   * For columns that stay the same arrays.
   *
   * @param left columns of one side, at least {@code rows} long
   * @param right columns of the other side, as many
   */
  GramKernel(double[][] left, double[][] right, int rows) {
    this.columns = left.length;
    int padded = (columns + SIDE - 1) / SIDE * SIDE;
    this.left = padded(left, padded, rows);
    this.right = padded(right, padded, rows);
    this.sums = new double[padded * padded];
  }

  private static double[][] padded(double[][] columns, int count, int rows) {
    double[][] padded = Arrays.copyOf(columns, count);
    for (int j = columns.length; j < count; j++) {
      padded[j] = new double[rows];
    }
    return padded;
  }

  /** Adds the products of the left columns with those of the right that are not before them. */
  void add(int rows) {
    int n = left.length;
    for (int i = 0; i < n; i += SIDE) {
      addDiagonal(i, rows);
      for (int j = i + SIDE; j < n; j += SIDE) {
        addSquare(i, j, rows);
      }
    }
  }

  /** The sum for left column {@code i} and right column {@code j ≥ i}. */
  double at(int i, int j) {
    return sums[i * left.length + j];
  }

  /** Adds the upper triangle to {@code gram}, row after row of as many columns, and forgets it. */
  void moveTo(double[] gram) {
    for (int i = 0; i < columns; i++) {
      for (int j = i; j < columns; j++) {
        gram[i * columns + j] += at(i, j);
      }
    }
    Arrays.fill(sums, 0);
  }

  private void addSquare(int i, int j, int rows) {
    double[] a0 = left[i];
    double[] a1 = left[i + 1];
    double[] a2 = left[i + 2];
    double[] a3 = left[i + 3];
    double[] b0 = right[j];
    double[] b1 = right[j + 1];
    double[] b2 = right[j + 2];
    double[] b3 = right[j + 3];
    double s00 = 0;
    double s01 = 0;
    double s02 = 0;
    double s03 = 0;
    double s10 = 0;
    double s11 = 0;
    double s12 = 0;
    double s13 = 0;
    double s20 = 0;
    double s21 = 0;
    double s22 = 0;
    double s23 = 0;
    double s30 = 0;
    double s31 = 0;
    double s32 = 0;
    double s33 = 0;
    for (int r = 0; r < rows; r++) {
      double p0 = a0[r];
      double p1 = a1[r];
      double p2 = a2[r];
      double p3 = a3[r];
      double q0 = b0[r];
      double q1 = b1[r];
      double q2 = b2[r];
      double q3 = b3[r];
      s00 = Math.fma(p0, q0, s00);
      s01 = Math.fma(p0, q1, s01);
      s02 = Math.fma(p0, q2, s02);
      s03 = Math.fma(p0, q3, s03);
      s10 = Math.fma(p1, q0, s10);
      s11 = Math.fma(p1, q1, s11);
      s12 = Math.fma(p1, q2, s12);
      s13 = Math.fma(p1, q3, s13);
      s20 = Math.fma(p2, q0, s20);
      s21 = Math.fma(p2, q1, s21);
      s22 = Math.fma(p2, q2, s22);
      s23 = Math.fma(p2, q3, s23);
      s30 = Math.fma(p3, q0, s30);
      s31 = Math.fma(p3, q1, s31);
      s32 = Math.fma(p3, q2, s32);
      s33 = Math.fma(p3, q3, s33);
    }
    put(i, j, s00, s01, s02, s03);
    put(i + 1, j, s10, s11, s12, s13);
    put(i + 2, j, s20, s21, s22, s23);
    put(i + 3, j, s30, s31, s32, s33);
  }

  private void addDiagonal(int i, int rows) {
    double[] a0 = left[i];
    double[] a1 = left[i + 1];
    double[] a2 = left[i + 2];
    double[] a3 = left[i + 3];
    double[] b0 = right[i];
    double[] b1 = right[i + 1];
    double[] b2 = right[i + 2];
    double[] b3 = right[i + 3];
    double s00 = 0;
    double s01 = 0;
    double s02 = 0;
    double s03 = 0;
    double s11 = 0;
    double s12 = 0;
    double s13 = 0;
    double s22 = 0;
    double s23 = 0;
    double s33 = 0;
    for (int r = 0; r < rows; r++) {
      double p0 = a0[r];
      double p1 = a1[r];
      double p2 = a2[r];
      double q1 = b1[r];
      double q2 = b2[r];
      double q3 = b3[r];
      s00 = Math.fma(p0, b0[r], s00);
      s01 = Math.fma(p0, q1, s01);
      s02 = Math.fma(p0, q2, s02);
      s03 = Math.fma(p0, q3, s03);
      s11 = Math.fma(p1, q1, s11);
      s12 = Math.fma(p1, q2, s12);
      s13 = Math.fma(p1, q3, s13);
      s22 = Math.fma(p2, q2, s22);
      s23 = Math.fma(p2, q3, s23);
      s33 = Math.fma(a3[r], q3, s33);
    }
    put(i, i, s00, s01, s02, s03);
    put(i + 1, i, 0, s11, s12, s13);
    put(i + 2, i, 0, 0, s22, s23);
    put(i + 3, i, 0, 0, 0, s33);
  }

  private void put(int i, int j, double s0, double s1, double s2, double s3) {
    int at = i * left.length + j;
    sums[at] += s0;
    sums[at + 1] += s1;
    sums[at + 2] += s2;
    sums[at + 3] += s3;
  }
}
