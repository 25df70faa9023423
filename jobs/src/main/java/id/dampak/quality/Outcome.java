package id.dampak.quality;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What measuring a rule gave.
 *
 * @param found subjects above the threshold
 * @param worst the largest measured value; empty where there was nothing to measure
 * @param fine what to say where nothing was found
 */
record Outcome(List<Found> found, OptionalDouble worst, String fine) {

  Outcome {
    found = List.copyOf(found);
  }

  /**
   * A subject above the threshold.
   *
   * @param subject input, file or period
   * @param measured the measured value
   * @param rows rows that it concerns
   * @param finding a sentence with the values
   */
  record Found(String subject, double measured, long rows, String finding) {}

  /** There was nothing to measure. */
  static Outcome notMeasured(String why) {
    return new Outcome(List.of(), OptionalDouble.empty(), "too little to measure: " + why);
  }

  /** Those of {@code all} that are above a threshold. */
  static Outcome above(double threshold, List<Found> all, String fine) {
    return new Outcome(
        all.stream().filter(each -> each.measured() > threshold).toList(),
        OptionalDouble.of(all.stream().mapToDouble(Found::measured).max().orElse(0)),
        fine);
  }
}
