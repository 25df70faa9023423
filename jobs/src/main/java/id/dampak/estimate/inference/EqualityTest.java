package id.dampak.estimate.inference;

import static id.dampak.estimate.inference.AccountSlopes.POINT;

import id.dampak.estimate.JointTest;
import id.dampak.estimate.StudentT;
import id.dampak.linalg.Matrix;
import id.dampak.linalg.QuadraticForm;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Wald test that groups lose the same share of their usual sales: differences to the first group,
 * with their covariance over the draws.
 *
 * @param slopes of all groupings
 * @param place of the grouping
 * @param groups at least two of it
 * @param part of the loss that is compared
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record EqualityTest(AccountSlopes slopes, int place, int[] groups, LossPart part) {

  JointTest test(String dimension, int clusters) {
    double[] point = differences(POINT);
    double[][] drawn =
        IntStream.range(0, slopes.draws())
            .mapToObj(this::differences)
            .filter(values -> Arrays.stream(values).allMatch(Double::isFinite))
            .toArray(double[][]::new);
    QuadraticForm form = QuadraticForm.inverse(covariance(drawn), point);
    int q = form.rank();
    double free = clusters - q;
    double f = free > 0 ? free / q / (clusters - 1) * form.value() : Double.NaN;
    return new JointTest(
        part.name().toLowerCase(java.util.Locale.ROOT) + " alike by " + dimension,
        f,
        q,
        free,
        StudentT.upperTailOfF(f, q, free));
  }

  private double[] differences(int draw) {
    double first = slopes.rate(place, groups[0], draw, part);
    return IntStream.range(1, groups.length)
        .mapToDouble(i -> slopes.rate(place, groups[i], draw, part) - first)
        .toArray();
  }

  private static Matrix covariance(double[][] drawn) {
    int q = drawn.length == 0 ? 0 : drawn[0].length;
    double[] means = new double[q];
    for (double[] values : drawn) {
      for (int j = 0; j < q; j++) {
        means[j] += values[j] / drawn.length;
      }
    }
    double[] covariance = new double[q * q];
    for (double[] values : drawn) {
      for (int i = 0; i < q; i++) {
        for (int j = 0; j < q; j++) {
          covariance[i * q + j] +=
              (values[i] - means[i]) * (values[j] - means[j]) / (drawn.length - 1);
        }
      }
    }
    return Matrix.of(q, q, covariance);
  }
}
