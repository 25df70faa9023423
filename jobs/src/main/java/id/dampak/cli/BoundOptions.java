package id.dampak.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that bound violations of parallel trends. */
final class BoundOptions {
  private static final List<Double> BENDS = List.of(0.0, 0.5, 1.0, 2.0);

  @Option(
      names = "--magnitudes",
      split = ",",
      defaultValue = "0.5,1,1.5,2",
      paramLabel = "MBAR",
      description =
          "Honest intervals: steps after the event, in multiples of the largest before it (default:"
              + " ${DEFAULT-VALUE}).")
  List<Double> magnitudes = new ArrayList<>();

  @Option(
      names = "--smoothness",
      split = ",",
      paramLabel = "M",
      description =
          "Honest intervals: changes of the slope from one period to the next (default: 0, 1/2, 1"
              + " and 2 times the largest before the event).")
  List<Double> smoothness = new ArrayList<>();

  List<Double> magnitudes() {
    return magnitudes;
  }

  /**
   * The values of M.
   *
   * @param bend the largest change of slope before the event; NaN with one period before it, which
   *     shows none, so that only straight lines can be allowed
   */
  List<Double> smoothness(double bend) {
    if (!smoothness.isEmpty()) {
      return smoothness;
    }
    return Double.isNaN(bend) ? List.of(0.0) : BENDS.stream().map(part -> part * bend).toList();
  }
}
