package id.dampak.cli;

import id.dampak.estimate.Estimator;
import id.dampak.estimate.Fit;
import id.dampak.estimate.JointTest;
import id.dampak.estimate.Panel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A method as the flags ask for it.
 *
 * @param estimator the method
 * @param options its options, as they were understood
 * @param found all that is shown of what it finds on a panel
 * @param groups columns of groups that it is looked at without, beside those of the method
 */
record Estimation(
    Estimator estimator,
    Map<String, Object> options,
    Function<Panel, Found> found,
    List<String> groups) {

  Estimation {
    groups = List.copyOf(groups);
  }

  /** A method that needs no column beside its own. */
  Estimation(Estimator estimator, Map<String, Object> options, Function<Panel, Found> found) {
    this(estimator, options, found, List.of());
  }

  /** Every column that is read. */
  Set<String> columns() {
    return with(estimator.columns());
  }

  /** Those of them whose values are labels. */
  Set<String> identifiers() {
    return with(estimator.identifiers());
  }

  private Set<String> with(Set<String> own) {
    Set<String> all = new TreeSet<>(own);
    all.addAll(groups);
    return all;
  }

  /**
   * What was found.
   *
   * @param fit the terms
   * @param tests joint tests of them
   * @param tables what the fit has beside its terms
   */
  record Found(Fit fit, List<JointTest> tests, List<FitTable> tables) {
    static Found of(Fit fit, JointTest... tests) {
      return new Found(fit, List.of(tests), List.of());
    }
  }
}
