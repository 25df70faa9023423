package id.dampak.estimate;

import java.util.List;

/**
 * Money lost over suspended periods, from the coefficients of an exposure event study.
 *
 * @param study the study that was fitted
 * @param scale what one unit of the outcome is worth
 * @param periods relative periods that count as suspended
 */
public record LossFromExposure(
    ExposureEventStudy study, OutcomeScale scale, List<Integer> periods) {

  public LossFromExposure {
    periods = List.copyOf(periods);
  }

  /** The loss of all units that entered. */
  public Loss total(Fit fit, Panel panel) {
    throw new UnsupportedOperationException("being written: " + fit + panel);
  }

  /** The loss of each group of units by a column of the panel. */
  public List<Loss> by(String column, Fit fit, Panel panel) {
    throw new UnsupportedOperationException("being written: " + column + fit + panel);
  }
}
