package id.dampak.estimate.sensitivity;

import id.dampak.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An event study in blocks of consecutive periods instead of single ones. M̄ multiplies the largest
 * step from one period to the next before the event, estimation noise included, so that a study of
 * noisy days is asked to survive its own noise. A block is as long as the effect lasts, or shorter
 * where three blocks would not fit before the event; its coefficient is the mean of those in it.
 *
 * @param coefficients one for each block, relative to the last block before the event
 * @param target weights of the mean effect on the blocks after it
 * @param length periods in a block
 */
public record EventBlocks(EventCoefficients coefficients, List<Double> target, int length) {
  private static final int FEWEST_BEFORE = 3;

  public EventBlocks {
    target = List.copyOf(target);
  }

  /**
   * The blocks of a study.
   *
   * @param single one coefficient for each period
   * @param periods relative periods, from 0 on, whose mean coefficient is the effect
   */
  public static EventBlocks of(EventCoefficients single, List<Integer> periods) {
    int before = single.prePeriods() + 1;
    int length = Math.max(1, Math.min(periods.size(), before / FEWEST_BEFORE));
    if (length == 1) {
      return new EventBlocks(single, single.averageEffect(periods), length);
    }
    int pre = before / length - 1;
    int last = periods.stream().mapToInt(k -> k).max().orElse(0);
    List<double[]> rows = new ArrayList<>();
    for (int block = pre; block >= 1; block--) {
      rows.add(less(mean(single, before(block, length)), mean(single, before(0, length))));
    }
    List<Double> target = new ArrayList<>();
    for (int first = 0; first <= last; first += length) {
      List<Integer> all =
          IntStream.range(first, Math.min(first + length, last + 1)).boxed().toList();
      List<Integer> counted = all.stream().filter(periods::contains).toList();
      rows.add(
          less(mean(single, counted.isEmpty() ? all : counted), mean(single, before(0, length))));
      target.add((double) counted.size() / periods.size());
    }
    return new EventBlocks(combined(single, pre, rows), target, length);
  }

  /** Relative periods of the block that many before the last one before the event. */
  private static List<Integer> before(int block, int length) {
    return IntStream.range(-(block + 1) * length, -block * length).boxed().toList();
  }

  /** Weights of a mean on the coefficients; the last period before the event is 0 and has none. */
  private static double[] mean(EventCoefficients single, List<Integer> periods) {
    double[] weights = new double[single.estimates().size()];
    for (int k : periods) {
      if (k != -1) {
        weights[single.prePeriods() + (k < 0 ? k + 1 : k)] = 1.0 / periods.size();
      }
    }
    return weights;
  }

  private static double[] less(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] - other[i]).toArray();
  }

  private static EventCoefficients combined(
      EventCoefficients single, int pre, List<double[]> rows) {
    int n = rows.size();
    double[] estimates = rows.stream().mapToDouble(single::combination).toArray();
    double[] covariance = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = covariance(single.covariance(), rows.get(i), rows.get(j));
        covariance[i * n + j] = value;
        covariance[j * n + i] = value;
      }
    }
    return EventCoefficients.of(pre, estimates, Matrix.of(n, n, covariance));
  }

  private static double covariance(Matrix single, double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < other.length; j++) {
        sum += one[i] * single.at(i, j) * other[j];
      }
    }
    return sum;
  }
}
