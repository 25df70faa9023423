package id.dampak.estimate.reversible;

import id.dampak.error.EstimationErrors;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import java.util.List;

/**
 * A fit with the counts behind each term and the joint tests of its terms.
 *
 * @param fit the estimates
 * @param counts one for each term, in their order
 * @param tests Wald tests W/q with the fit's covariance, as F with infinitely many degrees of
 *     freedom below, which is χ²(q)/q; NaN where the covariance is singular or q not below the
 *     number of clusters
 */
public record ReversibleFit(Fit fit, List<SwitcherCounts> counts, List<JointTest> tests) {
  public ReversibleFit {
    counts = List.copyOf(counts);
    tests = List.copyOf(tests);
  }

  /**
   * The counts of {@code term}.
   *
   * @throws id.dampak.error.DampakException if the fit has no such term
   */
  public SwitcherCounts count(String term) {
    return counts.stream()
        .filter(c -> c.term().equals(term))
        .findFirst()
        .orElseThrow(
            () ->
                EstimationErrors.noSuchTerm(
                    term, counts.stream().map(SwitcherCounts::term).toList()));
  }

  /**
   * The test called {@code name}.
   *
   * @throws id.dampak.error.DampakException if there is none, for lack of terms
   */
  public JointTest test(String name) {
    return tests.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> EstimationErrors.noSuchTerm(name, tests.stream().map(JointTest::name).toList()));
  }
}
