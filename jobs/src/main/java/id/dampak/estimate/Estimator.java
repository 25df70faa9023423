package id.dampak.estimate;

import java.util.Set;

/**
 * A method with all its options fixed: a record whose {@code toString()} is the specification that
 * is stored beside the result.
 */
public interface Estimator {

  /**
   * Estimates on {@code panel}.
   *
   * @throws id.dampak.error.DampakException if the data do not allow the number asked for
   */
  Fit fit(Panel panel);

  /** Every column of the panel that the estimator reads. */
  Set<String> columns();

  /**
   * Those of the columns that only tell units, groups or clusters apart, so that their values are
   * labels even where they look like numbers.
   */
  Set<String> identifiers();
}
