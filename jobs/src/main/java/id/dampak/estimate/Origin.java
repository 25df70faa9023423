package id.dampak.estimate;

import id.dampak.linalg.Matrix;
import java.util.Arrays;

/**
 * Without effects the constant is a regressor of its own. Everything is solved for centred columns,
 * where it is orthogonal to the rest, then moved back to the origin: {@code b₀ = ȳ − x̄'β}.
 */
final class Origin {
  private Origin() {}

  /** Moves the coefficients of the kept terms, the constant first, in place. */
  static void move(double[] points, int[] kept, double[] means, double outcomeMean) {
    points[0] += outcomeMean;
    for (int j = 1; j < kept.length; j++) {
      points[0] -= means[kept[j]] * points[j];
    }
  }

  /**
   * Moves the columns of the kept terms but the constant; where one changes, a new one takes its
   * place in {@code columns}.
   */
  static void move(double[][] columns, int[] kept, double[] means) {
    for (int j = 1; j < kept.length; j++) {
      double mean = means[kept[j]];
      columns[j] = Arrays.stream(columns[j]).map(v -> v + mean).toArray();
    }
  }

  /** Moves their covariance. */
  static Covariance move(Covariance centred, int[] kept, double[] means) {
    int k = kept.length;
    double[] move = new double[k * k];
    for (int j = 0; j < k; j++) {
      move[j * k + j] = 1;
      if (j > 0) {
        move[j] = -means[kept[j]];
      }
    }
    Matrix transform = Matrix.of(k, k, move);
    Matrix matrix = transform.times(centred.matrix()).times(transform.transposed());
    return new Covariance(matrix, centred.degreesOfFreedom(), centred.clusters());
  }
}
