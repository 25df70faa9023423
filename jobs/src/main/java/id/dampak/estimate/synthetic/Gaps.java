package id.dampak.estimate.synthetic;

import id.dampak.linalg.Matrix;
import java.util.List;

/** Gaps by period, and what is made of them. */
final class Gaps {
  private final double[] gaps;
  private final int before;

  Gaps(double[] gaps, int before) {
    this.gaps = gaps;
    this.before = before;
  }

  double at(int period) {
    return gaps[period];
  }

  /** The mean gap from the first treated period on, then each of these gaps. */
  double[] terms() {
    int after = gaps.length - before;
    double[] terms = new double[1 + after];
    double sum = 0;
    for (int k = 0; k < after; k++) {
      terms[1 + k] = gaps[before + k];
      sum += terms[1 + k];
    }
    terms[0] = sum / after;
    return terms;
  }

  PlaceboRun run(List<String> units) {
    return new PlaceboRun(units, terms()[0], rootMeanSquare(0, before), rmspeAfter());
  }

  private double rmspeAfter() {
    return rootMeanSquare(before, gaps.length);
  }

  private double rootMeanSquare(int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += gaps[t] * gaps[t];
    }
    return Math.sqrt(sum / (to - from));
  }

  /** {@code factor} times the covariance of the terms over runs, around their means. */
  static Matrix spread(List<Gaps> runs, double factor) {
    double[][] terms = runs.stream().map(Gaps::terms).toArray(double[][]::new);
    int k = terms[0].length;
    double[] means = new double[k];
    for (double[] run : terms) {
      for (int i = 0; i < k; i++) {
        means[i] += run[i] / terms.length;
      }
    }
    double[] values = new double[k * k];
    for (double[] run : terms) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          values[i * k + j] += factor / terms.length * (run[i] - means[i]) * (run[j] - means[j]);
        }
      }
    }
    return Matrix.of(k, k, values);
  }
}
