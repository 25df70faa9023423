package id.dampak.job;

import id.dampak.error.SensitivityErrors;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What is asked about the power of a study.
 *
 * @param specification name of the specification; empty for the first result that is an exposure
 *     event study
 * @param size size of the two-sided test, in (0, 1)
 * @param power probability of detection that is asked for, in (0, 1)
 * @param lengths lengths of a suspension to look at beside the true one, in periods; empty for
 *     parts and multiples of it
 */
public record PowerQuestion(
    Optional<String> specification, double size, double power, List<Integer> lengths) {
  private static final double[] USUAL_POWERS = {0.5, 0.8, 0.9, 0.95};

  /**
   * Canonical constructor; copies the list.
   *
   * @throws id.dampak.error.DampakException where a number is out of its range
   */
  public PowerQuestion {
    lengths = List.copyOf(lengths);
    requireProbability("The size of the test", size);
    requireProbability("The power", power);
    for (int length : lengths) {
      if (length < 1) {
        throw SensitivityErrors.outOfRange("A length of the suspension", length, "1 or more");
      }
    }
  }

  /** The powers of a curve, the one that is asked for among them, ascending. */
  public List<Double> powers() {
    return DoubleStream.concat(DoubleStream.of(USUAL_POWERS), DoubleStream.of(power))
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  private static void requireProbability(String what, double value) {
    if (!(value > 0 && value < 1)) {
      throw SensitivityErrors.outOfRange(what, value, "above 0 and below 1");
    }
  }
}
