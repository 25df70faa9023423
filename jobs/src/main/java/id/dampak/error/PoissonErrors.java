package id.dampak.error;

import java.util.List;

/** Errors of Poisson regressions. */
public final class PoissonErrors {

  private PoissonErrors() {}

  /** A negative outcome, on the {@code row}th row from 1. */
  public static DampakException negativeOutcome(String outcome, double value, int row) {
    return EstimationErrors.cannotEstimate(
        "a Poisson regression of " + outcome,
        "Row " + row + " has " + outcome + " = " + value + ", and exp(x'b) is never negative.",
        "Use the linear regression, or an outcome before what is refunded is taken off.");
  }

  /** No outcome is positive. */
  public static DampakException allZero(String outcome, int observations) {
    return EstimationErrors.cannotEstimate(
        "a Poisson regression of " + outcome,
        "It is zero in all " + observations + " observations.",
        "Choose an outcome that is positive somewhere.");
  }

  /** The iterations came to no end. */
  public static DampakException didNotConverge(String outcome, int steps) {
    return EstimationErrors.cannotEstimate(
        "a Poisson regression of " + outcome,
        steps
            + " steps did not reach the maximum of the likelihood, because it has none (some zeros"
            + " are fitted perfectly) or a regressor is of very unequal size.",
        "Rescale the regressors, or leave out the one that is never seen with a positive outcome.");
  }

  /** The weights of the last step leave terms without information. */
  public static DampakException notIdentified(List<String> terms) {
    return EstimationErrors.cannotEstimate(
        "the effect of " + String.join(", ", terms),
        "Where the outcome is expected to be large, the other terms and the fixed effects explain"
            + " it.",
        "Leave it out, or use fewer fixed effects.");
  }
}
