package id.dampak.estimate.inference;

import id.dampak.estimate.ClusterMoments;
import id.dampak.linalg.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The wild cluster restricted bootstrap of one linear combination a'β, for every null hypothesis at
 * once.
 *
 * <p>With m = Ma and {@code δ = (a'β̂ − r)/(a'm)} the scores under a'β = r are {@code s_c + δ A_c
 * m}. A draw v moves the estimate by {@code M Σ_c v_c s_c^r} and leaves cluster c the score {@code
 * v_c s_c^r − A_c M Σ_d v_d s_d^r}. Numerator and root of the variance of t* are therefore linear
 * in δ in each cluster, and five numbers for each draw give t* for any r:
 *
 * <pre>t* = (n₀ + n₁ δ) / √(q₀ + 2 q₁ δ + q₂ δ²)</pre>
 *
 * The small-sample factor of the variance is the same in t and t* and left out.
 */
final class WildDistribution {
  /** Statistics that differ by less than this part count as ties. */
  private static final double TIE = 1e-10;

  private static final int NUMBERS = 5;

  private final double estimate;
  private final double leverage;
  private final double[] numbers;
  private final int count;

  WildDistribution(ClusterMoments moments, double[] contrast, WildDraws draws) {
    int clusters = moments.clusters();
    int p = moments.columns();
    double[] a = Arrays.copyOf(contrast, p);
    double[] m = moments.bread().times(Matrix.of(p, 1, a)).toArray();
    double[] coefficients = moments.coefficients();
    double point = 0;
    double spread = 0;
    for (int j = 0; j < p; j++) {
      point += a[j] * coefficients[j];
      spread += a[j] * m[j];
    }
    this.estimate = point;
    this.leverage = spread;
    double[] scores = new double[clusters * p];
    double[] shifts = new double[clusters * p];
    long[] labels = new long[clusters];
    for (int c = 0; c < clusters; c++) {
      System.arraycopy(moments.scores(c), 0, scores, c * p, p);
      double[] shift = moments.gram(c).times(Matrix.of(p, 1, m)).toArray();
      System.arraycopy(shift, 0, shifts, c * p, p);
      labels[c] = DrawHash.ofLabel(moments.label(c));
    }
    WildScores wild = new WildScores(m, scores, shifts, moments.bread());
    this.count = draws.count();
    this.numbers = new double[NUMBERS * count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            b -> {
              double[] v = new double[clusters];
              Arrays.setAll(v, c -> draws.multiplier(b, c, labels[c]));
              System.arraycopy(wild.numbers(v), 0, numbers, NUMBERS * b, NUMBERS);
            });
  }

  /** The estimate of the combination. */
  double estimate() {
    return estimate;
  }

  /** The standard error without small-sample factors, under the null that the estimate is true. */
  double stdError() {
    return Math.sqrt(numbers[2]);
  }

  /** t for the hypothesis that the combination is {@code null}. */
  double statistic(double hypothesis) {
    return statistic(0, delta(hypothesis));
  }

  double pValue(WildPValue kind, double hypothesis) {
    double delta = delta(hypothesis);
    double t = statistic(0, delta);
    double slack = TIE * Math.max(1, Math.abs(t));
    int beyond = 0;
    int below = 0;
    int above = 0;
    for (int b = 0; b < count; b++) {
      double draw = statistic(b, delta);
      beyond += Math.abs(draw) >= Math.abs(t) - slack ? 1 : 0;
      below += draw <= t + slack ? 1 : 0;
      above += draw >= t - slack ? 1 : 0;
    }
    return switch (kind) {
      case SYMMETRIC -> beyond / (double) count;
      case EQUAL_TAILED -> Math.min(1, 2.0 * Math.min(below, above) / count);
    };
  }

  private double delta(double hypothesis) {
    return (estimate - hypothesis) / leverage;
  }

  private double statistic(int draw, double delta) {
    int at = NUMBERS * draw;
    double numerator = numbers[at] + numbers[at + 1] * delta;
    double variance = numbers[at + 2] + delta * (2 * numbers[at + 3] + delta * numbers[at + 4]);
    // Where a draw leaves no variance at all its t counts as beyond any other, or as nothing.
    return numerator == 0 ? 0 : numerator / Math.sqrt(Math.max(0, variance));
  }
}
