package id.dampak.estimate.synthetic;

import java.util.List;

/**
 * What the method finds for units of which some took the part of the treated.
 *
 * @param units who did
 * @param estimate mean gap from the first treated period on
 * @param rmspeBefore root mean squared gap before treatment
 * @param rmspeAfter root mean squared gap from treatment on
 */
public record PlaceboRun(
    List<String> units, double estimate, double rmspeBefore, double rmspeAfter) {

  public PlaceboRun {
    units = List.copyOf(units);
  }

  /** How much worse the synthetic double fits after treatment than before. */
  public double ratio() {
    return rmspeAfter / rmspeBefore;
  }
}
