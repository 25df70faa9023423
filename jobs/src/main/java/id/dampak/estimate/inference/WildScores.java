package id.dampak.estimate.inference;

import id.dampak.linalg.Matrix;

/** Numerator and variance of one draw, each as a polynomial in δ. */
final class WildScores {
  private final int clusters;
  private final int inner;
  private final double[] ownScores;
  private final double[] ownShifts;
  private final double[] outward;
  private final double[] scores;
  private final double[] shifts;

  /**
   * @param m M a
   * @param scores s_c, clusters × columns
   * @param shifts A_c m, clusters × columns
   * @param bread M
   */
  WildScores(double[] m, double[] scores, double[] shifts, Matrix bread) {
    int p = m.length;
    this.clusters = scores.length / p;
    this.ownScores = times(scores, m);
    this.ownShifts = times(shifts, m);
    // a'M A_c M Σ v_d s_d: the row of cluster c on the left of the sum over d.
    Matrix rows = Matrix.of(clusters, p, shifts).times(bread);
    if (p <= clusters) {
      this.inner = p;
      this.outward = rows.toArray();
      this.scores = scores;
      this.shifts = shifts;
    } else {
      // With more columns than clusters the products are made for each pair of clusters once.
      this.inner = clusters;
      this.outward = identity(clusters);
      this.scores = rows.times(Matrix.of(clusters, p, scores).transposed()).transposed().toArray();
      this.shifts = rows.times(Matrix.of(clusters, p, shifts).transposed()).transposed().toArray();
    }
  }

  private static double[] times(double[] rows, double[] m) {
    int p = m.length;
    double[] product = new double[rows.length / p];
    for (int c = 0; c < product.length; c++) {
      for (int j = 0; j < p; j++) {
        product[c] += rows[c * p + j] * m[j];
      }
    }
    return product;
  }

  private static double[] identity(int n) {
    double[] identity = new double[n * n];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    return identity;
  }

  /** n₀, n₁, q₀, q₁, q₂ for the multipliers {@code v}. */
  double[] numbers(double[] v) {
    double[] score = new double[inner];
    double[] shift = new double[inner];
    double[] numbers = new double[5];
    for (int c = 0; c < clusters; c++) {
      for (int j = 0; j < inner; j++) {
        score[j] += v[c] * scores[c * inner + j];
        shift[j] += v[c] * shifts[c * inner + j];
      }
      numbers[0] += v[c] * ownScores[c];
      numbers[1] += v[c] * ownShifts[c];
    }
    for (int c = 0; c < clusters; c++) {
      double first = v[c] * ownScores[c];
      double second = v[c] * ownShifts[c];
      for (int j = 0; j < inner; j++) {
        first -= outward[c * inner + j] * score[j];
        second -= outward[c * inner + j] * shift[j];
      }
      numbers[2] += first * first;
      numbers[3] += first * second;
      numbers[4] += second * second;
    }
    return numbers;
  }
}
