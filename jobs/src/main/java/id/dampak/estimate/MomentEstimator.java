package id.dampak.estimate;

import java.util.List;

/**
 * An estimator that needs of a panel no more than {@link Moments}, so that the panel need not fit
 * in memory: the same numbers by either way, but for rounding.
 */
public interface MomentEstimator extends LinearEstimator {

  /**
   * Effects, columns or cells {@code a^b}, whose levels may be the groups that no piece of a panel
   * splits. Of several, the one with the most levels serves best.
   *
   * @throws id.dampak.error.DampakException if the regression cannot be made from moments
   */
  List<String> groupings();

  /**
   * Sums a panel up in a few passes.
   *
   * @param grouping one of the {@link #groupings()}, whose levels no piece splits
   * @throws id.dampak.error.DampakException if the data do not allow the number asked for
   */
  Moments summarise(PanelPieces pieces, String grouping);

  /** The fit that the moments of this estimator make. */
  Fit fit(Moments moments);
}
