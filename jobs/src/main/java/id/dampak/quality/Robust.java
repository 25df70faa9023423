package id.dampak.quality;

import java.util.Arrays;
import java.util.Collection;

/** Location and scale that a few wild values do not move. */
final class Robust {
  /** Makes the median absolute deviation of a normal sample its standard deviation. */
  private static final double NORMAL = 1.4826;

  private Robust() {}

  /** The median; NaN of nothing. */
  static double median(Collection<? extends Number> values) {
    return median(values.stream().mapToDouble(Number::doubleValue).toArray());
  }

  /** The standard deviation around zero, from the median of the absolute values. */
  static double spread(Collection<Double> deviations) {
    return NORMAL * median(deviations.stream().mapToDouble(Math::abs).toArray());
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
