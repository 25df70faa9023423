package id.dampak.estimate;

import id.dampak.linalg.Absorber;
import java.util.Arrays;

/**
 * What fixed effects left of a column that was overwritten by it.
 *
 * @param mean weighted mean that the column had
 * @param absorbed whether nothing but rounding was left; the column is then all 0
 */
public record Residual(double mean, boolean absorbed) {
  /** What is left counts as rounding below this part of the column's variation. */
  private static final double ABSORBED = 1e-8;

  /** Variation below this part of the column's size is rounding of a constant. */
  private static final double CONSTANT = 1e-13;

  /** Replaces {@code column} by what the effects leave of it. */
  public static Residual of(double[] column, double[] weights, Absorber absorber) {
    double size = length(column, weights);
    // The mean first: it is in the span of every effect, and small numbers round less.
    double mean = centre(column, weights);
    double variation = length(column, weights);
    absorber.residualise(column);
    boolean absorbed =
        variation <= CONSTANT * size || length(column, weights) <= ABSORBED * variation;
    if (absorbed) {
      Arrays.fill(column, 0);
    }
    return new Residual(mean, absorbed);
  }

  /**
   * Takes the effects, at other weights, out of a column that they have been taken out of before;
   * returns the weighted mean that it had.
   */
  static double again(double[] column, double[] weights, Absorber absorber) {
    double mean = centre(column, weights);
    absorber.residualise(column);
    return mean;
  }

  private static double centre(double[] column, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < column.length; i++) {
      sum += weights[i] * column[i];
      total += weights[i];
    }
    double mean = sum / total;
    for (int i = 0; i < column.length; i++) {
      column[i] -= mean;
    }
    return mean;
  }

  private static double length(double[] column, double[] weights) {
    double sum = 0;
    for (int i = 0; i < column.length; i++) {
      sum += weights[i] * column[i] * column[i];
    }
    return Math.sqrt(sum);
  }
}
